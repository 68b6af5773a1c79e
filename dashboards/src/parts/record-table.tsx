import type { ReactNode } from "react";
import type { Order } from "../lib/list-view.ts";
import styles from "./record-table.module.css";

export interface RecordColumn<Row, Field extends string> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "right";
  /** Left out where the table would not fit: something the record's own page tells. */
  readonly spare?: boolean;
  /** Orders the list when its head is pressed. */
  readonly field?: Field;
}

export interface RecordTableProps<Row, Field extends string> {
  readonly caption: string;
  readonly columns: readonly RecordColumn<Row, Field>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly order?: Order<Field>;
  readonly onOrder?: (order: Order<Field>) => void;
  /** Keys of rows that no longer belong here, kept until the reader wants the list anew. */
  readonly gone?: ReadonlySet<string>;
  /** Long texts break into lines instead of widening the table. */
  readonly wraps?: boolean;
}

/** Records in rows, in the order the server gives. The first column names the record. */
export function RecordTable<Row, Field extends string>(props: RecordTableProps<Row, Field>) {
  const { caption, columns, rows, keyOf, gone, wraps } = props;
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles["table"]} data-wraps={wraps}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-gone={gone?.has(keyOf(row))}>
              {columns.map((column, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    {...(index === 0 ? { scope: "row" } : {})}
                    className={styles[column.align ?? "left"]}
                    data-spare={column.spare}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps<Row, Field extends string> extends Pick<
  RecordTableProps<Row, Field>,
  "order" | "onOrder"
> {
  readonly column: RecordColumn<Row, Field>;
}

function Head<Row, Field extends string>({ column, order, onOrder }: HeadProps<Row, Field>) {
  const { field, title, align, spare } = column;
  if (!field || !onOrder) {
    return (
      <th scope="col" className={styles[align ?? "left"]} data-spare={spare}>
        {title}
      </th>
    );
  }
  const direction = order?.field === field ? order.direction : undefined;
  const next = direction === "ASC" ? "DESC" : "ASC";
  return (
    <th
      scope="col"
      className={styles[align ?? "left"]}
      data-spare={spare}
      aria-sort={
        direction === undefined ? "none" : direction === "ASC" ? "ascending" : "descending"
      }
    >
      <button
        type="button"
        className={styles["sort"]}
        onClick={() => onOrder({ field, direction: next })}
      >
        {title}
        <span aria-hidden="true" className={styles["arrow"]}>
          {direction === "ASC" ? "▲" : direction === "DESC" ? "▼" : ""}
        </span>
      </button>
    </th>
  );
}
