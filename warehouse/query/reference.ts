import type { Engine, Read } from "../engine/engine.ts";
import { dimUser } from "../tables/dim-user.ts";
import { CUBES } from "../cubes.ts";

/**
 * Small things that every question needs and that change only with a load: read once a load.
 * Numbers of users never change within a file, and a rebuilt file is another version.
 */
export interface Reference {
  /** Durable numbers of the users by their ids. */
  readonly users: ReadonlyMap<string, number>;
  /** All durable numbers of users, ascending. */
  readonly numbers: readonly number[];
  /** The currencies that the facts of a cube are in. */
  readonly currencies: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Engine, { readonly version: number; readonly reference: Reference }>();

/** `version` is the engine's when the snapshot of `read` was opened; undefined if it changed just then. */
export async function referenceOf(
  engine: Engine,
  version: number | undefined,
  read: Read,
): Promise<Reference> {
  const cached = known.get(engine);
  if (cached && cached.version === version) return cached.reference;
  const reference = await load(read);
  if (version !== undefined) known.set(engine, { version, reference });
  return reference;
}

async function load(read: Read): Promise<Reference> {
  const { rows } = await read({
    sql: `select user_id::varchar, user_durable_key from ${dimUser.name}
      where is_current and user_id is not null order by user_durable_key`,
    params: [],
  });
  const users = new Map(rows.map(([id, number]) => [String(id), Number(number)]));
  const currencies = new Map<string, readonly string[]>();
  for (const { name, fact } of CUBES.values()) {
    if (!("currency" in fact.columns)) continue;
    const found = await read({
      sql: `select distinct currency from ${fact.name} where currency is not null order by 1`,
      params: [],
    });
    currencies.set(
      name,
      found.rows.map(([currency]) => String(currency)),
    );
  }
  return { users, numbers: [...users.values()], currencies };
}
