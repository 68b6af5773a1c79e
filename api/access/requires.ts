import { Extensions } from "type-graphql";
import type { Permission } from "../../schema/access/permissions.ts";
import type { DoorKind } from "./doors.ts";

/** Who may call an operation or read a protected field; kept in the extensions of the schema field. */
export type Guard =
  /** One of the permissions is enough; what it opens is the reader's business. */
  | { readonly kind: "permission"; readonly anyOf: readonly Permission[] }
  | { readonly kind: "signed-in"; readonly beforePasswordChange: boolean }
  | { readonly kind: "public" };

type Tag = MethodDecorator & PropertyDecorator;

const guardedBy = (guard: Guard): Tag => Extensions({ guard });

/**
 * Stands on each operation and each protected field. An operation names the kind of door it is, so that
 * the proofs about row scope walk over it; only fields go without.
 */
export const Requires = (permission: Permission, door: DoorKind = "field"): Tag =>
  RequiresAny([permission], door);

/** For operations over several kinds of record; what is not permitted is left out by the reader. */
export const RequiresAny = (permissions: readonly Permission[], kind: DoorKind): Tag =>
  Extensions({
    guard: { kind: "permission", anyOf: permissions } satisfies Guard,
    door: { kind, permissions },
  });

/**
 * Stands on a relation whose reader applies the scope of `permission` itself. It has no rule of its own:
 * who may not read the related thing sees none of it.
 */
export const Nested = (permission: Permission): Tag =>
  Extensions({ door: { kind: "nested", permissions: [permission] } });

/** For any person who is signed in, not for keys; with `beforePasswordChange` also while a password change is due. */
export const SignedIn = (options: { beforePasswordChange?: boolean } = {}): Tag =>
  guardedBy({ kind: "signed-in", beforePasswordChange: options.beforePasswordChange ?? false });

/** For anybody at all: only what must be reachable before signing in. */
export const Public = (): Tag => guardedBy({ kind: "public" });
