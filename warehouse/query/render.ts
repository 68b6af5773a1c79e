import type { Locale } from "../../schema/kernel/text.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import type { Statement } from "../engine/engine.ts";
import { and, join, raw, sql, statement, type Fragment } from "../sql/fragment.ts";
import { Joins } from "./joins.ts";
import type { KnownMembers } from "./look-up.ts";
import type { Attribution } from "./names.ts";
import type { Branch } from "./plan.ts";
import { columnKey, renderCondition } from "./render-filter.ts";
import { keepMembers, type Keeping } from "./render-kept.ts";
import { Aggregates } from "./render-measures.ts";
import { renderOuter, type Layout } from "./render-members.ts";
import type { Condition } from "./resolved.ts";
import { ownerPredicate, type Range } from "./restrict-access.ts";
import type { ResolvedTime } from "./resolve-time.ts";
import type { Slot } from "./totals.ts";

/*
 * Pass: render. Assumes a plan and everything that the earlier passes resolved. Writes one statement
 * a branch: facts joined to what is named and cut to what is allowed, grouped at all grains at once.
 */

/** More groups than this are no answer for people; a statement that finds more is refused. */
export const MAX_GROUPS = 600_000;

/** Which facts take part, the same for every branch of a question. */
export interface Slice {
  readonly cube: CubeDeclaration;
  readonly ranges: readonly Range[] | undefined;
  readonly time: Pick<ResolvedTime, "dimension" | "span"> | undefined;
  readonly filter: Condition | undefined;
  readonly known: KnownMembers;
  readonly attribution: Attribution;
  readonly fiscalStart: number;
}

export interface RenderSetting extends Slice, Keeping {
  readonly locale: Locale;
  readonly manyCurrencies: boolean;
  /** Keeps only some of the groups; written over g.mask and the aliases of the slots. */
  readonly only?: ((branch: Branch, masks: readonly number[]) => Fragment | undefined) | undefined;
}

export interface Rendered {
  readonly branch: Branch;
  readonly statement: Statement;
  readonly layout: Layout;
}

export function renderBranch(branch: Branch, setting: RenderSetting): Rendered {
  const { cube, attribution } = setting;
  const joins = new Joins(attribution, branch.through);
  const slots = [...new Set(branch.sets.flatMap((set) => set.slots))];
  const masks = branch.sets.map((set) => maskOf(slots, set.slots));
  const aggregates = new Aggregates(cube, setting.manyCurrencies);
  const measures = branch.measures.map((measure) => ({
    measure,
    columns: aggregates.measure(measure),
  }));
  const facts = renderFacts(branch, slots, joins, aggregates.columns, setting);
  const grouped = sql`select ${raw(
    [
      slots.length === 0
        ? "0 as mask"
        : `grouping(${aliases(slots)})::integer as mask, ${aliases(slots)}`,
      "count(*)::bigint as n",
      ...aggregates.selected,
    ].join(", "),
  )}
from (${facts}) f${raw(groupingSets(branch))}`;
  const { selected, joined, layout } = renderOuter(branch, slots, measures, setting.locale, masks);
  const only = setting.only?.(branch, masks);
  const where = only ? sql`\nwhere ${only}` : raw("");
  const whole = sql`with grouped as (
${grouped}
)
select ${raw(["g.mask", "g.n", ...selected].join(", "))}
from grouped g${raw(joined)}${where}
limit ${raw(String(MAX_GROUPS + 1))}`;
  return { branch, statement: statement(whole), layout };
}

const aliases = (slots: readonly Slot[]): string => slots.map(({ alias }) => alias).join(", ");

/** `grouping()` sets a bit for each key that is rolled up, the last key lowest. */
const maskOf = (all: readonly Slot[], kept: readonly Slot[]): number =>
  all.reduce((mask, slot) => mask * 2 + (kept.includes(slot) ? 0 : 1), 0);

function groupingSets({ sets }: Branch): string {
  if (sets.every(({ slots }) => slots.length === 0)) return "";
  return `\ngroup by grouping sets (${sets.map(({ slots }) => `(${aliases(slots)})`).join(", ")})`;
}

/** The facts of the slice with their keys and the columns that are added up. */
function renderFacts(
  branch: Branch,
  slots: readonly Slot[],
  joins: Joins,
  columns: readonly string[],
  setting: RenderSetting,
): Fragment {
  const keys = slots.map(
    (slot) => sql`${groupKey(slot, joins, branch.climbs)} as ${raw(slot.alias)}`,
  );
  const selected = [...keys, ...columns.map((column) => raw(`f.${column}`))];
  const where = renderSlice(setting, joins);
  const facts = sql`
select ${selected.length === 0 ? raw("1 as one") : join(selected, ", ")}
from ${raw(setting.cube.fact.name)} f
${raw(joins.sql)}
where ${where}
`;
  return keepMembers(facts, slots, columns, setting);
}

/** What a fact has to satisfy; adds the joins that it needs. */
export function renderSlice(slice: Slice, joins: Joins): Fragment {
  const conditions: Fragment[] = [];
  const scope = ownerPredicate(slice.cube, slice.ranges);
  if (scope) conditions.push(scope);
  if (slice.time) {
    const column = raw(joins.factKey(slice.time.dimension));
    const key = (day: string): number => Number(day.replaceAll("-", ""));
    const { from, to } = slice.time.span;
    conditions.push(sql`${column} between ${key(from)} and ${key(to)}`);
  }
  if (slice.filter) {
    const { known, fiscalStart } = slice;
    conditions.push(renderCondition(slice.filter, { joins, known, fiscalStart }));
  }
  return and(conditions);
}

export function groupKey({ use }: Slot, joins: Joins, climbing: boolean): Fragment {
  const { dimension, level } = use;
  switch (level.source.kind) {
    case "own":
      return raw(joins.factKey(dimension));
    case "column":
      return columnKey({ use }, joins);
    case "tree":
      return raw(`coalesce(${joins.departments(dimension, climbing)}.department_key, -1)`);
  }
}
