import type { Locale } from "../../schema/kernel/text.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import { OTHERS_KEY } from "../define.ts";
import type { Param, Statement } from "../engine/engine.ts";
import { and, join, list, raw, sql, statement, type Fragment } from "../sql/fragment.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import { Joins } from "./joins.ts";
import type { KnownMembers } from "./look-up.ts";
import type { Attribution } from "./names.ts";
import type { Branch } from "./plan.ts";
import { columnKey, renderCondition } from "./render-filter.ts";
import { Aggregates } from "./render-measures.ts";
import type { Condition } from "./resolved.ts";
import { ownerPredicate, type Range } from "./restrict-access.ts";
import type { ResolvedTime } from "./resolve-time.ts";
import type { Slot } from "./totals.ts";

/*
 * Pass: render. Assumes a plan and everything that the earlier passes resolved. Writes one statement
 * a branch: facts joined to what is named and cut to what is allowed, grouped at all grains at once;
 * then the few groups look up keys and captions of their members.
 */

/** More groups than this are no answer for people; a statement that finds more is refused. */
export const MAX_GROUPS = 250_000;

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

export interface RenderSetting extends Slice {
  readonly locale: Locale;
  readonly manyCurrencies: boolean;
  /** Keeps only some of the groups; written over g.mask and the aliases of the slots. */
  readonly only?: ((branch: Branch, masks: readonly number[]) => Fragment | undefined) | undefined;
  /** Members that keep their own group; the rest of their slot becomes one group OTHERS. */
  readonly tops?: readonly KeptMembers[] | undefined;
  /** The only rows whose facts count, totals included. */
  readonly visible?: KeptMembers | undefined;
}

/** Raw keys of some slots together, the last of which is the one that the list is about. */
export interface KeptMembers {
  readonly slots: readonly Slot[];
  readonly keys: readonly (readonly Param[])[];
  /** The same as questions name them. */
  readonly names: readonly (readonly string[])[];
}

/** How to read the rows of a statement. */
export interface Layout {
  /** Of each set of the branch: which slots are rolled up. */
  readonly masks: readonly number[];
  readonly slots: readonly { readonly slot: Slot; readonly at: number; readonly kind: SlotKind }[];
  readonly measures: readonly {
    readonly name: string;
    readonly at: number;
    readonly hasCurrency: boolean;
  }[];
}

export type SlotKind = "own" | "tree" | "column";

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
  const { selected, joined, layout } = outer(slots, measures, setting, masks);
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

/** Puts members that are not kept into OTHERS, and drops facts of rows that are not visible. */
function keepMembers(
  facts: Fragment,
  slots: readonly Slot[],
  columns: readonly string[],
  { tops = [], visible }: RenderSetting,
): Fragment {
  const standing = (kept: KeptMembers): boolean => kept.slots.every((slot) => slots.includes(slot));
  const applied = tops.filter(standing);
  const cut = visible && standing(visible) ? visible : undefined;
  if (applied.length === 0 && !cut) return facts;
  const replaced = applied.reduce((inner, kept, at) => {
    const last = kept.slots.at(-1);
    const keys = slots.map((slot) =>
      slot === last
        ? `case when kept.k${kept.slots.length - 1} is null then ${othersKey(slot)} else f.${slot.alias} end as ${slot.alias}`
        : `f.${slot.alias}`,
    );
    const selected = [...keys, ...columns.map((column) => `f.${column}`)].join(", ");
    return sql`
select ${raw(selected)}
from (${inner}) f
left join ${keptRows(kept)}${raw(at === applied.length - 1 ? "\n" : "")}`;
  }, facts);
  return cut ? sql`\nselect f.* from (${replaced}) f\njoin ${keptRows(cut)}\n` : replaced;
}

const othersKey = ({ use: { level } }: Slot): string =>
  level.source.kind === "own" || level.valueType === "integer"
    ? `${OTHERS_KEY}`
    : `'${OTHERS_KEY}'`;

function keptRows({ slots, keys }: KeptMembers): Fragment {
  const names = slots.map((_, at) => `k${at}`);
  const on = slots.map(({ alias }, at) => `kept.k${at} = f.${alias}`).join(" and ");
  const rows =
    keys.length === 0
      ? sql`(select ${raw(names.map((name) => `null as ${name}`).join(", "))} where false)`
      : sql`(values ${join(
          keys.map((row) => sql`(${list(row)})`),
          ", ",
        )})`;
  return sql`${rows} kept(${raw(names.join(", "))}) on ${raw(on)}`;
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

function outer(
  slots: readonly Slot[],
  measures: readonly {
    measure: Branch["measures"][number];
    columns: ReturnType<Aggregates["measure"]>;
  }[],
  { locale }: RenderSetting,
  masks: readonly number[],
): { selected: string[]; joined: string; layout: Layout } {
  const selected: string[] = [];
  const joins: string[] = [];
  let at = 2;
  const slotLayout = slots.map((slot) => {
    const { kind, columns, joined } = memberColumns(slot, locale);
    selected.push(...columns);
    if (joined) joins.push(joined);
    const place = { slot, at, kind };
    at += columns.length;
    return place;
  });
  const measureLayout = measures.map(({ measure, columns: { value, currencies } }) => {
    selected.push(value);
    if (currencies) selected.push(currencies.least, currencies.greatest);
    const place = { name: measure.name, at, hasCurrency: currencies !== undefined };
    at += currencies ? 3 : 1;
    return place;
  });
  return {
    selected,
    joined: joins.map((each) => `\n${each}`).join(""),
    layout: { masks, slots: slotLayout, measures: measureLayout },
  };
}

/** Key, caption and what orders the members of a slot, looked up for the groups that are left. */
function memberColumns(
  { alias, use: { dimension, level } }: Slot,
  locale: Locale,
): { kind: SlotKind; columns: string[]; joined?: string } {
  const m = `m_${alias}`;
  const key = `g.${alias}`;
  if (level.source.kind === "tree") {
    return {
      kind: "tree",
      columns: [
        `coalesce(${m}.department_id::varchar, ${key}::varchar)`,
        key,
        `${m}.name`,
        `${m}.low`,
        `${m}.high`,
        `${m}.depth`,
        `${m}.parent_id::varchar`,
      ],
      joined: `left join ${dimDepartment.name} ${m} on ${m}.department_key = ${key}`,
    };
  }
  const { join: table } = dimension;
  if (level.source.kind === "column" || !table) {
    return { kind: "column", columns: [`${key}::varchar`, key] };
  }
  const caption =
    level.caption.by === "column" ? level.caption[locale === "en" ? "en" : "zh"] : level.source.key;
  const current = table.isVersioned ? ` and ${m}.is_current` : "";
  return {
    kind: "own",
    columns: [
      `coalesce(${m}.${level.source.key}::varchar, ${key}::varchar)`,
      key,
      `${m}.${caption}`,
      level.source.order ? `${m}.${level.source.order}` : "null::integer",
      "is_inferred" in table.table.columns ? `${m}.is_inferred` : "false",
    ],
    joined: `left join ${table.table.name} ${m} on ${m}.${table.asIs.column} = ${key}${current}`,
  };
}
