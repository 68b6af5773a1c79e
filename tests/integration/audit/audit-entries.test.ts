import { beforeAll, describe, expect, test } from "vitest";
import { FloodGate } from "../../../api/audit/flood-gate.ts";
import { ADMIN } from "../../support/api.ts";
import { salesCompany } from "../../support/sales-company.ts";

const company = salesCompany();
let admin = "";
let contactId = "";
beforeAll(async () => {
  admin = await company.signIn(ADMIN.login, ADMIN.password);
  const [customer] = await company.rows<{ id: string }>(
    "insert into crm.customer (number, name, account_manager_id) values ('K1', 'K1', $1) returning id",
    [company.idOf("ann")],
  );
  const made = await company.as<{ createContact: { id: string } }>(
    "ann",
    "mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }",
    { input: { customerId: customer?.id, name: "Li Lei", mobile: "13800000000", memo: "golf" } },
  );
  contactId = made.data?.createContact.id ?? "";
});

interface Entry {
  readonly id: string;
  readonly principal: string;
  readonly action: string;
  readonly recordId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly user: { readonly login: string } | null;
  readonly requestId: string | null;
}
interface Entries {
  readonly auditEntries: {
    readonly edges: readonly { readonly node: Entry }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount: number;
  };
}
const QUERY = `query ($filter: AuditEntryFilter, $first: Int! = 100, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) { totalCount
    edges { node { id at principal action resource recordId requestId before after user { login } } }
    pageInfo { hasNextPage endCursor } } }`;

async function entries(filter: object, token = admin): Promise<readonly Entry[]> {
  const { data, text } = await company.ask<Entries>(QUERY, { filter }, { token });
  if (!data) throw new Error(text);
  return data.auditEntries.edges.map(({ node }) => node);
}

/** A role that reads the log and whatever else is said, held by max beside his own. */
async function alsoReads(grants: readonly [string, string, string, object?][]): Promise<void> {
  await company.rows("delete from crm.role where code = 'AUDITOR'");
  const [role] = await company.rows<{ id: string }>(
    "insert into crm.role (code, name_zh, name_en) values ('AUDITOR', '审计', 'Auditor') returning id",
  );
  for (const [resource, action, scope, fields] of [["audit", "read", "ALL"] as const, ...grants]) {
    await company.rows(
      "insert into crm.role_grant (role_id, resource, action, scope, fields) values ($1, $2, $3, $4, $5)",
      [role?.id, resource, action, scope, fields ?? {}],
    );
  }
  await company.rows("delete from crm.user_role where user_id = $1", [company.idOf("max")]);
  await company.rows("insert into crm.user_role (user_id, role_id) values ($1, $2)", [
    company.idOf("max"),
    role?.id,
  ]);
}

describe("the audit log", () => {
  test("is searched by user, action, record, request and time", async () => {
    const [made] = await entries({ recordId: { eq: contactId } });
    expect(made).toMatchObject({
      principal: "user:ann",
      action: "contact:create",
      user: { login: "ann" },
    });
    const ids = async (filter: object): Promise<string[]> =>
      (await entries(filter)).map(({ id }) => id);
    expect(await ids({ requestId: { eq: made?.requestId } })).toEqual([made?.id]);
    expect(
      await ids({ userId: { eq: company.idOf("ann") }, action: { eq: "contact:create" } }),
    ).toEqual([made?.id]);
    expect(await ids({ principal: { eq: "user:ann" }, resource: { eq: "contact" } })).toEqual([
      made?.id,
    ]);
    expect(await ids({ at: { gte: "2199-01-01T00:00:00Z" } })).toEqual([]);
  });

  test("comes page by page, newest first, each entry once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const answer: { data: Entries | null | undefined } = await company.ask<Entries>(
        QUERY,
        { first: 7, after },
        { token: admin },
      );
      const page = answer.data?.auditEntries;
      seen.push(...(page?.edges ?? []).map(({ node }) => node.id));
      if (!page?.pageInfo.hasNextPage) {
        expect(page?.totalCount).toBe(seen.length);
        break;
      }
      after = page.pageInfo.endCursor;
    }
    const stored = await company.rows<{ id: string }>(
      "select id from crm.audit_entry order by at desc, id desc",
    );
    expect(seen).toEqual(stored.map(({ id }) => id));
  });

  test.each(["boss", "ann", "amy", "max"] as const)("is closed to %s", async (login) => {
    const { errors } = await company.as(login, QUERY);
    expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("shows an administrator that a business record changed, but not its values", async () => {
    const [made] = await entries({ recordId: { eq: contactId } });
    const hidden = { hidden: true };
    expect(made?.after).toEqual({
      name: hidden,
      mobile: hidden,
      memo: hidden,
      customerId: hidden,
      version: hidden,
    });
    const [user] = await entries({
      action: { eq: "user:create" },
      recordId: { eq: company.idOf("ann") },
    });
    expect(user?.after).toMatchObject({ login: "ann" });
  });

  test("shows values as far as its reader may read the record and the field", async () => {
    const asMax = async () =>
      (await entries({ recordId: { eq: contactId } }, company.tokenOf("max")))[0]?.after;
    const customers: [string, string, string] = ["customer", "read", "ALL"];
    await alsoReads([customers, ["contact", "read", "ALL", { memo: "hidden", mobile: "masked" }]]);
    await expect
      .poll(asMax)
      .toMatchObject({ name: "Li Lei", memo: { hidden: true }, mobile: { hidden: true } });
    await alsoReads([customers, ["contact", "read", "OWN"]]);
    await expect.poll(asMax).toMatchObject({ name: { hidden: true } });
    await alsoReads([customers, ["contact", "read", "DEPARTMENT_TREE"]]);
    await expect.poll(asMax).toMatchObject({ name: "Li Lei", memo: "golf" });
  });

  test("keeps no personal value in clear", async () => {
    const [stored] = await company.rows<{ text: string }>(
      "select after::text as text from crm.audit_entry where record_id = $1",
      [contactId],
    );
    for (const value of ["Li Lei", "13800000000", "golf"])
      expect(stored?.text).not.toContain(value);
    expect(stored?.text).toContain("$sealed");
    const [key] = await company.rows<{ wrapped: string }>(
      "select wrapped from crm.personal_key where subject_id = $1",
      [contactId],
    );
    expect(key?.wrapped).toMatch(/^[\w-]{70,}$/);
  });
});

describe("what is refused", () => {
  test("is told as a denial, with who wanted what", async () => {
    await company.as("amy", `mutation { eraseContact(id: "${contactId}", reason: "x") }`);
    expect(
      await entries({ action: { eq: "access:denied" }, principal: { eq: "user:amy" } }),
    ).toMatchObject(
      [
        { after: { operation: "auditEntries" } },
        { after: { operation: "eraseContact", recordId: contactId } },
      ].toReversed(),
    );
  });

  test("is told as a failed sign-in, without a text that is no login", async () => {
    const mutation =
      'mutation ($login: String!) { signIn(input: {login: $login, password: "no"}) { expiresAt } }';
    await company.ask(mutation, { login: "ann" });
    await company.ask(mutation, { login: "my secret password" });
    const failed = await entries({ action: { eq: "session:signInFailed" } });
    expect(failed.map(({ recordId, after }) => [recordId, after])).toEqual([
      [null, { login: null, reason: "WRONG" }],
      [company.idOf("ann"), { login: "ann", reason: "WRONG" }],
    ]);
  });

  test("fills the log with some entries only, however often it is tried", async () => {
    const tries = Array.from({ length: 60 }, () =>
      company.as("hal", "{ auditEntries { totalCount } }"),
    );
    await Promise.all(tries);
    const denied = await entries({
      action: { eq: "access:denied" },
      principal: { eq: "user:hal" },
    });
    expect(denied).toHaveLength(10);
  });

  test("in a flood is counted and told with the next entry", () => {
    let now = 0;
    const gate = new FloodGate(() => now);
    const admitted = (source: string, times: number) =>
      Array.from({ length: times }, () => gate.admit(source)).filter((held) => held !== undefined);
    expect(admitted("a", 25)).toEqual(Array.from({ length: 10 }, () => 0));
    expect(admitted("b", 1)).toEqual([0]);
    now = 60_000;
    expect(admitted("b", 1)).toEqual([15]);
    for (let source = 0; source < 1_000; source++) gate.admit(`s${source}`);
    now = 120_000;
    expect(gate.admit("c")).toBe(701);
  });
});
