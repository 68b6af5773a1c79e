import { inLocale, type Locale } from "../../schema/kernel/text.ts";
import type { Aggregate, CubeDeclaration, MeasureDeclaration } from "../define-cube.ts";
import type { DimensionDeclaration } from "../define-dimension.ts";
import { COLUMN_KINDS } from "../define.ts";
import { and, join, or, raw, sql, type Fragment } from "../sql/fragment.ts";
import { Joins } from "./joins.ts";
import { Aggregates } from "./render-measures.ts";
import { renderSlice, type Slice } from "./render.ts";

/*
 * Part of drill-through: the facts behind one measure of one cell. The rows are those that the
 * measure's aggregates look at, under the same conditions as the cell itself.
 */

/** A column that rows can show: of the fact, or the caption or id of a member. */
export interface DrillColumn {
  readonly name: string;
  readonly title: string;
  readonly type: "ID" | "String" | "Decimal" | "Int" | "Boolean" | "Date" | "DateTime";
  readonly recordType: string | null;
  /** The engine's type, for comparing with a value of a cursor. */
  readonly sqlType: string;
  readonly expression: (joins: Joins) => string;
}

const TYPES: Readonly<Record<string, DrillColumn["type"]>> = {
  id: "ID",
  money: "Decimal",
  days: "Decimal",
  integer: "Int",
  bigint: "String",
  flag: "Boolean",
  day: "Date",
  instant: "DateTime",
};

/** Kinds of records that can be opened, by the table of their dimension. */
const RECORDS: Readonly<Record<string, string>> = { dim_customer: "customer", dim_user: "user" };

export function drillColumns(cube: CubeDeclaration, locale: Locale): DrillColumn[] {
  const { record, columns, label } = cube.row;
  return [
    {
      name: `${record.type}Id`,
      title: inLocale(label, locale),
      type: "ID",
      recordType: record.type,
      sqlType: COLUMN_KINDS.id,
      expression: () => `f.${record.column}`,
    },
    ...columns.map(({ name, title, column }): DrillColumn => ({
      name,
      title: inLocale(title, locale),
      type: TYPES[cube.fact.columns[column]?.kind ?? ""] ?? "String",
      recordType: null,
      sqlType: COLUMN_KINDS[cube.fact.columns[column]?.kind ?? "text"],
      expression: () => `f.${column}`,
    })),
    ...[...cube.dimensions.values()].flatMap((dimension) => memberColumns(dimension, locale)),
  ];
}

function memberColumns(dimension: DimensionDeclaration, locale: Locale): DrillColumn[] {
  const level = dimension.hierarchies
    .flatMap(({ levels }) => levels)
    .find(({ source }) => source.kind === "own");
  if (level?.source.kind !== "own" || level.caption.by !== "column") return [];
  const caption = level.caption[locale === "en" ? "en" : "zh"];
  const { key } = level.source;
  const title = inLocale(dimension.title, locale);
  const shown: DrillColumn = {
    name: dimension.name,
    title,
    type: "String",
    recordType: null,
    sqlType: COLUMN_KINDS.text,
    expression: (joins) => `${joins.dimension(dimension)}.${caption}`,
  };
  const recordType = RECORDS[dimension.join?.table.name ?? ""];
  if (recordType === undefined) return [shown];
  const id: DrillColumn = {
    name: `${dimension.name}Id`,
    title,
    type: "ID",
    recordType,
    sqlType: COLUMN_KINDS.id,
    expression: (joins) => `${joins.dimension(dimension)}.${key}`,
  };
  return [shown, id];
}

/** The rows that a measure looks at. */
function contributes({ compute }: MeasureDeclaration): Fragment {
  const rows = (aggregate: Aggregate): Fragment =>
    and([
      ...(aggregate.where === undefined ? [] : [raw(`f.${aggregate.where}`)]),
      ...("column" in aggregate ? [raw(`f.${aggregate.column} is not null`)] : []),
    ]);
  return compute.kind === "ratio" ? or(compute.to.map(rows)) : rows(compute);
}

export interface DrillQuestion {
  readonly slice: Slice;
  readonly measure: MeasureDeclaration;
}

/** count, value, least and greatest currency of the measure over all rows. */
export function renderDrillTotal({ slice, measure }: DrillQuestion): Fragment {
  const joins = new Joins(slice.attribution, measure.through ?? {});
  const where = renderSlice(slice, joins);
  const aggregates = new Aggregates(slice.cube, true);
  const { value, currencies } = aggregates.measure(measure);
  const columns = aggregates.columns.map((name) => `f.${name}`);
  const extremes = currencies ? [currencies.least, currencies.greatest] : ["null", "null"];
  return sql`select g.n, ${raw([value, ...extremes].join(", "))}
from (select ${raw(["count(*)::integer as n", ...aggregates.selected].join(", "))}
from (select ${raw(["1 as one", ...columns].join(", "))}
from ${raw(slice.cube.fact.name)} f
${raw(joins.sql)}
where ${and([where, contributes(measure)])}) f) g`;
}

export interface DrillOrder {
  readonly column: DrillColumn;
  readonly descending: boolean;
}

/** One page of rows after the given values of the order's columns and of the key. */
export function renderDrillPage(
  { slice, measure }: DrillQuestion,
  columns: readonly DrillColumn[],
  order: readonly DrillOrder[],
  after: readonly (string | null)[] | undefined,
  first: number,
): Fragment {
  const joins = new Joins(slice.attribution, measure.through ?? {});
  const where = renderSlice(slice, joins);
  const selected = columns.map((column, at) => `${column.expression(joins)} as c${at}`);
  const keys = [
    ...order.map(({ column, descending }, at) => ({
      alias: `o${at}`,
      expression: column.expression(joins),
      sqlType: column.sqlType,
      descending,
    })),
    {
      alias: "key",
      expression: `f.${slice.cube.row.key}`,
      sqlType: COLUMN_KINDS.id,
      descending: false,
    },
  ];
  const sorted = keys.map(
    ({ alias, descending }) => `${alias} ${descending ? "desc" : "asc"} nulls last`,
  );
  const page = after ? sql`\nwhere ${afterRow(keys, after)}` : raw("");
  return sql`select ${raw([...columns.map((_, at) => `c${at}`), ...keys.map(({ alias }) => `${alias}::varchar`)].join(", "))}
from (select ${join([...selected, ...keys.map(({ alias, expression }) => `${expression} as ${alias}`)].map(raw), ", ")}
from ${raw(slice.cube.fact.name)} f
${raw(joins.sql)}
where ${and([where, contributes(measure)])}) r${page}
order by ${raw(sorted.join(", "))}
limit ${first + 1}`;
}

interface OrderKey {
  readonly alias: string;
  readonly sqlType: string;
  readonly descending: boolean;
}

/** Rows after the one with these values, nulls standing last in either direction. */
function afterRow(keys: readonly OrderKey[], values: readonly (string | null)[]): Fragment {
  const [key, ...restKeys] = keys;
  const [value = null, ...restValues] = values;
  if (!key) return raw("false");
  const name = raw(key.alias);
  const typed = sql`cast(${value} as ${raw(key.sqlType)})`;
  const equal = value === null ? sql`${name} is null` : sql`${name} = ${typed}`;
  const later =
    value === null
      ? raw("false")
      : or([
          key.descending ? sql`${name} < ${typed}` : sql`${name} > ${typed}`,
          sql`${name} is null`,
        ]);
  return or([later, and([equal, afterRow(restKeys, restValues)])]);
}
