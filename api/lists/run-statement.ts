import { createHash } from "node:crypto";
import type { RawBuilder } from "kysely";
import type { Em } from "../../schema/orm.ts";

/** How often a statement must have come before PostgreSQL keeps its plan. */
const OFTEN = 3;
/** Each connection keeps each plan, so only so many are kept; the rest is planned anew each time. */
const KEPT = 200;
const COUNTED = 2000;

const names = new Map<string, string>();
const counts = new Map<string, number>();

/** A name for statements that come again and again, so that their plan is kept: planning costs as much as running. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < OFTEN || names.size >= KEPT) {
    if (counts.size >= COUNTED) counts.clear();
    counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  const name = `list_${createHash("sha1").update(text).digest("base64url")}`;
  names.set(text, name);
  return name;
}

/** The JSON of a statement that answers one text, or undefined where it answers no row. */
export async function readJson(em: Em, query: RawBuilder<unknown>): Promise<unknown> {
  // Lists write their schema themselves: nothing is left to rewrite for plain().
  const kysely = em.getKysely();
  const compiled = query.compile(kysely);
  const { sql: text, parameters } = compiled;
  // A transaction is bound to its connection; everything else reads on any, in the row context of the caller.
  if (em.isInTransaction()) {
    const { rows } = await kysely.executeQuery<{ json: string }>(compiled);
    return rows[0] && JSON.parse(rows[0].json);
  }
  const pool = await em.getConnection().getNativeClient();
  const name = nameOf(text);
  const { rows } = await pool.query<{ json: string }>({
    ...(name === undefined ? {} : { name }),
    text,
    values: [...parameters],
  });
  return rows[0] && JSON.parse(rows[0].json);
}
