import { sql, type RawBuilder } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";

/** An opportunity that names the person of a contact, without a reference to the contact itself. */
export interface Mention {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  /** Whether the caller may read it; beyond commands only such ones are found. */
  readonly permitted: boolean;
}

/** Opportunities of the contact's customer that carry the name or a telephone number of the person. */
export async function mentionsOf(
  tx: Em,
  contactId: string,
  permitted: RawBuilder<boolean>,
): Promise<readonly Mention[]> {
  const { rows } = await sql<Mention>`
    select opportunity.id, opportunity.number, opportunity.title, opportunity.status,
      opportunity.contact_name as "contactName", opportunity.contact_phone as "contactPhone",
      ${permitted} as permitted
    from crm.contact as person join crm.opportunity
      on person.customer_id in (opportunity.customer_id, opportunity.result_customer_id)
    where person.id = ${contactId}::uuid
      and (lower(btrim(opportunity.contact_name)) = lower(btrim(person.name))
        or opportunity.contact_phone in (person.mobile, person.office_phone))
    order by opportunity.id`.execute(plain(tx));
  return rows;
}
