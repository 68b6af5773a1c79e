import type { OwnDatabase } from "../../support/database.ts";

const uuid = (kind: string, n: number): string =>
  `00000000-0000-7000-8000-${kind}${String(n).padStart(12 - kind.length, "0")}`;

export const departmentId = (n: number): string => uuid("d", n);
export const userId = (n: number): string => uuid("a", n);
export const customerId = (n: number): string => uuid("c", n);
export const opportunityId = (n: number): string => uuid("e", n);

/**
 * Headquarters 1 with North 2 (A 3, B 4) and South 5 (A 6, B 7); users 1–7 sit in the department of
 * their number.
 */
const DEPARTMENTS = [
  [1, null, "HQ"],
  [2, 1, "N"],
  [3, 2, "NA"],
  [4, 2, "NB"],
  [5, 1, "S"],
  [6, 5, "SA"],
  [7, 5, "SB"],
] as const;
export const USERS = DEPARTMENTS.map(([n]) => n);

/**
 * A small company, written as the owner of the tables. Each user manages two customers (n and n +
 * 10) with a contact each, and is assigned one opportunity with a line of its transitions.
 */
export async function foundCompany(db: OwnDatabase): Promise<void> {
  for (const [n, parent, code] of DEPARTMENTS) {
    await db.sql(
      "crm_owner",
      "insert into crm.department (id, parent_id, code, name) values ($1, $2, $3, $3)",
      [departmentId(n), parent === null ? null : departmentId(parent), code],
    );
  }
  for (const n of USERS) {
    const user = userId(n);
    await db.sql(
      "crm_owner",
      "insert into crm.app_user (id, login, display_name, department_id) values ($1, $2, $2, $3)",
      [user, `user${n}`, departmentId(n)],
    );
    for (const c of [n, n + 10]) {
      await db.sql(
        "crm_owner",
        "insert into crm.customer (id, number, name, account_manager_id) values ($1, $2, $3, $4)",
        [customerId(c), `KH${c}`, `客户 ${c} 有限公司`, user],
      );
      await db.sql("crm_owner", "insert into crm.contact (customer_id, name) values ($1, $2)", [
        customerId(c),
        `联系人 ${c}`,
      ]);
    }
    await db.sql(
      "crm_owner",
      `insert into crm.opportunity (id, number, title, source_id, customer_id, success_rate, description, currency,
         estimated_amount, status, assignee_id)
       select $1, $2, $2, id, $3, 50, '', 'CNY', 1000, 'ASSIGNED', $4
       from crm.dictionary_entry where type = 'opportunitySource' and code = 'OTHER'`,
      [opportunityId(n), `XS${n}`, customerId(n), user],
    );
    await db.sql(
      "crm_owner",
      `insert into crm.opportunity_transition
         (opportunity_id, seq, to_status, direction, by_principal, success_rate, amount, currency)
       values ($1, 1, 'ASSIGNED', 'FORWARD', 'user:user1', 50, 1000, 'CNY')`,
      [opportunityId(n)],
    );
  }
}
