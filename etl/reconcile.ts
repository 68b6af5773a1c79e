import type pg from "pg";
import type { EtlReconciliation } from "../schema/reports/etl-run.entity.ts";
import type { Writer } from "../warehouse/engine/engine.ts";
import { inWindow, PENDING, type Window } from "./extract/copy-sql.ts";
import { sourceOf, stageTable, type SourceName } from "./extract/sources.ts";

/**
 * WHOLE compares everything that is loaded, which takes as long as the tables are large; WINDOW only
 * what this run has brought.
 */
export type Extent = "WHOLE" | "WINDOW";
export interface Reconciled extends EtlReconciliation {
  readonly extent: Extent;
}

interface Measure {
  readonly name: string;
  readonly source: string;
  readonly warehouse: string;
}

interface Comparison {
  readonly table: SourceName;
  /** FROM and WHERE of the warehouse's side. */
  readonly loaded: string;
  /** Condition that a loaded row came with this window. */
  readonly staged: string;
  /** Its id in the source. */
  readonly id: string;
  readonly measures: readonly Measure[];
}

const count: Measure = { name: "count", source: "count(*)", warehouse: "count(*)" };
const sum = (column: string, loaded = column): Measure => ({
  name: `sum(${column})`,
  source: `coalesce(sum(${column}), 0)`,
  warehouse: `coalesce(sum(${loaded}), 0)`,
});

const inStage = (table: SourceName, id: string): string =>
  `${id} in (select id from ${stageTable(table)})`;
const versionInStage = (table: SourceName, id: string): string =>
  `(${id}, valid_from) in (select (id, valid_from) from ${stageTable(table)})`;

const COMPARISONS: readonly Comparison[] = [
  {
    table: "department",
    loaded: "dim_department where department_key > 0",
    staged: "true",
    id: "department_id",
    measures: [count, sum("low"), sum("high")],
  },
  {
    table: "dictionary_entry",
    loaded: "keep_dictionary_entry where true",
    staged: inStage("dictionary_entry", "entry_id"),
    id: "entry_id",
    measures: [count, sum("sort_order")],
  },
  {
    table: "product",
    loaded: "dim_product where product_key > 0",
    staged: inStage("product", "product_id"),
    id: "product_id",
    measures: [count],
  },
  {
    table: "user_history",
    loaded: "dim_user where user_key > 0 and not is_inferred",
    staged: versionInStage("user_history", "user_id"),
    id: "user_id",
    measures: [count, sum("active::int", "is_active::int")],
  },
  {
    table: "customer_history",
    loaded: "dim_customer where customer_key > 0 and not is_inferred",
    staged: versionInStage("customer_history", "customer_id"),
    id: "customer_id",
    measures: [count, sum("tier")],
  },
  {
    table: "opportunity",
    loaded: "fact_opportunity where true",
    staged: inStage("opportunity", "opportunity_id"),
    id: "opportunity_id",
    measures: [
      count,
      sum("estimated_amount"),
      sum("closed_amount"),
      sum("success_rate"),
      { name: "closed", source: "count(closed_at)", warehouse: "count(closed_at)" },
    ],
  },
  {
    table: "opportunity_transition",
    loaded: "fact_opportunity_transition where true",
    staged: inStage("opportunity_transition", "transition_id"),
    id: "transition_id",
    measures: [count, sum("amount"), sum("seq")],
  },
];

const columns = (measures: readonly Measure[], side: "source" | "warehouse"): string =>
  measures
    .map((measure, at) => `(${measure[side]})::${side === "source" ? "text" : "varchar"} as m${at}`)
    .join(", ");

/** Counts and sums of the source, in the snapshot in which its rows were read. */
export async function sourceTotals(
  client: pg.Client,
  window: Window,
  extent: Extent,
): Promise<readonly (readonly string[])[]> {
  const totals: string[][] = [];
  const range = extent === "WHOLE" ? { ...window, low: undefined } : window;
  for (const { table, measures } of COMPARISONS) {
    const condition = sourceOf(table).whole ? "true" : inWindow(range);
    const { rows } = await client.query<Record<string, string>>(
      `select ${columns(measures, "source")} from crm."${table}" where ${condition}`,
    );
    totals.push(measures.map((_measure, at) => rows[0]?.[`m${at}`] ?? ""));
  }
  return totals;
}

/** Decimals of both databases in one notation: without zeros at the end of the fraction. */
const plain = (decimal: string): string =>
  decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;

/** Holds the source's totals against the rows that are about to be committed. */
export async function reconcile(
  writer: Writer,
  source: readonly (readonly string[])[],
  extent: Extent,
): Promise<Reconciled[]> {
  const result: Reconciled[] = [];
  for (const [at, { table, loaded, staged, id, measures }] of COMPARISONS.entries()) {
    const { appendOnly, whole } = sourceOf(table);
    const settled =
      appendOnly || whole
        ? "true"
        : `${id} not in (select id from ${PENDING} where table_name = '${table}')`;
    const [row] = await writer.rows(
      `select ${columns(measures, "warehouse")} from ${loaded} and ${extent === "WHOLE" ? settled : staged}`,
    );
    for (const [index, { name }] of measures.entries()) {
      const [there, here] = [source[at]?.[index] ?? "", String(row?.[`m${index}`])].map(plain);
      result.push({
        table,
        measure: name,
        source: there ?? "",
        warehouse: here ?? "",
        equal: there === here,
        extent,
      });
    }
  }
  return result;
}

/** Loaded rows that are not those of the source: an increment cannot repair that, a rebuild does. */
export class ReconciliationError extends Error {
  override readonly name = "ReconciliationError";
  readonly reconciliation: readonly Reconciled[];

  constructor(reconciliation: readonly Reconciled[]) {
    const unequal = reconciliation
      .filter(({ equal }) => !equal)
      .map(
        ({ table, measure, source, warehouse }) => `${table} ${measure}: ${source} ≠ ${warehouse}`,
      );
    super(`Source and warehouse differ: ${unequal.join("; ")}`);
    this.reconciliation = reconciliation;
  }
}
