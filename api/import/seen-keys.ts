import { createHash } from "node:crypto";
import type { Row } from "./row.ts";
import type { Target } from "./target.ts";

/** The keys that a file has used so far: the only thing that grows with its length. */
export class SeenKeys {
  readonly #lines = new Map<string, number>();
  readonly #contents = new Map<string, string>();
  readonly #repeats: Target["repeats"];

  constructor(repeats: Target["repeats"]) {
    this.#repeats = repeats;
  }

  /**
   * Notes a key. Undefined: it is new. "repeated": an earlier row says exactly the same, which is fine here. A number:
   * the line of the earlier row that this one contradicts.
   */
  meet(key: string, row: Row): "repeated" | number | undefined {
    const earlier = this.#lines.get(key);
    if (earlier === undefined) {
      this.#lines.set(key, row.line);
      if (this.#repeats === "allowed") this.#contents.set(key, contentOf(row));
      return undefined;
    }
    return this.#contents.get(key) === contentOf(row) ? "repeated" : earlier;
  }
}

/** What a row says, in few bytes. */
const contentOf = (row: Row): string =>
  createHash("sha1")
    .update(JSON.stringify([[...row.values], [...row.wanted]]))
    .digest("base64");
