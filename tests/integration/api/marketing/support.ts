import type { Login, SalesCompany } from "../../../support/sales-company.ts";

export const STATUSES = ["UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON", "LOST"] as const;
export type Status = (typeof STATUSES)[number];

/** An opportunity written past the API, in any status, with one plan item. */
export async function plantOpportunity(
  company: SalesCompany,
  status: Status,
  { creator = "eva", assignee = "ann" }: { creator?: Login; assignee?: Login } = {},
): Promise<string> {
  const [row] = await company.rows<{ id: string }>(
    `insert into crm.opportunity (number, title, source_id, customer_name, contact_name, success_rate,
       description, currency, estimated_amount, status, furthest_status, assignee_id, assigned_at, closed_at,
       created_by_id)
     select 'T' || gen_random_uuid()::text, 'A chance', d.id, 'Prospect ' || gen_random_uuid()::text, 'Mr Lee', 40,
       'They want it', 'CNY', 1000, $1, $1,
       case when $1 = 'UNASSIGNED' then null else $2::uuid end,
       case when $1 = 'UNASSIGNED' then null else now() end,
       case when $1 in ('WON', 'LOST') then now() end, $3::uuid
     from crm.dictionary_entry d where d.type = 'opportunitySource' and d.code = 'WEBSITE'
     returning id`,
    [status, company.idOf(assignee), company.idOf(creator)],
  );
  if (!row) throw new Error("no opportunity was planted");
  await company.rows(
    `insert into crm.plan_item (opportunity_id, planned_on, content) values ($1, '2026-06-01', 'Visit')`,
    [row.id],
  );
  return row.id;
}

/** All that a command could have written about an opportunity, to see that a refused one wrote nothing. */
export async function everythingOf(company: SalesCompany, id: string): Promise<unknown> {
  const [row] = await company.rows(
    `select (select to_jsonb(o) from crm.opportunity o where o.id = $1) as opportunity,
       (select jsonb_agg(t order by seq) from crm.opportunity_transition t where opportunity_id = $1) as transitions,
       (select jsonb_agg(r order by seq) from crm.opportunity_revision r where opportunity_id = $1) as revisions,
       (select jsonb_agg(p order by id) from crm.plan_item p where opportunity_id = $1) as items,
       (select jsonb_agg(d) from crm.deal d where opportunity_id = $1) as deals,
       (select count(*) from crm.customer) as customers, (select count(*) from crm.contact) as contacts,
       (select count(*) from crm.audit_entry where action <> 'access:denied') as audits`,
    [id],
  );
  return row;
}

export interface Current {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly itemId: string;
  readonly itemVersion: number;
}

export async function currentOf(company: SalesCompany, id: string): Promise<Current> {
  const [row] = await company.rows<{
    version: number;
    status: Status;
    item_id: string;
    item_version: number;
  }>(
    `select o.version, o.status, p.id as item_id, p.version as item_version
     from crm.opportunity o left join lateral (
       select id, version from crm.plan_item where opportunity_id = o.id and result is null order by id limit 1) p on true
     where o.id = $1`,
    [id],
  );
  const missing = "00000000-0000-7000-8000-000000000000";
  return {
    id,
    version: row?.version ?? 1,
    status: row?.status ?? "UNASSIGNED",
    itemId: row?.item_id ?? missing,
    itemVersion: row?.item_version ?? 1,
  };
}

export async function entryId(company: SalesCompany, type: string, code: string): Promise<string> {
  const [row] = await company.rows<{ id: string }>(
    "select id from crm.dictionary_entry where type = $1 and code = $2",
    [type, code],
  );
  return row?.id ?? "";
}

export async function plantRegion(company: SalesCompany, code = "China / East"): Promise<void> {
  await company.rows(
    `insert into crm.dictionary_entry (type, code, caption_zh, caption_en) values ('region', $1, $1, $1)
     on conflict do nothing`,
    [code],
  );
}

/** A mutation that is right in form: only rights, status and rows decide what becomes of it. */
export interface Command {
  readonly query: string;
  input(current: Current, company: SalesCompany, lossReasonId: string): object;
}

const mutation = (name: string, inputType: string, selection: string): string =>
  `mutation ($input: ${inputType}!) { ${name}(input: $input) ${selection} }`;

const OPPORTUNITY = "{ id status version }";
const record = ({ id, version }: Current) => ({ id, version });
const item = ({ itemId, itemVersion }: Current) => ({ id: itemId, version: itemVersion });

export const COMMANDS = {
  updateOpportunity: {
    query: mutation("updateOpportunity", "UpdateOpportunityInput", OPPORTUNITY),
    input: (current) => ({ ...record(current), strategy: `Plan ${current.version}` }),
  },
  assignOpportunity: {
    query: mutation("assignOpportunity", "AssignOpportunityInput", OPPORTUNITY),
    input: (current, company) => ({ ...record(current), assigneeId: company.idOf("ann") }),
  },
  reassignOpportunity: {
    query: mutation("reassignOpportunity", "ReassignOpportunityInput", OPPORTUNITY),
    input: (current, company) => ({
      ...record(current),
      assigneeId: company.idOf("ann"),
      reason: "A better fit",
    }),
  },
  reopenOpportunity: {
    query: mutation("reopenOpportunity", "ReopenOpportunityInput", OPPORTUNITY),
    input: (current) => ({ ...record(current), reason: "They came back" }),
  },
  winOpportunity: {
    query: mutation("winOpportunity", "WinOpportunityInput", OPPORTUNITY),
    input: (current) => ({
      ...record(current),
      closedAmount: "900",
      newCustomer: { region: "China / East" },
    }),
  },
  loseOpportunity: {
    query: mutation("loseOpportunity", "LoseOpportunityInput", OPPORTUNITY),
    input: (current, _company, lossReasonId) => ({ ...record(current), lossReasonId }),
  },
  deleteOpportunity: {
    query: mutation("deleteOpportunity", "RecordInput", ""),
    input: record,
  },
  addPlanItem: {
    query: mutation("addPlanItem", "AddPlanItemInput", "{ id }"),
    input: ({ id }) => ({ opportunityId: id, plannedOn: "2026-07-01", content: "Call" }),
  },
  updatePlanItem: {
    query: mutation("updatePlanItem", "UpdatePlanItemInput", "{ id }"),
    input: (current) => ({ ...item(current), content: `Visit ${current.itemVersion}` }),
  },
  recordPlanResult: {
    query: mutation("recordPlanResult", "RecordPlanResultInput", "{ id }"),
    input: (current) => ({ ...item(current), result: "Went well" }),
  },
  deletePlanItem: {
    query: mutation("deletePlanItem", "RecordInput", ""),
    input: item,
  },
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** Where the faults of a refused input are. */
export const issuesOf = (answer: {
  errors: readonly { extensions: { issues?: readonly { path: string }[] } }[];
}) => answer.errors[0]?.extensions.issues?.map(({ path }) => path).toSorted();

export async function plantProduct(company: SalesCompany): Promise<string> {
  const [product] = await company.rows<{ id: string }>(
    `insert into crm.product (source, external_id, name, price, currency)
     values ('erp', 'P1', 'Pump', 80, 'CNY') returning id`,
  );
  return product?.id ?? "";
}
