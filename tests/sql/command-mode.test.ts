import { beforeAll, expect, test } from "vitest";
import { commandMode } from "../../schema/access/command-mode.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { Customer } from "../../schema/customers/customer.entity.ts";
import { User } from "../../schema/access/user.entity.ts";
import { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import { ownDatabase } from "../support/database.ts";
import { customerId, foundCompany, opportunityId, userId } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

const id = customerId(2);
const rename = (em: typeof db.orm.em) => em.nativeUpdate(Customer, { id }, { phone: "x" });

test("outside a command nothing is written, whatever the scope", async () => {
  await withRowContext(SYSTEM_ROWS, async () => {
    const em = db.orm.em.fork();
    expect(await rename(em)).toBe(0);
    expect(await em.nativeDelete(Opportunity, { id: opportunityId(2) })).toBe(0);
    await expect(
      em.execute("insert into crm.setting (key, value) values ('k', '1')"),
    ).rejects.toThrow(/row-level security/);
  });
});

test("a command writes, also rows that leave the caller's scope by it", async () => {
  const scopes = { customer: { kind: "any", of: [{ kind: "owner", userId: userId(2) }] } } as const;
  await withRowContext({ userId: userId(2), scopes }, async () => {
    await db.orm.em.fork().transactional(async (tx) => {
      const customer = await tx.findOneOrFail(Customer, { id });
      await commandMode(tx);
      customer.accountManager = tx.getReference(User, userId(3));
    });
    expect(await db.orm.em.fork().count(Customer, { id })).toBe(0);
  });
});

test("a command ends with its transaction", async () => {
  await withRowContext(SYSTEM_ROWS, async () => {
    await db.orm.em.fork().transactional((tx) => commandMode(tx));
    for (let i = 0; i < 8; i++) expect(await rename(db.orm.em.fork())).toBe(0);
  });
});

test("a command mode left over on a connection admits nothing", async () => {
  await withRowContext(SYSTEM_ROWS, async () => {
    const em = db.orm.em.fork();
    await em.execute("select set_config('crm.command', pg_current_xact_id()::text, false)");
    for (let i = 0; i < 8; i++) expect(await rename(em)).toBe(0);
    await em.execute("select set_config('crm.command', '', false)");
  });
});

test("command mode is refused outside a transaction", async () => {
  await expect(commandMode(db.orm.em.fork())).rejects.toThrow("needs a transaction");
});

test("a stale version changes nothing", async () => {
  await withRowContext(SYSTEM_ROWS, async () => {
    const attempt = db.orm.em.fork().transactional(async (tx) => {
      const customer = await tx.findOneOrFail(Customer, { id });
      await commandMode(tx);
      await db.sql("crm_owner", "update crm.customer set version = version + 1 where id = $1", [
        id,
      ]);
      customer.phone = "stale";
    });
    await expect(attempt).rejects.toMatchObject({ name: "OptimisticLockError" });
  });
  expect(await db.sql("crm_owner", "select phone from crm.customer where id = $1", [id])).toEqual([
    { phone: null },
  ]);
});
