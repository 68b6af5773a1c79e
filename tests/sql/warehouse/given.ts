import { createStatements } from "../../../warehouse/ddl.ts";
import type { Column, Table } from "../../../warehouse/define.ts";
import type { Engine, Param, Writer } from "../../../warehouse/engine/engine.ts";
import { TABLES } from "../../../warehouse/tables.ts";
import {
  dimLossReason,
  dimOpportunitySource,
  dimOpportunityStatus,
} from "../../../warehouse/tables/dim-codes.ts";
import { dimCustomer } from "../../../warehouse/tables/dim-customer.ts";
import { dimDate } from "../../../warehouse/tables/dim-date.ts";
import { dimDepartment } from "../../../warehouse/tables/dim-department.ts";
import { dimUser } from "../../../warehouse/tables/dim-user.ts";
import { etlWatermark } from "../../../warehouse/tables/etl-watermark.ts";
import { factOpportunityTransition } from "../../../warehouse/tables/fact-opportunity-transition.ts";
import { factOpportunity } from "../../../warehouse/tables/fact-opportunity.ts";

/** A small company whose warehouse is written row by row, so that a test says what it stands on. */
export interface Company {
  /** In pre-order; parents before children. */
  readonly departments: readonly { readonly name: string; readonly parent?: string }[];
  readonly users: readonly {
    readonly name: string;
    readonly department: string | null;
    /** The department of an earlier version. */
    readonly formerly?: string;
  }[];
  readonly customers: readonly {
    readonly name: string;
    readonly region: string | null;
    readonly tier: number | null;
    readonly industry?: string | null;
    /** The tier of an earlier version. */
    readonly formerTier?: number;
  }[];
  readonly opportunities: readonly Opportunity[];
  readonly moves?: readonly Move[];
}

export type Status = "UNASSIGNED" | "ASSIGNED" | "DEVELOPING" | "WON" | "LOST";
export const STATUSES: readonly Status[] = ["UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON", "LOST"];
export const SOURCES = ["WEBSITE", "REFERRAL", "PHONE"] as const;
export const LOSS_REASONS = ["PRICE", "COMPETITOR"] as const;

export interface Opportunity {
  readonly owner: string | null;
  readonly customer?: string | null;
  readonly source?: (typeof SOURCES)[number] | null;
  readonly status: Status;
  readonly lossReason?: (typeof LOSS_REASONS)[number];
  /** How far it came before it was lost; as far as ASSIGNED where that is not said. */
  readonly lostFrom?: "ASSIGNED" | "DEVELOPING";
  readonly created: string;
  readonly closed?: string;
  readonly expected?: string;
  readonly estimated?: string | null;
  readonly amount?: string;
  readonly rate?: number;
  readonly currency?: string;
  readonly cycleDays?: string;
  /** Counted for the earlier version of owner and customer. */
  readonly former?: boolean;
}

export interface Move {
  readonly owner: string | null;
  readonly from: Status | null;
  readonly to: Status;
  readonly on: string;
  readonly days?: string;
  readonly change?: string | null;
  readonly converted?: boolean;
  readonly currency?: string;
}

export const uuid = (kind: number, number: number): string =>
  `0000000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const RUN_ID = uuid(9, 1);
/** When the warehouse was loaded; questions in tests are asked a minute later. */
export const LOADED_AT = "2024-06-15T02:00:00Z";

const placeOf = (
  names: readonly { readonly name: string }[],
  name: string | null | undefined,
): number => (name == null ? -1 : names.findIndex((each) => each.name === name));

export const departmentId = ({ departments }: Company, name: string): string =>
  uuid(1, placeOf(departments, name));
export const userId = ({ users }: Company, name: string): string => uuid(2, placeOf(users, name));
export const customerId = ({ customers }: Company, name: string): string =>
  uuid(3, placeOf(customers, name));
/** Earlier versions are numbered apart from the durable numbers, as a loader does. */
const FORMER = 1000;

const SINCE = "0001-01-01 00:00:00+00";
const CHANGED = "2024-01-01 00:00:00+00";
const FOREVER = "9999-12-31 00:00:00+00";

type Row<T extends Table> = Partial<Record<keyof T["columns"] & string, Param>>;

/** Inserts whole rows at once; a misspelt column does not compile. */
async function insert<T extends Table>(
  writer: Writer,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const columns = Object.entries<Column>(table.columns);
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    const params: Param[] = [];
    const values = some.map((row) => {
      const fields = columns.map(([name, { kind }]) => {
        const value = (row as Record<string, Param | undefined>)[name] ?? null;
        if (value === null) return "null";
        params.push(value);
        return kind === "flag" ? `$${params.length}::boolean` : `$${params.length}`;
      });
      return `(${fields.join(", ")})`;
    });
    await writer.run(`insert into ${table.name} values ${values.join(", ")}`, params);
  }
}

/** Fills an empty warehouse; the calendar covers 2023 to 2024. */
export async function given(engine: Engine, company: Company): Promise<void> {
  await engine.write(async (writer) => {
    for (const statement of createStatements(TABLES)) await writer.run(statement);
    await writer.transaction(async () => {
      await writer.run(CALENDAR);
      await insert(writer, dimDepartment, departments(company));
      await insert(writer, dimUser, users(company));
      await insert(writer, dimCustomer, customers(company));
      await insert(
        writer,
        dimOpportunityStatus,
        STATUSES.map((code, at) => ({ ...codeRow(code, at), opportunity_status_key: at + 1 })),
      );
      await insert(
        writer,
        dimOpportunitySource,
        SOURCES.map((code, at) => ({ ...codeRow(code, at), opportunity_source_key: at + 1 })),
      );
      await insert(
        writer,
        dimLossReason,
        LOSS_REASONS.map((code, at) => ({ ...codeRow(code, at), loss_reason_key: at + 1 })),
      );
      await insert(
        writer,
        factOpportunity,
        company.opportunities.map((each, at) => opportunity(company, each, at)),
      );
      await insert(
        writer,
        factOpportunityTransition,
        (company.moves ?? []).map((each, at) => move(company, each, at)),
      );
      await insert(writer, etlWatermark, [
        {
          source: "crm",
          identity: "test",
          xid8: "1",
          run_id: RUN_ID,
          loaded_at: LOADED_AT,
          source_max_time: LOADED_AT,
          declarations_hash: "test",
        },
      ]);
    });
  });
}

const codeRow = (code: string, order: number) => ({
  code,
  caption_zh: `${code}（中）`,
  caption_en: code.toLowerCase(),
  sort_order: order,
});

const dateKey = (day: string | undefined, missing: number): number =>
  day === undefined ? missing : Number(day.replaceAll("-", ""));

/** Made by the engine's own calendar, so that the one of the questions is checked against another. */
const CALENDAR = `insert into ${dimDate.name}
  select strftime(d, '%Y%m%d')::integer, d, year(d), year(d) || '-Q' || quarter(d), strftime(d, '%Y-%m'),
    strftime(d, '%Y-%m-%d'), isoyear(d), isoyear(d) || '-W' || lpad(weekofyear(d)::varchar, 2, '0'), year(d),
    'FY' || year(d) || '-Q' || quarter(d), 'FY' || year(d) || '-M' || lpad(month(d)::varchar, 2, '0'), true, false
  from (select d::date as d from range(date '2023-01-01', date '2025-01-01', interval 1 day) t(d))`;

function departments(company: Company): Row<typeof dimDepartment>[] {
  const { departments: all } = company;
  const isBelow = (low: number, above: number): boolean => {
    const parent = placeOf(all, all[low]?.parent);
    return low === above || (parent >= 0 && isBelow(parent, above));
  };
  const depthOf = (low: number): number => {
    const parent = placeOf(all, all[low]?.parent);
    return parent < 0 ? 0 : 1 + depthOf(parent);
  };
  return all.map(({ name, parent }, low) => ({
    department_key: low,
    department_id: uuid(1, low),
    code: name,
    name,
    parent_id: parent === undefined ? null : departmentId(company, parent),
    low,
    high: Math.max(...all.map((_, other) => (isBelow(other, low) ? other : low))),
    depth: depthOf(low),
  }));
}

function users(company: Company): Row<typeof dimUser>[] {
  return company.users.flatMap(({ name, department, formerly }, at) => {
    const version = (
      key: number,
      place: string | null,
      from: string,
      to: string,
      isCurrent: boolean,
    ) => ({
      user_key: key,
      user_durable_key: at,
      user_id: uuid(2, at),
      login: name,
      display_name: name,
      department_id: place === null ? null : departmentId(company, place),
      is_active: true,
      valid_from: from,
      valid_to: to,
      is_current: isCurrent,
      is_inferred: false,
    });
    if (formerly === undefined) return [version(at, department, SINCE, FOREVER, true)];
    return [
      version(FORMER + at, formerly, SINCE, CHANGED, false),
      version(at, department, CHANGED, FOREVER, true),
    ];
  });
}

function customers(company: Company): Row<typeof dimCustomer>[] {
  return company.customers.flatMap(({ name, region, tier, industry, formerTier }, at) => {
    const pieces = region?.split(" / ") ?? [];
    const prefix = (count: number): string | null =>
      pieces.length < count ? null : pieces.slice(0, count).join(" / ");
    const version = (
      key: number,
      own: number | null,
      from: string,
      to: string,
      isCurrent: boolean,
    ) => ({
      customer_key: key,
      customer_durable_key: at,
      customer_id: uuid(3, at),
      number: `KH${at}`,
      name,
      region,
      region1: prefix(1),
      region2: prefix(2),
      region3: prefix(3),
      tier: own,
      industry: industry ?? null,
      status: "ACTIVE",
      account_manager_durable_key: -1,
      valid_from: from,
      valid_to: to,
      is_current: isCurrent,
      is_inferred: false,
    });
    if (formerTier === undefined) return [version(at, tier, SINCE, FOREVER, true)];
    return [
      version(FORMER + at, formerTier, SINCE, CHANGED, false),
      version(at, tier, CHANGED, FOREVER, true),
    ];
  });
}

const instant = (day: string | undefined): string | null =>
  day === undefined ? null : `${day} 04:00:00+00`;

function opportunity(company: Company, each: Opportunity, at: number): Row<typeof factOpportunity> {
  const owner = placeOf(company.users, each.owner);
  const customer = placeOf(company.customers, each.customer);
  const shift = (each.former ?? false) ? FORMER : 0;
  const isClosed = each.status === "WON" || each.status === "LOST";
  return {
    opportunity_id: uuid(4, at),
    number: `XS${at}`,
    title: `Opportunity ${at}`,
    status_key: STATUSES.indexOf(each.status) + 1,
    source_key: each.source == null ? -1 : SOURCES.indexOf(each.source) + 1,
    loss_reason_key: each.lossReason === undefined ? -2 : LOSS_REASONS.indexOf(each.lossReason) + 1,
    owner_key: owner < 0 ? -1 : owner + shift,
    owner_durable_key: owner,
    creator_key: owner,
    creator_durable_key: owner,
    customer_key: customer < 0 ? -1 : customer + shift,
    customer_durable_key: customer,
    created_date_key: dateKey(each.created, -1),
    closed_date_key: dateKey(each.closed, -2),
    expected_close_date_key: dateKey(each.expected, -1),
    created_at: instant(each.created),
    closed_at: instant(each.closed),
    is_open: !isClosed,
    is_won: each.status === "WON",
    is_lost: each.status === "LOST",
    was_assigned: reached(each, "ASSIGNED"),
    was_developed: reached(each, "DEVELOPING"),
    estimated_amount: each.estimated ?? null,
    closed_amount: each.amount ?? null,
    weighted_amount: each.estimated == null ? null : weighted(each.estimated, each.rate ?? 0),
    success_rate: each.rate ?? 0,
    currency: each.currency ?? "CNY",
    cycle_days: each.cycleDays ?? null,
  };
}

/** The steps in their order; LOST is none, it keeps how far it came. */
const STEPS: readonly Status[] = ["UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON"];

export const reached = ({ status, lostFrom = "ASSIGNED" }: Opportunity, step: Status): boolean =>
  STEPS.indexOf(status === "LOST" ? lostFrom : status) >= STEPS.indexOf(step);

/** Whole amounts keep the products exact. */
export const weighted = (estimated: string, rate: number): string =>
  ((Math.round(Number(estimated)) * rate) / 100).toFixed(4);

function move(company: Company, each: Move, at: number): Row<typeof factOpportunityTransition> {
  const owner = placeOf(company.users, each.owner);
  return {
    transition_id: uuid(5, at),
    opportunity_id: uuid(4, at),
    seq: 1,
    from_status_key: each.from === null ? -2 : STATUSES.indexOf(each.from) + 1,
    to_status_key: STATUSES.indexOf(each.to) + 1,
    direction: "FORWARD",
    occurred_at: instant(each.on),
    occurred_date_key: dateKey(each.on, -1),
    actor_key: owner,
    actor_durable_key: owner,
    owner_key: owner,
    owner_durable_key: owner,
    customer_key: -1,
    customer_durable_key: -1,
    source_key: -1,
    success_rate: 0,
    amount: null,
    amount_change: each.change ?? null,
    currency: each.currency ?? "CNY",
    days_in_stage: each.days ?? null,
    is_converted: each.converted ?? false,
  };
}
