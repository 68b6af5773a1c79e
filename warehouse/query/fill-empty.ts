import { periodOf, periodSpan, shiftPeriod, type Span } from "../calendar/periods.ts";
import type { Period } from "../define-dimension.ts";
import type { Read } from "../engine/engine.ts";
import { and, raw, sql, statement, type Fragment } from "../sql/fragment.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import type { Collected } from "./collect.ts";
import { describeMember, type MemberFound } from "./member-found.ts";
import { placeAt, type Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import type { RenderSetting } from "./render.ts";
import type { ResolvedTime } from "./resolve-time.ts";
import type { AxisPlan, Slot } from "./totals.ts";
import { isReserved } from "./validate-values.ts";

/*
 * Pass: empty members. Assumes collected groups. Adds to the innermost item of an axis, below each
 * outer member, the members without any fact: a month without a deal is a gap to be seen.
 */

/** More members than this are not added: the axis would hold little else. */
const MAX_ADDED = 5000;

export async function fillEmpty(
  plan: Plan,
  time: ResolvedTime | undefined,
  setting: RenderSetting,
  collected: Collected,
  read: Read,
): Promise<void> {
  for (const axis of ["rows", "columns"] as const) {
    const item = plan[axis].items.at(-1);
    const slot = plan[axis].slots.at(-1);
    if (!item?.showEmpty || !slot) continue;
    const members = await allMembers(slot, time, setting, collected, read);
    addMissing(axis, plan[axis], slot, members, collected);
  }
}

function addMissing(
  axis: "rows" | "columns",
  { grains, items }: AxisPlan,
  slot: Slot,
  members: readonly MemberFound[],
  collected: Collected,
): void {
  const grain = grains.findIndex(({ kind }) => kind === "detail");
  const places: readonly Place[] = [...collected[axis].values()].filter(
    (each) => each.grain === grain,
  );
  const outer = new Map(
    places.map(({ keys }) => [keys.slice(0, -1).join("\u0000"), keys.slice(0, -1)]),
  );
  if (outer.size === 0 && items.length === 1) outer.set("", []);
  let room = MAX_ADDED;
  for (const keys of outer.values()) {
    for (const member of members) {
      if (room-- <= 0) return;
      if (!collected.members.get(slot.alias)?.has(member.key)) collected.addMember(slot, member);
      collected.addEmpty(axis, placeAt(grain, [...keys, member.key]));
    }
  }
}

async function allMembers(
  slot: Slot,
  time: ResolvedTime | undefined,
  { locale, fiscalStart }: RenderSetting,
  collected: Collected,
  read: Read,
): Promise<MemberFound[]> {
  const { use } = slot;
  const { level } = use;
  const plain = (key: string): MemberFound => describeMember(use, key, null, locale);
  if (level.period) {
    const sameRange = time?.dimension === use.dimension ? time.span : undefined;
    const span = sameRange ?? spanOfMembers(slot, level.period, collected, fiscalStart);
    return span ? periodsWithin(level.period, span, fiscalStart).map(plain) : [];
  }
  if (level.caption.by === "texts") return Object.keys(level.caption.texts).map(plain);
  const query = membersQuery(slot, locale === "en");
  if (!query) return [];
  const { rows } = await read(statement(query));
  return rows.map(([key, caption, rank, low, high, depth, parent]) => ({
    ...describeMember(use, String(key), caption == null ? null : String(caption), locale),
    ...(rank == null ? {} : { rank: Number(rank) }),
    tree:
      level.source.kind === "tree"
        ? {
            low: Number(low),
            high: Number(high),
            depth: Number(depth),
            parent: parent == null ? null : String(parent),
          }
        : undefined,
  }));
}

/** Without a range of its own, from the first to the last period that has facts. */
function spanOfMembers(
  slot: Slot,
  period: Period,
  collected: Collected,
  fiscalStart: number,
): Span | undefined {
  const keys = [...(collected.members.get(slot.alias)?.keys() ?? [])].filter(
    (key) => !isReserved(key),
  );
  const spans = keys.toSorted().flatMap((key) => periodSpan(period, key, fiscalStart) ?? []);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { from: first.from, to: last.to } : undefined;
}

function periodsWithin(period: Period, { from, to }: Span, fiscalStart: number): string[] {
  if (from > to) return [];
  const last = periodOf(period, to, fiscalStart);
  const keys: string[] = [];
  let key: string | undefined = periodOf(period, from, fiscalStart);
  while (key !== undefined && keys.length < MAX_ADDED) {
    keys.push(key);
    key = key === last ? undefined : shiftPeriod(period, key, 1, fiscalStart);
  }
  return keys;
}

function membersQuery({ use: { dimension, level } }: Slot, english: boolean): Fragment | undefined {
  const { source, caption } = level;
  const limit = raw(`limit ${MAX_ADDED}`);
  if (source.kind === "tree") {
    return sql`select department_id::varchar, name, low, low, high, depth, parent_id::varchar
      from ${raw(dimDepartment.name)} where department_key >= 0 ${limit}`;
  }
  const { join } = dimension;
  if (!join) return undefined;
  if (source.kind === "column") {
    const key = raw(`coalesce(${source.columns.join(", ")})`);
    return sql`select distinct ${key}::varchar, null, null, null, null, null, null from ${raw(join.table.name)}
      where ${key} is not null and ${raw(join.asIs.column)} >= 0 ${limit}`;
  }
  const name = caption.by === "column" ? caption[english ? "en" : "zh"] : source.key;
  const current = [
    raw(`${join.asIs.column} >= 0`),
    ...(join.isVersioned ? [raw("is_current")] : []),
    ...("is_active" in join.table.columns ? [raw("is_active")] : []),
  ];
  return sql`select ${raw(source.key)}::varchar, ${raw(name)}, ${raw(source.order ?? "null")}, null, null, null, null
    from ${raw(join.table.name)} where ${and(current)} ${limit}`;
}
