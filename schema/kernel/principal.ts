import type { Locale } from "./text.ts";

/** How far a grant reaches, seen from the user who holds the role. */
export const SCOPE_NAMES = ["NONE", "OWN", "DEPARTMENT", "DEPARTMENT_TREE", "ALL", "LIST"] as const;
export type ScopeName = (typeof SCOPE_NAMES)[number];

/** What a grant allows on one field: nothing, a mask, reading, or reading and writing. */
export const FIELD_RIGHTS = ["hidden", "masked", "read", "write"] as const;
export type FieldRight = (typeof FIELD_RIGHTS)[number];

/** role × resource × action × scope, with the rights on protected fields. */
export interface Grant {
  readonly role: string;
  readonly resource: string;
  readonly action: string;
  readonly scope: ScopeName;
  /** The departments of a LIST; empty otherwise. */
  readonly departmentIds: readonly string[];
  /** Rights by protected field; a field that is not named follows the action. */
  readonly fields: Readonly<Record<string, FieldRight>>;
}

/** Reading everything for a while; the grants for it are among those of the principal. */
export interface BreakGlassAccess {
  readonly id: string;
  readonly until: string;
}

/** Somebody who works with the CRM. */
export interface UserPrincipal {
  readonly kind: "user";
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly departmentId: string;
  readonly roles: readonly string[];
  readonly grants: readonly Grant[];
  /** Until it is done, changing the password is the only thing open. */
  readonly mustChangePassword: boolean;
  /** The session that the request came with. */
  readonly sessionId?: string;
  readonly breakGlass?: BreakGlassAccess;
}

/** Another system, which signs in with a key and acts by the grants of the role that the key is bound to. */
export interface ApiKeyPrincipal {
  readonly kind: "apiKey";
  readonly id: string;
  /** As administrators call the key. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** Whoever a request can come from. */
export type Caller = UserPrincipal | ApiKeyPrincipal;

/** The product itself: a command (`cli`) or a job. It holds every action with scope ALL. */
export interface SystemPrincipal {
  readonly kind: "system";
  readonly name: string;
}

export type Principal = Caller | SystemPrincipal;

/** How audit entries and histories name a principal. */
export const principalName = (principal: Principal): string =>
  principal.kind === "user" ? `user:${principal.login}` : `${principal.kind}:${principal.name}`;

export const principalUserId = (principal: Principal): string | null =>
  principal.kind === "user" ? principal.id : null;
