import { describe, expect, it } from "vitest";
import {
  AUDIT_VIEW,
  auditFilter,
  type AuditView,
} from "../../../../dashboards/src/pages/administration/audit/audit-view.ts";

const ID = "0192f0c1-0000-7000-8000-00000000000a";

const read = (text: string) => {
  const unread: string[] = [];
  const view = AUDIT_VIEW.read(new URLSearchParams(text), (part) => unread.push(part));
  return { view, unread };
};

const PLAIN: AuditView = read("").view;

describe("the audit page in its address", () => {
  it("is read back as it was written", () => {
    const view: AuditView = {
      who: "ann",
      about: "request-7",
      actions: ["session:signIn", "company:seed-demo"],
      kinds: ["user", "settings"],
      from: "2026-01-02",
      to: "2026-02-03",
      entry: ID,
    };
    const written = Object.entries(AUDIT_VIEW.write(view)).map(([name, text]): [string, string] => [
      name,
      text ?? "",
    ]);
    expect(read(new URLSearchParams(written).toString())).toEqual({ view, unread: [] });
  });

  it("tells of what it does not know, and asks for none of it", () => {
    const { view, unread } = read("action=user:fly&kind=planet&from=2026-99-99&to=soon&entry=7");
    expect(unread).toEqual(["user:fly", "planet", "2026-99-99", "soon", "7"]);
    expect(auditFilter(view)).toEqual({});
  });
});

describe("what the audit page asks for", () => {
  it("is everything where nothing is looked for", () => {
    expect(auditFilter(PLAIN)).toEqual({});
  });

  it("takes an id for that of a record or of a request, anything else for a request's", () => {
    expect(auditFilter({ ...PLAIN, about: ID })).toEqual({
      or: [{ recordId: { eq: ID } }, { requestId: { eq: ID } }],
    });
    expect(auditFilter({ ...PLAIN, about: "proxy-7" })).toEqual({ requestId: { eq: "proxy-7" } });
  });

  it("holds both days whole, where the reader is", () => {
    const { at } = auditFilter({ ...PLAIN, from: "2026-03-01", to: "2026-03-01" });
    expect(at).toEqual({
      gte: new Date(2026, 2, 1, 0, 0, 0).toISOString(),
      lte: new Date(2026, 2, 1, 23, 59, 59, 999).toISOString(),
    });
    expect(auditFilter({ ...PLAIN, from: "2026-03-01" }).at).not.toHaveProperty("lte");
  });
});
