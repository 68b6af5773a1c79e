import { sql, type RawBuilder } from "kysely";
import type { Action } from "../../schema/access/permissions.ts";
import type { Config } from "../../schema/kernel/config.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { permittedRows } from "../access/scope-sql.ts";
import type { Work } from "../server/context.ts";
import type { ImportPlan } from "./plan.ts";
import type { Target } from "./target.ts";

/** What an import needs to act for somebody. */
export interface ImportWork extends Work {
  readonly config: Pick<Config, "timeZone" | "currency" | "locale">;
}

/** One import under way: its transaction, who runs it, and by which plan. */
export interface Run {
  readonly tx: Em;
  readonly work: ImportWork;
  readonly plan: ImportPlan;
  readonly dryRun: boolean;
}

/** Runs a statement in the transaction of the import. */
export async function rowsOf<Row>(run: Run, statement: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await statement.execute(plain(run.tx));
  return rows as Row[];
}

/** SQL of a declaration, with the source of the mapping bound where it says `$source`. */
export const withSource = (declared: string, run: Run): RawBuilder<unknown> =>
  sql.join(
    declared.split("$source").map((part) => sql.raw(part)),
    sql`${run.plan.mapping.source ?? null}::text`,
  );

/** A column as it is read into JavaScript: decimals as texts. */
export const exact = (alias: string, column: string, run: Run): RawBuilder<unknown> => {
  const reference = sql.ref(`${alias}.${column}`);
  return run.plan.decimals.has(column) ? sql`${reference}::text` : reference;
};

/** Whether the one who imports may do so with a row `t` of the target. */
export function importable(
  run: Run,
  target: Target,
  action: Action = "import",
): RawBuilder<boolean> {
  const { principal } = run.work;
  if (!target.partOf) return permittedRows(principal, target.resource, action, "t");
  const { table, column } = target.partOf;
  return sql<boolean>`exists (select from ${sql.id("crm", table)} as whole
    where whole.id = ${sql.ref(`t.${column}`)}
      and ${permittedRows(principal, target.resource, action, "whole")})`;
}
