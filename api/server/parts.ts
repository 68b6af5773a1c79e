import type { Clock } from "../../schema/kernel/clock.ts";
import type { Config } from "../../schema/kernel/config.ts";
import type { Log } from "../../schema/kernel/log.ts";
import type { Vault } from "../../schema/kernel/vault.ts";
import type { Orm } from "../../schema/orm.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import type { Principals } from "../access/principal.ts";
import type { RateLimit } from "../access/rate-limit.ts";
import type { Tokens } from "../access/tokens.ts";
import type { ChangeFeed } from "../live/changes.ts";

/** What the routes of the server share; it lives as long as the server. */
export interface ServerParts {
  readonly orm: Orm;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent where another process owns the warehouse file. */
  readonly warehouse: Engine | undefined;
  /** What other requests and processes have changed. */
  readonly changes: ChangeFeed;
  readonly tokens: Tokens;
  readonly vault: Vault;
  readonly principals: Principals;
  /** How much each API key may still ask for. */
  readonly keyLimit: RateLimit;
}
