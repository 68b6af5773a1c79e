import { sql, type RawBuilder } from "kysely";
import { exact, rowsOf, type Run } from "./run.ts";

/** Values of one row by column; `id` is among them. */
export type Columns = Readonly<Record<string, unknown>> & { readonly id: string };

/** What an update changes in one record. */
export interface Difference {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** The rows as the table itself types them; one parameter, however many there are. */
const recordset = (table: string, rows: readonly object[]): RawBuilder<unknown> =>
  sql`json_populate_recordset(null::${sql.id("crm", table)}, ${JSON.stringify(rows)}::json) as r`;

const listOf = (columns: readonly string[], alias: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));

/** Inserts rows; INSERT … SELECT, because COPY is closed under row-level security. */
export async function insertRows(
  run: Run,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  await rowsOf(
    run,
    sql`insert into ${sql.id("crm", table)} (${sql.join(columns.map((column) => sql.id(column)))})
      select ${listOf(columns, "r")} from ${recordset(table, rows)}`,
  );
}

/** Which of the rows differ from what stands in the table, and by what. Values are compared as stored. */
export async function differences(
  run: Run,
  table: string,
  columns: readonly string[],
  rows: readonly Columns[],
): Promise<Difference[]> {
  if (rows.length === 0 || columns.length === 0) return [];
  const changed = (alias: string): RawBuilder<unknown> =>
    sql.join(
      columns.map(
        (
          column,
        ) => sql`case when ${sql.ref(`t.${column}`)} is distinct from ${sql.ref(`r.${column}`)}
          then jsonb_build_object(${sql.lit(column)}::text, ${exact(alias, column, run)}) else '{}' end`,
      ),
      sql` || `,
    );
  return rowsOf<Difference>(
    run,
    sql`select t.id, ${changed("t")} as before, ${changed("r")} as after
      from ${recordset(table, rows)} join ${sql.id("crm", table)} as t on t.id = r.id
      where row(${listOf(columns, "t")}) is distinct from row(${listOf(columns, "r")})`,
  );
}

/** Writes the columns of existing rows and raises their versions. */
export async function updateRows(
  run: Run,
  table: string,
  columns: readonly string[],
  rows: readonly Columns[],
  versioned = true,
): Promise<void> {
  if (rows.length === 0) return;
  const assignments = columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`r.${column}`)}`);
  if (versioned) assignments.push(sql`version = t.version + 1`);
  await rowsOf(
    run,
    sql`update ${sql.id("crm", table)} as t set ${sql.join(assignments)}
      from ${recordset(table, rows)} where t.id = r.id`,
  );
}
