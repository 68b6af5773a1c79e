import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startHttp } from "../../../api/server/http.ts";
import { ChangeFeed } from "../../../api/live/changes.ts";
import { createUser } from "../../../api/access/user.service.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import { openOrm } from "../../../schema/orm.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { ADMIN, type Answer } from "../../support/api.ts";
import { salesCompany } from "../../support/sales-company.ts";

let offset = 0;
const company = salesCompany({ clock: { now: () => new Date(Date.now() + offset) } });
let admin = "";
let deputy = "";
let customerId = "";
beforeAll(async () => {
  const [row] = await company.rows<{ id: string }>(
    "insert into crm.customer (number, name, account_manager_id, bank) values ('K1', 'K1', $1, 'ICBC') returning id",
    [company.idOf("ann")],
  );
  customerId = row?.id ?? "";
  const user = await withRowContext(SYSTEM_ROWS, () =>
    createUser(
      {
        em: company.database.orm.em.fork(),
        principal: { kind: "system", name: "test" },
        clock: systemClock,
        requestId: "test",
      },
      {
        login: "deputy",
        displayName: "deputy",
        departmentId: company.departmentId("ROOT"),
        roles: ["SYSTEM_ADMIN"],
      },
    ),
  );
  deputy = user.id;
});
beforeEach(async () => {
  offset = 0;
  await company.rows("delete from crm.sign_in_throttle");
  admin = await company.signIn(ADMIN.login, ADMIN.password);
});

const BREAK = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { breakGlassUntil permissions } }`;
const breakGlass = (input: object = {}, token = admin) =>
  company.ask<{ breakGlass: { breakGlassUntil: string; permissions: string[] } }>(
    BREAK,
    { input: { reason: "ann is ill", minutes: 5, password: ADMIN.password, ...input } },
    { token },
  );
const customer = (token = admin) =>
  company.ask<{ customer: { name: string; bank: string } | null }>(
    "query ($id: ID!) { customer(id: $id) { name bank } }",
    { id: customerId },
    { token },
  );
const codeOf = ({ errors }: Pick<Answer, "errors">) => errors[0]?.extensions.code;
const told = (action: string) =>
  company.rows<{ record_id: string; after: Record<string, unknown> }>(
    "select record_id, after from crm.audit_entry where action = $1 order by at desc, id desc",
    [action],
  );

describe("break-glass access", () => {
  test("opens every business record to the session, and nothing to be changed", async () => {
    expect(codeOf(await customer())).toBe("FORBIDDEN");
    const { data, errors } = await breakGlass();
    expect(errors).toEqual([]);
    expect(data?.breakGlass.permissions).toEqual(
      expect.arrayContaining(["CUSTOMER_READ", "CONTACT_READ", "OPPORTUNITY_AGGREGATE"]),
    );
    expect(data?.breakGlass.permissions).not.toContain("CUSTOMER_UPDATE");
    const until = Date.parse(data?.breakGlass.breakGlassUntil ?? "");
    expect(Math.abs(until - Date.now() - 5 * 60_000)).toBeLessThan(30_000);
    expect((await customer()).data?.customer).toEqual({ name: "K1", bank: "ICBC" });
    const other = await company.signIn(ADMIN.login, ADMIN.password);
    expect(codeOf(await customer(other))).toBe("FORBIDDEN");
  });

  test("is told at its start, to every other administrator, at each use and at its end", async () => {
    await breakGlass();
    const [start] = await told("breakGlass:start");
    expect(start?.after).toMatchObject({ reason: "ann is ill", by: "admin" });
    expect((await told("breakGlass:notice"))[0]).toEqual({
      record_id: deputy,
      after: start?.after,
    });
    await customer();
    expect((await told("breakGlass:use"))[0]?.after).toEqual({
      breakGlassId: start?.after["breakGlassId"],
      operation: "customer",
      recordId: customerId,
    });
    const ended = await company.ask(
      "mutation { endBreakGlass { breakGlassUntil } }",
      {},
      { token: admin },
    );
    expect(ended.data).toEqual({ endBreakGlass: { breakGlassUntil: null } });
    expect((await told("breakGlass:end"))[0]?.after).toEqual({
      breakGlassId: start?.after["breakGlassId"],
    });
    expect(codeOf(await customer())).toBe("FORBIDDEN");
  });

  test("ends by itself when its time is over", async () => {
    await breakGlass({ minutes: 1 });
    expect(codeOf(await customer())).toBeUndefined();
    offset = 61_000;
    await expect.poll(async () => codeOf(await customer()), { timeout: 1_000 }).toBe("FORBIDDEN");
  });

  test("holds on another process, and ends there too", async () => {
    const { server, name } = company.database;
    const connection = connectionFor(server, "crm_app", name);
    const log = createLog("silent");
    const orm = await openOrm(connection, { secret: company.config.secret ?? "" });
    const changes = await ChangeFeed.open(connection, log);
    const other = await startHttp({
      orm,
      config: company.config,
      warehouse: undefined,
      changes,
      log,
      clock: systemClock,
    });
    const there = async () => {
      const response = await fetch(`${other.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${admin}` },
        body: JSON.stringify({ query: `{ customer(id: "${customerId}") { name } }` }),
      });
      return response.text();
    };
    try {
      await breakGlass();
      await expect.poll(there, { timeout: 1_000 }).toContain("K1");
      await company.ask("mutation { endBreakGlass { id } }", {}, { token: admin });
      await expect.poll(there, { timeout: 1_000 }).toContain("FORBIDDEN");
    } finally {
      await other.close();
      await changes.close();
      await orm.close();
    }
  });

  test("shows the values of business records in the audit log", async () => {
    await company.as(
      "ann",
      "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { id } }",
      { input: { id: customerId, version: 1, phone: "021" } },
    );
    await breakGlass();
    const { data } = await company.ask<{ auditEntries: { edges: { node: object }[] } }>(
      `{ auditEntries(first: 1, filter: { action: { eq: "customer:update" } }) { edges { node { before after } } } }`,
      {},
      { token: admin },
    );
    expect(data?.auditEntries.edges[0]?.node).toEqual({
      before: { phone: null },
      after: { phone: "021", version: 2 },
    });
  });

  test.each([
    [{ reason: "  " }, "input.reason"],
    [{ reason: "x".repeat(501) }, "input.reason"],
    [{ minutes: 0 }, "input.minutes"],
    [{ minutes: 61 }, "input.minutes"],
    [{ password: "wrong" }, "input.password"],
  ])("is refused for %o", async (input, path) => {
    const answer = await breakGlass(input);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path }],
    });
    expect(codeOf(await customer())).toBe("FORBIDDEN");
  });

  test("is refused to whoever is no administrator", async () => {
    expect(codeOf(await breakGlass({}, company.tokenOf("boss")))).toBe("FORBIDDEN");
  });
});
