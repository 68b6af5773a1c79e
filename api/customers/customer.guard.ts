import { sql } from "kysely";
import { protectedFields } from "../../schema/access/permissions.ts";
import { forbidden, type Issue } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { ownsWithin } from "../access/user-in-scope.ts";
import { fieldScope } from "../access/policy.ts";
import { mayRead } from "../lists/authorise-row.ts";
import { codeIssues } from "../reference/dictionary-entry.reader.ts";
import { holderOfName, nameTaken } from "./customer-name.ts";
import { customers } from "./customer.list.ts";
import type { CustomerInput } from "./customer.rules.ts";

/** Input names of relations beside the protected field that governs them. */
const GOVERNED_BY: Readonly<Record<string, string>> = { parentCustomerId: "parentCustomer" };

/**
 * FORBIDDEN where an input names a protected field that the principal may not write on rows of this owner.
 * The right must hold in the row scope of the very grant that gives it.
 */
export async function authoriseFields(
  tx: Em,
  principal: Principal,
  ownerId: string,
  names: readonly string[],
): Promise<void> {
  const guarded = protectedFields("customer");
  for (const name of names) {
    const field = GOVERNED_BY[name] ?? name;
    if (!guarded.includes(field)) continue;
    const { clear } = fieldScope(principal, "customer", "write", field);
    const allowed = clear.kind === "all" || (await ownsWithin(tx, clear, ownerId));
    if (!allowed) {
      throw forbidden({
        zh: `没有权限修改字段 ${name}`,
        en: `You may not write the field ${name}`,
      });
    }
  }
}

/** Faults of a customer that depend on other rows, all at once. Call it in command mode. */
export async function customerReferenceIssues(
  tx: Em,
  principal: Principal,
  values: CustomerInput,
  id: string | undefined,
  at = "input",
): Promise<Issue[]> {
  const issues: Issue[] = [];
  const { name, region, parentCustomerId: parent } = values;
  if (name && (await holderOfName(tx, name, id))) issues.push(nameTaken(`${at}.name`));
  if (region) issues.push(...(await codeIssues(tx, "region", region, `${at}.region`)));
  if (parent) issues.push(...(await parentIssues(tx, principal, parent, id, at)));
  return issues;
}

async function parentIssues(
  tx: Em,
  principal: Principal,
  parent: string,
  id: string | undefined,
  at: string,
): Promise<Issue[]> {
  const path = `${at}.parentCustomerId`;
  if (!(await mayRead(tx, principal, customers, parent))) {
    return [{ path, text: { zh: "没有此客户", en: "is no customer" } }];
  }
  return id !== undefined && (await isBelow(tx, parent, id))
    ? [
        {
          path,
          text: { zh: "不能归属于自己或自己的下级", en: "is the customer itself or below it" },
        },
      ]
    : [];
}

/** Whether `id` is `above` itself or hangs below it. One change of parents at a time, or two make a circle. */
async function isBelow(tx: Em, id: string, above: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('crm.customer.parent'))`.execute(plain(tx));
  const { rows } = await sql`with recursive up as (
      select id, parent_customer_id from crm.customer where id = ${id}::uuid
      union select c.id, c.parent_customer_id from crm.customer as c join up on c.id = up.parent_customer_id)
    select from up where id = ${above}::uuid`.execute(plain(tx));
  return rows.length > 0;
}
