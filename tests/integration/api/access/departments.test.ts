import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { administration, refusal } from "../../../support/administration.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const tree = async (): Promise<Record<string, string | null>> => {
  const rows = await company.rows<{ code: string; above: string | null }>(
    `select d.code, a.code as above from crm.department d left join crm.department a on a.id = d.parent_id`,
  );
  return Object.fromEntries(rows.map(({ code, above }) => [code, above]));
};
const entriesOf = (recordId: string) =>
  company.rows<{ action: string; before: unknown; after: unknown }>(
    "select action, before, after from crm.audit_entry where record_id = $1 order by id",
    [recordId],
  );
const newDepartment = (code: string, above = "WEST") =>
  admin.command("createDepartment", { code, name: code, parentId: company.departmentId(above) });
const target = async (id: string) => ({ id, version: await admin.versionOf("department", id) });

describe("a department", () => {
  test("is added, renamed, moved and removed, each with its audit entry", async () => {
    const { id } = await newDepartment("D1");
    await admin.command("updateDepartment", { ...(await target(id)), name: "北方区", code: "D2" });
    await admin.moveDepartment(id, company.departmentId("EAST"));
    expect(await tree()).toMatchObject({ D2: "EAST" });
    const { errors } = await admin.attempt("admin", "deleteDepartment", await target(id));
    expect(errors).toEqual([]);
    expect(Object.keys(await tree())).not.toContain("D2");
    expect((await entriesOf(id)).map(({ action }) => action)).toEqual([
      "department:create",
      "department:update",
      "department:move",
      "department:delete",
    ]);
    expect((await entriesOf(id))[1]).toMatchObject({
      before: { name: "D1", code: "D1" },
      after: { name: "北方区", code: "D2" },
    });
  });

  test("with users, departments below or in a grant is not removed, and says why", async () => {
    const gone = async (id: string) =>
      refusal(await admin.attempt("admin", "deleteDepartment", await target(id)));
    expect(await gone(company.departmentId("EAST"))).toBe("CONFLICT HAS_USERS HAS_CHILDREN");
    const { id } = await newDepartment("LISTED");
    await admin.role("LISTS_IT", [
      { resource: "customer", action: "read", scope: "LIST", departmentIds: [id] },
    ]);
    expect(await gone(id)).toBe("CONFLICT IN_GRANTS");
    expect(await tree()).toHaveProperty("LISTED");
  });

  test("is changed only in the version that was read, by whoever may", async () => {
    const { id } = await newDepartment("STALE");
    for (const [name, more] of [
      ["updateDepartment", { name: "other" }],
      ["moveDepartment", { parentId: company.departmentId("EAST") }],
      ["deleteDepartment", {}],
    ] as const) {
      const current = await target(id);
      const stale = { ...current, version: current.version - 1, ...more };
      expect(refusal(await admin.attempt("admin", name, stale))).toBe("CONFLICT");
      expect(refusal(await admin.attempt("boss", name, { ...current, ...more }))).toBe("FORBIDDEN");
      const missing = { ...current, id: randomUUID(), ...more };
      expect(refusal(await admin.attempt("admin", name, missing))).toBe("NOT_FOUND");
      expect(refusal(await admin.attempt("admin", name, { ...missing, id: "no id" }))).toBe(
        "NOT_FOUND",
      );
    }
    expect(await entriesOf(id)).toHaveLength(1);
  });

  test("does not share a code", async () => {
    const { id } = await newDepartment("MINE");
    const input = { code: "EAST", name: "again", parentId: company.departmentId("ROOT") };
    expect(refusal(await admin.attempt("admin", "createDepartment", input))).toBe(
      "CONFLICT CODE_TAKEN",
    );
    const change = { ...(await target(id)), code: "EAST" };
    expect(refusal(await admin.attempt("admin", "updateDepartment", change))).toBe(
      "CONFLICT CODE_TAKEN",
    );
  });
});

describe("a move", () => {
  test("below itself, of the company itself or to nowhere is refused with a code", async () => {
    const before = await tree();
    const move = async (code: string, parentId: string) => {
      const input = { ...(await target(company.departmentId(code))), parentId };
      return refusal(await admin.attempt("admin", "moveDepartment", input));
    };
    expect(await move("EAST", company.departmentId("HARBOUR"))).toBe("INVALID_INPUT CYCLE");
    expect(await move("EAST", company.departmentId("EAST"))).toBe("INVALID_INPUT CYCLE");
    expect(await move("ROOT", company.departmentId("EAST"))).toBe("INVALID_INPUT CYCLE");
    expect(await move("EAST", randomUUID())).toBe("INVALID_INPUT");
    expect(await move("EAST", "no id")).toBe("INVALID_INPUT");
    expect(await tree()).toEqual(before);
  });

  test("at the same time as its mirror image leaves a tree: one of the two is refused", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await newDepartment(`A${round}`), await newDepartment(`B${round}`)];
      const answers = await Promise.all([
        admin.attempt("admin", "moveDepartment", { ...a, parentId: b.id }),
        admin.attempt("admin", "moveDepartment", { ...b, parentId: a.id }),
      ]);
      expect(answers.map(refusal).toSorted()).toEqual(["", "INVALID_INPUT CYCLE"]);
    }
  });

  test("numbers the tree anew, whatever moves meanwhile", async () => {
    const made = [];
    for (let number = 0; number < 6; number++) made.push(await newDepartment(`M${number}`));
    const [root] = made;
    await Promise.all(
      made
        .slice(1)
        .map((department) =>
          admin.attempt("admin", "moveDepartment", { ...department, parentId: root?.id }),
        ),
    );
    const wrong = await company.rows(`with recursive below as (
        select id as top, id from crm.department
        union all select b.top, d.id from crm.department d join below b on d.parent_id = b.id)
      select from crm.department t where
        (select array_agg(id order by id) from below where top = t.id) is distinct from
        (select array_agg(d.id order by d.id) from crm.department d where d.low between t.low and t.high)`);
    expect(wrong).toEqual([]);
    expect(await tree()).toMatchObject({ M1: "M0", M5: "M0" });
  });
});
