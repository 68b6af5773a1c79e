import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ADMIN, type Answer } from "../../support/api.ts";
import { salesCompany } from "../../support/sales-company.ts";
import { connected, socketClient, subscribe } from "../../support/socket.ts";

const company = salesCompany();
const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { id secret expiresAt }
}`;
const REVOKE = "mutation ($id: ID!) { revokeApiKey(id: $id) }";
const CUSTOMERS =
  "{ customers(first: 100) { totalCount edges { node { accountManager { id } } } } }";
let admin = "";

interface Key {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: string;
}

const codeOf = (answer: Answer): string | undefined => answer.errors[0]?.extensions.code;
const create = (input: Record<string, unknown>, token = admin) =>
  company.ask<{ createApiKey: Key }>(CREATE, { input }, { token });
async function keyOf(role: string, name: string = crypto.randomUUID()): Promise<Key> {
  const key = (await create({ name, role })).data?.createApiKey;
  if (!key) throw new Error(`no key of ${role}`);
  return key;
}
const countSeen = async (token: string): Promise<number> => {
  const answer = await company.ask<{ customers: { totalCount: number } }>(CUSTOMERS, {}, { token });
  return answer.data?.customers.totalCount ?? -1;
};

beforeAll(async () => {
  admin = await company.signIn(ADMIN.login, ADMIN.password);
  for (const login of ["ann", "hal", "wes"] as const) {
    await company.rows(
      `insert into crm.customer (number, name, region, tier, account_manager_id)
       values ($1, $1, 'X', 1, $2)`,
      [`of ${login}`, company.idOf(login)],
    );
  }
});
beforeEach(() => company.rows("delete from crm.sign_in_throttle"));

describe("making a key", () => {
  test("shows its secret once; the database knows a digest", async () => {
    const { id, secret } = await keyOf("EXECUTIVE", "reporting");
    expect(secret).toMatch(/^crm_[\w-]{43}$/);
    const [row] = await company.rows<{ all: string }>(
      "select row_to_json(k)::text as all from crm.api_key k where id = $1",
      [id],
    );
    expect(row?.all).not.toContain(secret.slice(4));
    const { data, text } = await company.ask(
      `{ apiKey(id: "${id}") { name role createdBy lastUsedAt revokedAt } }`,
      {},
      { token: admin },
    );
    expect(data).toEqual({
      apiKey: {
        name: "reporting",
        role: "EXECUTIVE",
        createdBy: "admin",
        lastUsedAt: null,
        revokedAt: null,
      },
    });
    expect(text).not.toContain(secret);
    const audit = await company.rows<{ after: object }>(
      "select after from crm.audit_entry where action = 'apiKey:create' and record_id = $1",
      [id],
    );
    expect(audit[0]?.after).toMatchObject({ name: "reporting", role: "EXECUTIVE" });
    expect(JSON.stringify(audit)).not.toContain(secret);
  });

  test.each([
    ["no name", { name: " ", role: "EXECUTIVE" }, "input.name"],
    ["too long a name", { name: "x".repeat(101), role: "EXECUTIVE" }, "input.name"],
    ["a role that is none", { name: "a", role: "EXECUTIVES" }, "input.role"],
    [
      "an end in the past",
      { name: "a", role: "EXECUTIVE", expiresAt: "2020-01-01T00:00:00Z" },
      "input.expiresAt",
    ],
    [
      "an end too far away",
      { name: "a", role: "EXECUTIVE", expiresAt: "2099-01-01T00:00:00Z" },
      "input.expiresAt",
    ],
  ])("with %s is refused", async (_what, input, path) => {
    const answer = await create(input);
    expect(codeOf(answer)).toBe("INVALID_INPUT");
    expect(answer.errors[0]?.extensions.issues?.[0]?.path).toBe(path);
  });

  test("under a taken name is refused, until the other is revoked", async () => {
    const { id } = await keyOf("EXECUTIVE", "mirror");
    expect(codeOf(await create({ name: "Mirror", role: "EXECUTIVE" }))).toBe("CONFLICT");
    await company.ask(REVOKE, { id }, { token: admin });
    expect((await create({ name: "Mirror", role: "EXECUTIVE" })).errors).toEqual([]);
  });

  test("is for those with the right, and who cannot give roles takes one of their own", async () => {
    const input = { name: "mine", role: "SYSTEM_ADMIN" };
    expect(codeOf(await create(input, company.tokenOf("ann")))).toBe("FORBIDDEN");
    await company.rows(
      `insert into crm.role_grant (role_id, resource, action, scope)
       select id, 'apiKey', 'create', 'ALL' from crm.role where code = 'ACCOUNT_MANAGER'`,
    );
    const delegated = await company.signIn("ann", "nine lives of a cat");
    expect(codeOf(await create(input, delegated))).toBe("FORBIDDEN");
    const own = await create({ name: "mine", role: "ACCOUNT_MANAGER" }, delegated);
    expect(own.errors).toEqual([]);
    await company.rows(
      "delete from crm.role_grant where resource = 'apiKey' and role_id = (select id from crm.role where code = 'ACCOUNT_MANAGER')",
    );
  });

  test("is not for keys, whatever their role", async () => {
    const { secret } = await keyOf("SYSTEM_ADMIN");
    expect(codeOf(await create({ name: "child", role: "EXECUTIVE" }, secret))).toBe("FORBIDDEN");
  });
});

describe("a key", () => {
  test("reaches what its role has with ALL, and nothing by OWN or a department", async () => {
    expect(await countSeen((await keyOf("EXECUTIVE")).secret)).toBe(3);
    for (const role of ["ACCOUNT_MANAGER", "SALES_SUPERVISOR"]) {
      const answer = await company.ask(CUSTOMERS, {}, { token: (await keyOf(role)).secret });
      expect(codeOf(answer)).toBe("FORBIDDEN");
    }
  });

  test("reaches the departments of a LIST, and the field rights of its grants hold", async () => {
    await company.rows(
      "insert into crm.role (code, name_zh, name_en) values ('EAST', '东', 'East')",
    );
    await company.rows(
      `insert into crm.role_grant (role_id, resource, action, scope, department_ids, fields)
       select id, 'customer', 'read', 'LIST', array[$1::uuid], '{"accountManager": "hidden"}'
       from crm.role where code = 'EAST'`,
      [company.departmentId("EAST")],
    );
    const { secret } = await keyOf("EAST");
    const { data } = await company.ask<{
      customers: { totalCount: number; edges: { node: { accountManager: unknown } }[] };
    }>(CUSTOMERS, {}, { token: secret });
    expect(data?.customers.totalCount).toBe(1);
    expect(data?.customers.edges[0]?.node.accountManager).toBeNull();
  });

  test("is no person: it has no viewer, no sessions and no password", async () => {
    const { secret } = await keyOf("EXECUTIVE");
    for (const document of [
      "{ viewer { id } }",
      "{ sessions { id } }",
      "mutation { signOut }",
      'mutation { changePassword(input: { current: "a", new: "b" }) { id } }',
    ]) {
      expect(codeOf(await company.ask(document, {}, { token: secret }))).toBe("FORBIDDEN");
    }
  });

  test("is named in the audit log for what it does", async () => {
    const { id } = await keyOf("EXECUTIVE");
    const { secret } = await keyOf("SYSTEM_ADMIN", "janitor");
    expect((await company.ask(REVOKE, { id }, { token: secret })).errors).toEqual([]);
    const entries = await company.rows(
      "select principal, user_id from crm.audit_entry where action = 'apiKey:revoke' and record_id = $1",
      [id],
    );
    expect(entries).toEqual([{ principal: "apiKey:janitor", user_id: null }]);
  });

  test("notes when it was used", async () => {
    const { id, secret } = await keyOf("EXECUTIVE");
    await countSeen(secret);
    const rows = await company.rows("select id from crm.api_key where last_used_at is not null");
    expect(rows).toContainEqual({ id });
  });

  test("that never was, or was changed by a letter, opens nothing", async () => {
    const { secret } = await keyOf("EXECUTIVE");
    const changed = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    for (const token of [changed, `crm_${"x".repeat(43)}`, "crm_", `${secret} x`]) {
      expect(codeOf(await company.ask(CUSTOMERS, {}, { token }))).toBe("UNAUTHENTICATED");
    }
  });

  test("that has expired opens nothing", async () => {
    const { id, secret } = await keyOf("EXECUTIVE");
    await company.rows("update crm.api_key set expires_at = now() where id = $1", [id]);
    expect(codeOf(await company.ask(CUSTOMERS, {}, { token: secret }))).toBe("UNAUTHENTICATED");
  });

  test("that asks too often is told to slow down, and nobody else is", async () => {
    const [busy, calm] = [await keyOf("EXECUTIVE"), await keyOf("EXECUTIVE")];
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => company.ask("{ __typename }", {}, { token: busy.secret })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(codeOf(refused[0] as Answer)).toBe("LIMIT_EXCEEDED");
    expect(await countSeen(calm.secret)).toBe(3);
  });
});

describe("revoking a key", () => {
  test("ends it at once, once", async () => {
    const { id, secret } = await keyOf("EXECUTIVE");
    expect(await countSeen(secret)).toBe(3);
    expect((await company.ask(REVOKE, { id }, { token: admin })).data).toEqual({
      revokeApiKey: true,
    });
    expect(codeOf(await company.ask(CUSTOMERS, {}, { token: secret }))).toBe("UNAUTHENTICATED");
    expect(codeOf(await company.ask(REVOKE, { id }, { token: admin }))).toBe("NOT_FOUND");
    expect(codeOf(await company.ask(REVOKE, { id: "x" }, { token: admin }))).toBe("NOT_FOUND");
  });

  test("closes its sockets within two seconds", async () => {
    await company.rows(
      `insert into crm.role_grant (role_id, resource, action, scope)
       select id, 'opportunity', 'read', 'ALL' from crm.role where code = 'EXECUTIVE'`,
    );
    const { id, secret } = await keyOf("EXECUTIVE");
    const client = socketClient(company.address, secret);
    const opened = connected(client);
    const listener = subscribe(client, "subscription { opportunityChanged { id } }");
    await opened;
    const begin = performance.now();
    await company.ask(REVOKE, { id }, { token: admin });
    expect(await listener.ended).toBe(4403);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  test("a socket without a good key is turned away", async () => {
    const client = socketClient(company.address, `crm_${"x".repeat(43)}`);
    const listener = subscribe(client, "subscription { opportunityChanged { id } }");
    expect(await listener.ended).toBe(4401);
  });
});
