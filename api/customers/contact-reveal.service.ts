import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { forbidden, invalidInput } from "../../schema/kernel/errors.ts";
import { plain } from "../../schema/orm.ts";
import { fieldScope } from "../access/policy.ts";
import { ownsWithin } from "../access/user-in-scope.ts";
import { reasonIssues } from "../audit/reason.ts";
import { recordAudit } from "../audit/record.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import type { ContactSecret } from "./contact-secret.enum.ts";
import { contacts } from "./contact.list.ts";

export interface RevealInput {
  readonly id: string;
  readonly field: ContactSecret;
  readonly reason: string;
}

/**
 * The value of a field that the caller sees masked, once and for a reason, which the audit log keeps. Errors:
 * NOT_FOUND, FORBIDDEN (also for a field that is hidden), INVALID_INPUT (no reason, or nothing to reveal).
 */
export async function revealContact(work: Work, input: RevealInput): Promise<string | null> {
  const { em, principal } = work;
  const { id, field, reason } = input;
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, contacts, "reveal", id);
    const issues = reasonIssues(reason);
    if (issues.length > 0) throw invalidInput(issues);
    await commandMode(tx);
    const column = contacts.fields[field]?.column ?? "";
    const { rows } = await sql<{ value: string | null; owner: string }>`
      select ${sql.id("contact", column)} as value, c.account_manager_id as owner
      from crm.contact join crm.customer as c on c.id = contact.customer_id
      where contact.id = ${id}::uuid`.execute(plain(tx));
    const [row] = rows;
    const { clear, masked } = fieldScope(principal, "contact", "read", field);
    if (!row || (await ownsWithin(tx, clear, row.owner))) throw notMasked();
    if (!(await ownsWithin(tx, masked, row.owner))) throw forbidden();
    await recordAudit(tx, work, {
      action: "contact:reveal",
      resource: "contact",
      recordId: id,
      after: { field, reason: reason.trim() },
    });
    return row.value;
  });
}

const notMasked = () =>
  invalidInput([
    {
      path: "input.field",
      text: { zh: "对您没有掩码", en: "is not masked for you" },
      code: "NOT_MASKED",
    },
  ]);
