import type { Locale } from "../../schema/kernel/text.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import type { Branch } from "./plan.ts";
import type { MeasureColumns } from "./render-measures.ts";
import type { Slot } from "./totals.ts";

/*
 * Part of pass: render. What a statement selects from its groups: figures, and for each key the member
 * that it stands for. A member is described once, in the smallest grain that it is in, and not again in
 * each of its thousand cells: texts are what costs when an answer is read.
 */

export type SlotKind = "own" | "tree" | "column";

export interface SlotLayout {
  readonly slot: Slot;
  readonly kind: SlotKind;
  /** Where the raw key stands; of own and tree the description follows. */
  readonly at: number;
  /** The mask of the groups that hold the description. */
  readonly describedIn: number;
}

/** How to read the rows of a statement. */
export interface Layout {
  /** Of each set of the branch: which slots are rolled up. */
  readonly masks: readonly number[];
  readonly slots: readonly SlotLayout[];
  readonly measures: readonly {
    readonly name: string;
    readonly at: number;
    readonly hasCurrency: boolean;
  }[];
}

/** The mask and the count of rows come first. */
const FIRST = 2;

export function renderOuter(
  { sets }: Branch,
  slots: readonly Slot[],
  measures: readonly {
    readonly measure: Branch["measures"][number];
    readonly columns: MeasureColumns;
  }[],
  locale: Locale,
  masks: readonly number[],
): { selected: string[]; joined: string; layout: Layout } {
  const selected: string[] = [];
  const joins: string[] = [];
  const slotLayout = slots.map((slot): SlotLayout => {
    const { kind, columns, joined } = memberColumns(slot, locale);
    const smallest = sets
      .map((set, index) => ({ set, mask: masks[index] ?? 0 }))
      .filter(({ set }) => set.slots.includes(slot))
      .toSorted((left, right) => left.set.slots.length - right.set.slots.length)[0];
    const describedIn = smallest?.mask ?? 0;
    const place = { slot, kind, at: FIRST + selected.length, describedIn };
    selected.push(`g.${slot.alias}`);
    selected.push(
      ...columns.map((column) => `case when g.mask = ${describedIn} then ${column} end`),
    );
    if (joined !== undefined) joins.push(joined);
    return place;
  });
  const measureLayout = measures.map(({ measure, columns: { value, currencies } }) => {
    const place = {
      name: measure.name,
      at: FIRST + selected.length,
      hasCurrency: currencies !== undefined,
    };
    selected.push(value, ...(currencies ? [currencies.least, currencies.greatest] : []));
    return place;
  });
  return {
    selected,
    joined: joins.map((each) => `\n${each}`).join(""),
    layout: { masks, slots: slotLayout, measures: measureLayout },
  };
}

/** The key of a member in questions and answers, as text. Of what is unknown it is the warehouse's own. */
export function keyExpression({ alias, use: { dimension, level } }: Slot): string {
  const own = `g.${alias}::varchar`;
  if (level.source.kind === "tree") return `coalesce(m_${alias}.department_id::varchar, ${own})`;
  if (level.source.kind === "column" || !dimension.join) return own;
  return `coalesce(m_${alias}.${level.source.key}::varchar, ${own})`;
}

/** What describes a member: its key in questions, its caption and what orders it. */
function memberColumns(
  slot: Slot,
  locale: Locale,
): { kind: SlotKind; columns: readonly string[]; joined?: string } {
  const { alias, use } = slot;
  const { dimension, level } = use;
  const m = `m_${alias}`;
  const key = `g.${alias}`;
  if (level.source.kind === "tree") {
    return {
      kind: "tree",
      columns: [
        keyExpression(slot),
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
  if (level.source.kind === "column" || !table) return { kind: "column", columns: [] };
  const caption =
    level.caption.by === "column" ? level.caption[locale === "en" ? "en" : "zh"] : level.source.key;
  const current = table.isVersioned ? ` and ${m}.is_current` : "";
  return {
    kind: "own",
    columns: [
      keyExpression(slot),
      `${m}.${caption}`,
      level.source.order === undefined ? "null::integer" : `${m}.${level.source.order}`,
      "is_inferred" in table.table.columns ? `${m}.is_inferred` : "false",
    ],
    joined: `left join ${table.table.name} ${m} on ${m}.${table.asIs.column} = ${key}${current}`,
  };
}
