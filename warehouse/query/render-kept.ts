import { OTHERS_KEY } from "../define.ts";
import type { Param } from "../engine/engine.ts";
import { join, list, raw, sql, type Fragment } from "../sql/fragment.ts";
import type { Slot } from "./totals.ts";

/*
 * Part of pass: render. Assumes members chosen by the passes top-N and visible totals. Works on the facts
 * before they are grouped, so that what is put together or left out is so in every figure.
 */

/** Raw keys of some slots together, the last of which is the one that the list is about. */
export interface KeptMembers {
  readonly slots: readonly Slot[];
  readonly keys: readonly (readonly Param[])[];
  /** The same as questions name them. */
  readonly names: readonly (readonly string[])[];
}

export interface Keeping {
  /** Members that keep their own group; the rest of their slot becomes one group OTHERS. */
  readonly tops?: readonly KeptMembers[] | undefined;
  /** The only rows whose facts count, totals included. */
  readonly visible?: KeptMembers | undefined;
}

/** Puts members that are not kept into OTHERS, and drops facts of rows that are not visible. */
export function keepMembers(
  facts: Fragment,
  slots: readonly Slot[],
  columns: readonly string[],
  { tops = [], visible }: Keeping,
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
