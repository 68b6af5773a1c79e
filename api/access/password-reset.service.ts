import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { invalidInput } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { storePassword } from "./credentials.ts";
import { digestOfReset, PASSWORD_RESET_TASK } from "./password-reset.job.ts";
import { hashPassword, passwordIssues } from "./passwords.ts";
import { NOBODY } from "./principal.ts";
import { endOtherSessions } from "./sessions.ts";
import { countAttempt, forgetFailures, tooManyAttempts } from "./sign-in-throttle.ts";

/** What a stranger's request brings; there is no principal. */
interface ResetWork {
  readonly em: Em;
  readonly clock: Clock;
  readonly requestId: string;
  readonly address: string;
}

const LONGEST = 254;

/**
 * Asks for a mail to whoever has this login or address, if anybody. Nothing here depends on whether there is
 * one. Errors: LIMIT_EXCEEDED where it is asked for too often.
 */
export async function requestPasswordReset(work: ResetWork, loginOrEmail: string): Promise<void> {
  const who = loginOrEmail.trim().slice(0, LONGEST);
  const { em, clock, address } = work;
  await em.transactional(async (tx) => {
    await commandMode(tx);
    const attempt = { purpose: "reset", login: who, address } as const;
    if (!(await countAttempt(tx, attempt, clock.now()))) throw tooManyAttempts();
    await sql`select queue.enqueue(${PASSWORD_RESET_TASK}, ${JSON.stringify({ who })}::json,
      job_key := ${`${PASSWORD_RESET_TASK}:${who.toLowerCase()}`}, max_attempts := 5)`.execute(
      plain(tx),
    );
  });
}

/** What a link opens; undefined for one that was used, has expired or never was. */
export async function linkOf(
  { em, clock }: Pick<ResetWork, "em" | "clock">,
  token: string,
): Promise<{ login: string; expiresAt: Date } | undefined> {
  return em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ login: string; expiresAt: Date }>`
      select u.login, r.expires_at as "expiresAt"
      from crm.password_reset r join crm.app_user u on u.id = r.user_id
      where r.token_hash = ${digestOfReset(token)} and r.expires_at > ${clock.now()}
        and u.active`.execute(plain(tx));
    return rows[0];
  });
}

/** Sets a new password by the link of a mail, which is used up, and ends all sessions. Errors: INVALID_INPUT. */
export async function resetPassword(
  work: ResetWork,
  input: { readonly token: string; readonly new: string },
): Promise<void> {
  const { em, clock } = work;
  const digest = digestOfReset(input.token);
  const now = clock.now();
  // Looked at before hashing, so that nobody without a link makes the server work.
  const login = (await linkOf(work, input.token))?.login;
  if (login === undefined) throw linkUseless();
  const issues = passwordIssues(input.new, login, "input.new");
  if (issues.length > 0) throw invalidInput(issues);
  const hash = await hashPassword(input.new);
  await em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string }>`delete from crm.password_reset
      where token_hash = ${digest} and expires_at > ${now} returning user_id as id`.execute(
      plain(tx),
    );
    const id = rows[0]?.id;
    if (id === undefined) throw linkUseless();
    await storePassword(tx, id, hash, false, now);
    await endOtherSessions(tx, id, undefined, now);
    await forgetFailures(tx, login);
    const { requestId, address } = work;
    await recordAudit(
      tx,
      { principal: { ...NOBODY, id, login }, requestId, address },
      { action: "user:resetPassword", resource: "user", recordId: id },
    );
  });
}

const linkUseless = (): Error =>
  invalidInput(
    [
      {
        path: "input.token",
        code: "LINK_USELESS",
        text: { zh: "已使用或已过期", en: "was used before or has expired" },
      },
    ],
    {
      zh: "链接已使用或已过期，请重新申请",
      en: "The link was used before or has expired; ask for a new one",
    },
  );
