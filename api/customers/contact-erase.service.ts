import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { conflict, invalidInput, notFound, type Issue } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { permittedRows } from "../access/scope-sql.ts";
import { forgetPersons } from "../audit/personal-values.ts";
import { reasonIssues } from "../audit/reason.ts";
import { recordAudit, recordAudits } from "../audit/record.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import { announceChange } from "../live/changes.ts";
import type { Work } from "../server/context.ts";
import { contacts } from "./contact.list.ts";
import { mentionsOf, type Mention } from "./contact-mentions.ts";

const CLOSED: readonly string[] = ["WON", "LOST"];

/**
 * Forgets the person of a contact: the record with its external keys goes for good, closed opportunities stay
 * without the name, and the keys of what the audit log sealed are destroyed, so that its chain stays whole but
 * tells no more. Errors: NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT while an open opportunity names the person.
 */
export async function eraseContact(work: Work, id: string, reason: string): Promise<void> {
  const { em, principal } = work;
  await em.transactional(async (tx) => {
    await authoriseRow(tx, principal, contacts, "erase", id);
    const issues = reasonIssues(reason);
    if (issues.length > 0) throw invalidInput(issues);
    await commandMode(tx);
    await lockContact(tx, id);
    const mentions = await mentionsOf(tx, id, permittedRows(principal, "opportunity"));
    const open = mentions.filter(({ status }) => !CLOSED.includes(status));
    if (open.length > 0) throw namedInOpen(open);
    await anonymise(tx, work, mentions);
    await sql`delete from crm.contact where id = ${id}::uuid`.execute(plain(tx));
    await recordAudit(tx, work, {
      action: "contact:erase",
      resource: "contact",
      recordId: id,
      after: { reason: reason.trim(), opportunities: mentions.length },
    });
    await forgetPersons(tx, [id, ...mentions.map((mention) => mention.id)]);
  });
}

/** The customer first, as everybody does who changes its contacts; then nobody can change the contact. */
async function lockContact(tx: Em, id: string): Promise<void> {
  await sql`select from crm.customer where id = (
    select customer_id from crm.contact where id = ${id}::uuid) for no key update`.execute(
    plain(tx),
  );
  const { rows } = await sql`select from crm.contact where id = ${id}::uuid for update`.execute(
    plain(tx),
  );
  if (rows.length === 0) throw notFound(contacts.caption);
}

async function anonymise(tx: Em, work: Work, mentions: readonly Mention[]): Promise<void> {
  const ids = mentions.map(({ id }) => id);
  const { rows } = await sql<{ id: string; version: number }>`update crm.opportunity
    set contact_name = null, contact_phone = null, version = version + 1
    where id = any(${ids}::uuid[]) returning id, version`.execute(plain(tx));
  await recordAudits(
    tx,
    work,
    { action: "opportunity:erasePerson", resource: "opportunity" },
    rows.map(({ id, version }) => ({
      recordId: id,
      after: { contactName: null, contactPhone: null, version },
    })),
  );
  for (const id of ids) await announceChange(tx, { resource: "opportunity", id });
}

/** Names those only that the caller may see; that there are others is reason enough. */
function namedInOpen(open: readonly Mention[]) {
  const issues = open.map(({ permitted, number, title }): Issue => ({
    path: "id",
    code: "OPEN_OPPORTUNITY",
    text: permitted
      ? { zh: `销售机会 ${number} ${title}`, en: `Opportunity ${number} ${title}` }
      : { zh: "不在您权限内的销售机会", en: "An opportunity out of your scope" },
  }));
  return conflict(
    {
      zh: "进行中的销售机会仍以此人为联系人，请先更换联系人或结束该机会",
      en: "Open opportunities name this person: name another contact there, or close them first",
    },
    issues,
  );
}
