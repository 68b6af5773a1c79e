import {
  columnsOf,
  KINDS,
  SOURCE_NAMES,
  sourceOf,
  stageTable,
  type Kind,
  type SourceName,
} from "./sources.ts";

/** Transactions whose rows are read: low ≤ xid8 < high; without low everything below high. */
export interface Window {
  readonly low: bigint | undefined;
  readonly high: bigint;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Condition on a source table's xid8. The lower bound is left out of a first load: it would suggest an index scan. */
export function inWindow({ low, high }: Window): string {
  const below = `xid8 < '${high}'::xid8`;
  return low === undefined ? below : `xid8 >= '${low}'::xid8 and ${below}`;
}

/** A COPY out of PostgreSQL and the temporary table that takes it in. */
export interface Copy {
  readonly label: string;
  readonly stage: string;
  readonly sql: string;
  readonly columns: readonly (readonly [column: string, kind: Kind])[];
}

const toStdout = (select: string): string => `copy (${select}) to stdout (format csv)`;

export function copyOf(name: SourceName, window: Window): Copy {
  const columns = columnsOf(name);
  const names = columns.map(([column]) => `"${column}"`).join(", ");
  const condition = sourceOf(name).whole ? "true" : inWindow(window);
  return {
    label: name,
    stage: stageTable(name),
    sql: toStdout(`select ${names} from crm."${name}" where ${condition}`),
    columns,
  };
}

/** Table of the ids whose present state in the source is younger than the window. */
export const PENDING = "stg_crm__pending";

/**
 * Rows that transactions at or above the window's end have written or deleted: the snapshot shows
 * their new state, the warehouse their old one, so a comparison of both has to leave them out.
 */
export function copyOfPending({ high }: Window): Copy {
  const younger = `xid8 >= '${high}'::xid8`;
  const changeable = SOURCE_NAMES.filter((name) => {
    const { appendOnly, whole } = sourceOf(name);
    return !appendOnly && !whole;
  });
  const selects = [
    ...changeable.map((name) => `select '${name}', id from crm."${name}" where ${younger}`),
    `select table_name, row_id from crm.tombstone where ${younger}`,
  ];
  return {
    label: "pending",
    stage: PENDING,
    sql: toStdout(selects.join(" union all ")),
    columns: [
      ["table_name", "text"],
      ["id", "uuid"],
    ],
  };
}

export function createStageSql({ stage, columns }: Copy): string {
  const definitions = columns.map(([column, kind]) => `"${column}" ${KINDS[kind].stage}`);
  return `create or replace temp table ${stage} (${definitions.join(", ")})`;
}

/**
 * Nothing is guessed from the bytes: an unquoted empty field is NULL, a quoted one is the empty
 * text, exactly as PostgreSQL writes them. Never `parallel=false`: it costs most of the speed.
 */
export function readCsvSql({ stage, columns }: Copy, path: string): string {
  const types = columns.map(
    ([column, kind]) => `${literal(column)}: ${literal(KINDS[kind].stage)}`,
  );
  const options = [
    "auto_detect=false",
    "header=false",
    "delim=','",
    `quote='"'`,
    `escape='"'`,
    "nullstr=''",
    "allow_quoted_nulls=false",
    `columns={${types.join(", ")}}`,
  ];
  return `insert into ${stage} select * from read_csv(${literal(path)}, ${options.join(", ")})`;
}
