import type { Action, Permission, Resource } from "../../schema/access/permissions.ts";
import type { RowContext } from "../../schema/access/row-context.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import type { Config } from "../../schema/kernel/config.ts";
import { forbidden, unauthenticated } from "../../schema/kernel/errors.ts";
import type { Log } from "../../schema/kernel/log.ts";
import type { Caller, Principal, UserPrincipal } from "../../schema/kernel/principal.ts";
import type { Scope } from "../../schema/kernel/scope.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import type { Vault } from "../../schema/kernel/vault.ts";
import type { Em } from "../../schema/orm.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import { can, scopeFor } from "../access/policy.ts";
import type { Principals } from "../access/principal.ts";
import type { Tokens } from "../access/tokens.ts";
import type { ChangeFeed } from "../live/changes.ts";

/** What a service needs to act for somebody; commands and jobs build it without HTTP. */
export interface Work {
  readonly em: Em;
  readonly principal: Principal;
  readonly clock: Clock;
  readonly requestId: string;
  /** Network address of the caller; absent for commands and jobs. */
  readonly address?: string;
}

/** What the transport knows of a request; sign-in uses it, everything else leaves it alone. */
export interface Transport {
  readonly userAgent: string | undefined;
  readonly refreshToken: string | undefined;
  setRefreshToken(token: string, expiresAt: Date): void;
  clearRefreshToken(): void;
}

/** One GraphQL request: the work, the rights that go with it and the services it may use. */
export interface RequestContext extends Work {
  readonly address: string;
  /** Who has signed in, a person or a key; where nobody has, `principal` has no right at all. */
  readonly caller: Caller | undefined;
  /** The caller, where it is a person. */
  readonly viewer: UserPrincipal | undefined;
  readonly rows: RowContext;
  readonly locale: Locale;
  readonly config: Config;
  readonly log: Log;
  /** Fires when the client goes away: long questions stop. */
  readonly signal: AbortSignal;
  readonly transport: Transport;
  readonly tokens: Tokens;
  readonly vault: Vault;
  readonly principals: Principals;
  /** What other requests and processes have changed, for subscriptions. */
  readonly changes: ChangeFeed;
  /** Absent where another process owns the warehouse file. */
  readonly warehouse: Engine | undefined;
  can(permission: Permission): boolean;
  scope(resource: Resource, action?: Action): Scope;
}

/** The parts of a context that cannot be derived from the rest. */
export type ContextParts = Omit<RequestContext, "can" | "scope" | "caller" | "viewer">;

export function makeContext(parts: ContextParts): RequestContext {
  const { principal } = parts;
  const caller = principal.kind !== "system" && principal.id !== "" ? principal : undefined;
  return {
    ...parts,
    caller,
    viewer: caller?.kind === "user" ? caller : undefined,
    can: (permission) => can(principal, permission),
    scope: (resource, action = "read") => scopeFor(principal, resource, action),
  };
}

/** Who has signed in; UNAUTHENTICATED where nobody has. */
export function callerOf(context: RequestContext): Caller {
  if (!context.caller) throw unauthenticated();
  return context.caller;
}

/** The person who has signed in; FORBIDDEN for a key, which has no password and no session. */
export function viewerOf(context: RequestContext): UserPrincipal {
  const caller = callerOf(context);
  if (caller.kind !== "user") throw forbidden();
  return caller;
}
