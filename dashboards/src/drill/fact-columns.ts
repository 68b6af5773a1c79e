import type { FactColumnFragment } from "../gql/graphql.ts";

/** A fact by column name. */
export type FactRow = Readonly<Record<string, string | number | boolean | null>>;

export function isFactRow(row: unknown): row is FactRow {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

/** A column as it is shown: ids do not stand there, they make links of the texts they belong to. */
export interface ShownColumn extends FactColumnFragment {
  /** The column with the id of the record that a text names. */
  readonly link: FactColumnFragment | undefined;
}

/** The first id is that of the fact's own record and belongs to the first text; `customerId` belongs to `customer`. */
export function shownColumns(columns: readonly FactColumnFragment[]): ShownColumn[] {
  const own = columns.find(({ recordType }) => recordType !== null);
  return columns
    .filter(({ recordType }) => recordType === null)
    .map((column, index) => ({
      ...column,
      link: index === 0 ? own : columns.find(({ name }) => name === `${column.name}Id`),
    }));
}
