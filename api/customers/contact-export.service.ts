import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { protectedFields } from "../../schema/access/permissions.ts";
import { forbidden } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { fieldScope } from "../access/policy.ts";
import { permittedRows } from "../access/scope-sql.ts";
import { ownsWithin } from "../access/user-in-scope.ts";
import { openPersonal } from "../audit/personal-values.ts";
import { recordAudit } from "../audit/record.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { contacts } from "./contact.list.ts";
import { mentionsOf } from "./contact-mentions.ts";

/** Everything the CRM holds about the person of a contact, within the scope of whoever exports it. */
export interface ContactData {
  readonly contact: unknown;
  readonly externalKeys: unknown;
  readonly customer: unknown;
  readonly opportunities: readonly unknown[];
  readonly history: readonly unknown[];
}

interface Held {
  readonly contact: Readonly<Record<string, unknown>>;
  readonly externalKeys: readonly unknown[];
  readonly customer: unknown;
  readonly owner: string;
}

/**
 * A copy for the person, as JSON. It must be whole: whoever may not read a field of it cannot export it. Errors:
 * NOT_FOUND, FORBIDDEN.
 */
export async function exportContactData(work: Work, id: string): Promise<ContactData> {
  const { em, principal } = work;
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, contacts, "export", id);
    const mentions = await mentionsOf(tx, id, permittedRows(principal, "opportunity"));
    await commandMode(tx);
    const { owner, ...held } = await heldOf(tx, id);
    await authoriseWhole(tx, work, owner);
    const history = await historyOf(tx, id);
    const opportunities = mentions
      .filter(({ permitted }) => permitted)
      .map(({ permitted: _permitted, ...mention }) => mention);
    await recordAudit(tx, work, {
      action: "contact:exportData",
      resource: "contact",
      recordId: id,
      after: { opportunities: opportunities.length, history: history.length },
    });
    return { ...held, opportunities, history };
  });
}

async function authoriseWhole(tx: Em, { principal }: Work, owner: string): Promise<void> {
  for (const field of protectedFields("contact")) {
    const { clear } = fieldScope(principal, "contact", "read", field);
    if (await ownsWithin(tx, clear, owner)) continue;
    throw forbidden({
      zh: `导出须完整，而您没有权限查看字段 ${field}`,
      en: `An export must be whole, and you may not read the field ${field}`,
    });
  }
}

async function heldOf(tx: Em, id: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select json_build_object('id', t.id, 'name', t.name, 'sex', t.sex, 'position', t.position,
        'officePhone', t.office_phone, 'mobile', t.mobile, 'email', t.email, 'memo', t.memo,
        'isPrimary', t.is_primary, 'createdAt', t.created_at) as contact,
      coalesce((select json_agg(json_build_object('source', k.source, 'key', k.key) order by k.source, k.key)
        from crm.contact_external_key as k where k.contact_id = t.id), '[]') as "externalKeys",
      json_build_object('id', c.id, 'number', c.number, 'name', c.name) as customer,
      c.account_manager_id as owner
    from crm.contact as t join crm.customer as c on c.id = t.customer_id
    where t.id = ${id}::uuid`.execute(plain(tx));
  const [held] = rows;
  if (!held) throw new Error("the contact was there a moment ago");
  return held;
}

type Values = Readonly<Record<string, unknown>>;
interface Entry {
  readonly at: string;
  readonly principal: string;
  readonly action: string;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** What was done with the record, with the values that it had then. */
async function historyOf(tx: Em, id: string): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`select at, principal, action, before, after
    from crm.audit_entry where resource = 'contact' and record_id = ${id}::uuid
    order by at, id`.execute(plain(tx));
  const values = await openPersonal(
    tx,
    rows.flatMap(({ before, after }) => [before ?? {}, after ?? {}]),
  );
  return rows.map((entry, index) => ({
    ...entry,
    before: entry.before && (values[2 * index] ?? {}),
    after: entry.after && (values[2 * index + 1] ?? {}),
  }));
}
