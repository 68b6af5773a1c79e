import { createHash } from "node:crypto";
import type { Engine, Read, RowSet, Statement } from "../engine/engine.ts";

/** Values of all remembered answers together, about 40 MB; one answer takes an eighth of it at most. */
const MOST_VALUES = 400_000;
/** What an answer takes beside its values: its statement is the key. */
const OVERHEAD = 100;

/** Thrown where a statement has not been answered since the last load. */
class NotRemembered extends Error {}

/**
 * What the engine has answered since the last load, by statement. Rights and the day are values of the
 * statements themselves, so nobody gets an answer that was made for somebody who may see more.
 */
class Memory {
  readonly version: number;
  readonly #answers = new Map<string, RowSet>();
  #values = 0;

  constructor(version: number) {
    this.version = version;
  }

  /** Reads what is remembered, and nothing else. */
  readonly recall: Read = (statement) => {
    const key = keyOf(statement);
    const answer = this.#answers.get(key);
    if (!answer) return Promise.reject(new NotRemembered());
    // What is asked for stays longest.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return Promise.resolve(answer);
  };

  keep(statement: Statement, answer: RowSet): void {
    const key = keyOf(statement);
    const size = sizeOf(answer);
    if (this.#answers.has(key) || size > MOST_VALUES / 8) return;
    this.#answers.set(key, answer);
    this.#values += size;
    for (const [oldest, { rows, columns }] of this.#answers) {
      if (this.#values <= MOST_VALUES) return;
      this.#answers.delete(oldest);
      this.#values -= sizeOf({ rows, columns });
    }
  }
}

const memories = new WeakMap<Engine, Memory>();

function memoryOf(engine: Engine): Memory {
  const known = memories.get(engine);
  if (known?.version === engine.version) return known;
  const fresh = new Memory(engine.version);
  memories.set(engine, fresh);
  return fresh;
}

/** The work on remembered answers alone; undefined where one of them is missing. */
export async function fromMemory<T>(
  engine: Engine,
  work: (read: Read) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work(memoryOf(engine).recall);
  } catch (error) {
    if (error instanceof NotRemembered) return undefined;
    throw error;
  }
}

/** The same reading, kept in mind; what arrives after another load is older than what comes next, and is not. */
export function remembering(engine: Engine, read: Read): Read {
  const memory = memoryOf(engine);
  return async (statement) => {
    const answer = await read(statement);
    if (engine.version === memory.version) memory.keep(statement, answer);
    return answer;
  };
}

const sizeOf = ({ rows, columns }: RowSet): number => OVERHEAD + rows.length * columns.length;

/** A digest, since the owners of a wide scope make a statement long. */
const keyOf = ({ sql, params }: Statement): string =>
  createHash("sha256")
    .update(sql)
    .update("\0")
    .update(JSON.stringify(params, exactly))
    .digest("base64url");

const exactly = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}n` : value;
