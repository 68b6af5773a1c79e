import { sql } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";
import type { Scope } from "../../schema/kernel/scope.ts";
import { ownersIn } from "./scope-sql.ts";

/** The users that own the rows of a scope. */
export type Owners = "all" | readonly string[];

/**
 * Turns a scope into user ids by the organisation of this very moment: the warehouse knows yesterday's
 * departments, and somebody moved a second ago must already count.
 */
export async function ownersOf(em: Em, scope: Scope): Promise<Owners> {
  if (scope.kind === "all") return "all";
  if (scope.kind === "none") return [];
  const { rows } = await sql<{ id: string }>`select distinct id::text as id
    from (${ownersIn(scope.of)}) as owner order by 1`.execute(plain(em));
  return rows.map(({ id }) => id);
}
