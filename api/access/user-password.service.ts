import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { forbidden, invalidInput, notFound } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { changeRights } from "./change-rights.ts";
import { storePassword } from "./credentials.ts";
import { hashPassword, passwordIssues } from "./passwords.ts";
import { can } from "./policy.ts";
import { endOtherSessions } from "./sessions.ts";
import { forgetFailures } from "./sign-in-throttle.ts";
import { refuseTakeOver } from "./take-over.ts";
import { users } from "./user.list.ts";

interface NewPassword {
  readonly hash: string;
  readonly mustChange: boolean;
}

/**
 * Gives somebody else a password and ends all of their sessions. Whoever knows it has all that user's rights, so a
 * delegated administrator needs them too. Errors: NOT_FOUND, FORBIDDEN (also for oneself), INVALID_INPUT.
 */
export async function setUserPassword(
  work: Work,
  input: {
    readonly userId: string;
    readonly password: string;
    readonly mustChangePassword?: boolean | null | undefined;
  },
): Promise<void> {
  const { em, principal } = work;
  const { userId, password } = input;
  await authoriseRow(em, principal, users, "update", userId);
  if (userId === principalUserId(principal)) {
    throw forbidden({
      zh: "修改自己的密码请使用“修改密码”",
      en: "Change your own password with changePassword, which asks for the old one",
    });
  }
  const [user] = await loginsWhere(em, sql`id = ${userId}::uuid`);
  if (!user) throw notFound(users.caption);
  const issues = passwordIssues(password, user.login, "input.password");
  if (issues.length > 0) throw invalidInput(issues);
  const hash = await hashPassword(password);
  await changeRights(work, sql`false`, async (tx, now) => {
    await authoriseRow(tx, now.principal, users, "update", userId);
    await refuseTakeOver(tx, now.principal, userId);
    await replacePassword(tx, now, user, { hash, mustChange: input.mustChangePassword ?? true });
  });
}

/** The same by login, for commands. Errors: FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export async function setPassword(
  work: Work,
  input: { readonly login: string; readonly password: string; readonly mustChange: boolean },
): Promise<void> {
  const { login, password, mustChange } = input;
  if (!can(work.principal, "user:update")) throw forbidden();
  const issues = passwordIssues(password, login, "input.password");
  if (issues.length > 0) throw invalidInput(issues);
  const hash = await hashPassword(password);
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    const [user] = await loginsWhere(tx, sql`lower(login) = lower(${login})`);
    if (!user) throw notFound(users.caption);
    await replacePassword(tx, work, user, { hash, mustChange });
  });
}

interface LoginRow {
  readonly id: string;
  readonly login: string;
}

const loginsWhere = async (em: Em, condition: ReturnType<typeof sql>): Promise<LoginRow[]> =>
  (await sql<LoginRow>`select id, login from crm.app_user where ${condition}`.execute(plain(em)))
    .rows;

async function replacePassword(
  tx: Em,
  work: Work,
  { id, login }: LoginRow,
  { hash, mustChange }: NewPassword,
): Promise<void> {
  const now = work.clock.now();
  await storePassword(tx, id, hash, mustChange, now);
  await endOtherSessions(tx, id, undefined, now);
  await forgetFailures(tx, login);
  await recordAudit(tx, work, { action: "user:setPassword", resource: "user", recordId: id });
}
