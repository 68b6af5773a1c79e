import { periodOf } from "../../../warehouse/calendar/periods.ts";
import type { Company, Opportunity } from "./given.ts";
import { customerId, departmentId, reached, userId, weighted } from "./given.ts";

/*
 * A second, naive way to every figure: rows in an array, filtered and added up one by one. It shares
 * no code with the engine but the calendar of the fixtures.
 */

const units = (decimal: string): bigint => {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
  return decimal.startsWith("-") ? -value : value;
};

const decimal = (value: bigint, places: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(7, "0");
  const text = `${digits.slice(0, -6)}.${digits.slice(-6).slice(0, places)}`;
  return value < 0n ? `-${text}` : text;
};

const total = (amounts: readonly (string | null | undefined)[]): bigint | null => {
  const known = amounts.filter((each) => each != null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + units(each), 0n);
};

const money = (
  rows: readonly Opportunity[],
  amount: (row: Opportunity) => string | null | undefined,
): string | null => {
  const sum = total(rows.map(amount));
  return sum === null ? null : decimal(sum, 4);
};

const fraction = (part: number, whole: number): string | null =>
  whole === 0 ? null : (Math.round((part / whole) * 1e10) / 1e10).toFixed(10);

const won = ({ status }: Opportunity): boolean => status === "WON";
const lost = ({ status }: Opportunity): boolean => status === "LOST";
const assigned = (row: Opportunity): boolean => reached(row, "ASSIGNED");
const developed = (row: Opportunity): boolean => reached(row, "DEVELOPING");
const open = (row: Opportunity): boolean => !won(row) && !lost(row);

const median = (values: readonly number[]): string | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return ((low + high) / 2).toFixed(6);
};

/** What each measure is over some rows; null for no data. Counts of no row at all are no data too. */
export const MEASURES: Readonly<Record<string, (rows: readonly Opportunity[]) => string | null>> = {
  opportunityCount: (rows) => String(rows.length),
  openCount: (rows) => String(rows.filter(open).length),
  wonCount: (rows) => String(rows.filter(won).length),
  lostCount: (rows) => String(rows.filter(lost).length),
  assignedCount: (rows) => String(rows.filter(assigned).length),
  developedCount: (rows) => String(rows.filter(developed).length),
  assignedAmount: (rows) => money(rows.filter(assigned), ({ estimated }) => estimated),
  developedAmount: (rows) => money(rows.filter(developed), ({ estimated }) => estimated),
  assignmentRate: (rows) => fraction(rows.filter(assigned).length, rows.length),
  developmentRate: (rows) => fraction(rows.filter(developed).length, rows.filter(assigned).length),
  closingRate: (rows) => fraction(rows.filter(won).length, rows.filter(developed).length),
  wonAmount: (rows) => money(rows.filter(won), ({ amount }) => amount),
  estimatedAmount: (rows) => money(rows, ({ estimated }) => estimated),
  openAmount: (rows) => money(rows.filter(open), ({ estimated }) => estimated),
  weightedAmount: (rows) =>
    money(rows.filter(open), ({ estimated, rate }) =>
      estimated == null ? null : weighted(estimated, rate ?? 0),
    ),
  winRate: (rows) => {
    const [wins, losses] = [rows.filter(won).length, rows.filter(lost).length];
    return fraction(wins, wins + losses);
  },
  averageWonAmount: (rows) => {
    const wins = rows.filter(won);
    const sum = total(wins.map(({ amount }) => amount));
    return sum === null ? null : fraction(Number(sum) / 1e6, wins.length);
  },
  averageCycleDays: (rows) => {
    const days = rows.flatMap(({ cycleDays }) => cycleDays ?? []);
    return fraction(Number(total(days) ?? 0n) / 1e6, days.length);
  },
  medianCycleDays: (rows) =>
    median(rows.flatMap(({ cycleDays }) => (cycleDays === undefined ? [] : [Number(cycleDays)]))),
};

type Keys = (company: Company, row: Opportunity) => string[];

const customerOf = (company: Company, row: Opportunity) =>
  company.customers.find(({ name }) => name === row.customer);

const region =
  (depth: number): Keys =>
  (company, row) => {
    const pieces = customerOf(company, row)?.region?.split(" / ");
    return [pieces ? pieces.slice(0, depth).join(" / ") : "-1"];
  };

const day =
  (
    of: (row: Opportunity) => string | undefined,
    missing: string,
    period: Parameters<typeof periodOf>[0],
  ): Keys =>
  (_company, row) => {
    const value = of(row);
    return [value === undefined ? missing : periodOf(period, value, 1)];
  };

/** The members of a row at a level; several where it counts for each department above its owner. */
export const LEVELS: Readonly<Record<string, Keys>> = {
  "createdDate.year": day(({ created }) => created, "-1", "year"),
  "createdDate.quarter": day(({ created }) => created, "-1", "quarter"),
  "createdDate.isoWeek": day(({ created }) => created, "-1", "isoWeek"),
  "closedDate.month": day(({ closed }) => closed, "-2", "month"),
  "closedDate.day": day(({ closed }) => closed, "-2", "day"),
  "expectedCloseDate.fiscalQuarter": day(({ expected }) => expected, "-1", "fiscalQuarter"),
  "customer.region1": region(1),
  "customer.region2": region(2),
  "customer.region3": region(3),
  "customer.tier": (company, row) => [String(customerOf(company, row)?.tier ?? -1)],
  "customer.industry": (company, row) => [customerOf(company, row)?.industry ?? "-1"],
  "customer.customer": (company, row) => [
    row.customer == null ? "-1" : customerId(company, row.customer),
  ],
  "owner.user": (company, row) => [row.owner === null ? "-1" : userId(company, row.owner)],
  "owner.department": (company, row) => {
    const above: string[] = [];
    let name = company.users.find((each) => each.name === row.owner)?.department ?? undefined;
    while (name !== undefined) {
      above.push(departmentId(company, name));
      name = company.departments.find((each) => each.name === name)?.parent;
    }
    return above.length === 0 ? ["-1"] : above;
  },
  "opportunityStatus.opportunityStatus": (_company, row) => [row.status],
  "opportunitySource.opportunitySource": (_company, row) => [row.source ?? "-1"],
  "lossReason.lossReason": (_company, row) => [row.lossReason ?? "-2"],
  "currency.currency": (_company, row) => [row.currency ?? "CNY"],
};

/** Rows that count for all of the members; without members, every row. Keys are found once a row. */
export function rowsOf(
  company: Company,
  rows: readonly Opportunity[],
  members: readonly { readonly level: string; readonly key: string }[],
): Opportunity[] {
  return rows.filter((row) =>
    members.every(({ level, key }) => keysOf(company, row, level).has(key)),
  );
}

const known = new WeakMap<Opportunity, Map<string, ReadonlySet<string>>>();

export function keysOf(company: Company, row: Opportunity, level: string): ReadonlySet<string> {
  const ofRow = known.get(row) ?? new Map<string, ReadonlySet<string>>();
  known.set(row, ofRow);
  const keys = ofRow.get(level) ?? new Set(LEVELS[level]?.(company, row));
  ofRow.set(level, keys);
  return keys;
}
