import type { Locale } from "../../schema/kernel/text.ts";
import type { Engine } from "../engine/engine.ts";

/** What the asker may see; made from the grants in PostgreSQL at question time. */
export interface CubeAccess {
  /**
   * The users whose facts count (the owners of the opportunities), by id; "all" also admits facts
   * without a known owner.
   */
  readonly owners: "all" | readonly string[];
  /** Names of measures, dimensions and levels that do not exist for the asker; `measure` or `dimension` or `dimension.level`. */
  readonly hidden: ReadonlySet<string>;
}

export interface CubeContext {
  readonly engine: Engine;
  readonly scope: CubeAccess;
  readonly locale: Locale;
  readonly now: Date;
  /** The company's time zone: day keys are days in it. */
  readonly timeZone: string;
  /** The company's currency, for amounts that carry none. */
  readonly currency: string;
  /** The month (1 to 12) in which the fiscal year starts. */
  readonly fiscalStart: number;
  /** Signs drill tokens: `deriveSecret(config.secret, "cube-positions")`. */
  readonly tokenKey: string;
  readonly signal?: AbortSignal | undefined;
}
