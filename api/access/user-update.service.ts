import { sql } from "kysely";
import { protectedFields } from "../../schema/access/permissions.ts";
import { User } from "../../schema/access/user.entity.ts";
import { forbidden, invalidInput, notFound } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { issuesOf, tidied } from "../input/define-input.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { keepAnAdministrator, refuseDelegated } from "./administrators.ts";
import { changeRights } from "./change-rights.ts";
import { fieldScope } from "./policy.ts";
import { endOtherSessions } from "./sessions.ts";
import { refuseTakeOver } from "./take-over.ts";
import { users } from "./user.list.ts";
import { USER_FIELDS, type UserInput } from "./user.rules.ts";
import { departmentNamed, noSuchDepartment } from "./user.service.ts";

/** A user, in the version that was read. */
export interface UserTarget {
  readonly id: string;
  readonly version: number;
}

export type UpdateUserInput = UserTarget & UserInput;

/**
 * Changes the fields that are given. Somebody who is disabled is signed out everywhere; nobody disables the last
 * active administrator or moves themselves to where their grants reach further.
 * Errors: NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT with all faults at once.
 */
export async function updateUser(work: Work, input: UpdateUserInput): Promise<void> {
  await changeRights(work, pickedUser(input.id), async (tx, now) => {
    const user = await lockUser(tx, now, "update", input);
    const issues = issuesOf(USER_FIELDS, input, "update");
    const values = tidied(USER_FIELDS, input);
    const { departmentId } = values;
    const department = departmentId ? await departmentNamed(tx, departmentId) : undefined;
    if (department === null) issues.push(noSuchDepartment());
    if (issues.length > 0) throw invalidInput(issues);
    const before = plainValues(user);
    const changed = Object.keys(values).filter(
      (name) => name in before && before[name] !== (values as Record<string, unknown>)[name],
    );
    authoriseFields(now.principal, changed);
    if (changed.includes("active")) await refuseDelegated(tx, now.principal, user.id);
    if (changed.includes("email")) await refuseTakeOver(tx, now.principal, user.id);
    if (changed.length === 0) return;
    user.displayName = values.displayName ?? user.displayName;
    user.locale = values.locale ?? user.locale;
    user.active = values.active ?? user.active;
    if (department) user.department = department;
    if (values.email !== undefined) user.email = values.email;
    if (values.phone !== undefined) user.phone = values.phone;
    await tx.flush();
    if (!user.active) {
      await endOtherSessions(tx, user.id, undefined, work.clock.now());
      await keepAnAdministrator(tx);
    }
    const after = plainValues(user);
    const pick = (from: Record<string, unknown>) =>
      Object.fromEntries(changed.map((name) => [name, from[name]]));
    await recordAudit(tx, now, {
      action: "user:update",
      resource: "user",
      recordId: user.id,
      before: pick(before),
      after: { ...pick(after), version: user.version },
    });
  });
}

/** One user by id, as a condition over `u`. */
export const pickedUser = (id: string) => (isUuid(id) ? sql`u.id = ${id}::uuid` : sql`false`);

/** The user, locked for the rest of the transaction, in the version that the caller has read. */
export async function lockUser(
  tx: Em,
  { principal }: Work,
  action: "update" | "read",
  { id, version }: UserTarget,
): Promise<User> {
  await authoriseRow(tx, principal, users, action, id);
  await lockRow(tx, users, id);
  const user = await tx.findOne(User, id, { refresh: true });
  if (!user) throw notFound(users.caption);
  if (user.version !== version) {
    throw await staleVersion(tx, principal, { resource: "user", id, version });
  }
  return user;
}

/** Protected fields are written only with the right to write them. */
function authoriseFields(principal: Principal, names: readonly string[]): void {
  const closed = names.filter(
    (name) =>
      protectedFields("user").includes(name) &&
      fieldScope(principal, "user", "write", name).clear.kind === "none",
  );
  if (closed.length > 0) throw forbidden();
}

const plainValues = (user: User): Record<string, unknown> => ({
  displayName: user.displayName,
  departmentId: user.department.id,
  email: user.email ?? null,
  phone: user.phone ?? null,
  locale: user.locale,
  active: user.active,
});
