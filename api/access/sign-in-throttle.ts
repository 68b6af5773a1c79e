import { sql } from "kysely";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { limitExceeded } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";

/** Failures without a delay: few for an account, more for an address, which a whole office may share. */
const FREE = { account: 5, address: 10 } as const;
const FIRST_DELAY_SECONDS = 15;
const LONGEST_DELAY_SECONDS = 15 * 60;
/** Whoever has not failed for this long starts afresh. */
const MEMORY_SECONDS = 60 * 60;

/** What is guessed at, and from where; both are counted, known account or not. */
export interface Attempt {
  /** Asking for a mail is counted by itself, so that it locks nobody out. */
  readonly purpose?: "reset";
  readonly login: string;
  readonly address: string;
}

type Subject = readonly [key: string, free: number];

const accountSubject = (login: string): string => `account:${login.toLowerCase().slice(0, 200)}`;

/** In one fixed order, so that two attempts never wait for each other crosswise. */
function subjectsOf({ purpose, login, address }: Attempt): readonly Subject[] {
  const prefix = purpose === undefined ? "" : `${purpose}-`;
  return [
    [`${prefix}${accountSubject(login)}`, FREE.account],
    [`${prefix}address:${address.slice(0, 64)}`, FREE.address],
  ];
}

/** Whether a delay runs. Asked before anything costly, so that refusing costs next to nothing. */
export async function isBlocked(em: Em, attempt: Attempt, now: Date): Promise<boolean> {
  const subjects = subjectsOf(attempt).map(([subject]) => subject);
  const { rows } = await withRowContext(SYSTEM_ROWS, () =>
    sql`select from crm.sign_in_throttle
      where subject = any(${subjects}::text[]) and blocked_until > ${now}`.execute(plain(em)),
  );
  return rows.length > 0;
}

/**
 * Counts an attempt as failed before the password is even looked at: a hundred guesses at once count a
 * hundred. Answers LIMIT_EXCEEDED while a delay runs, whatever the password. Needs command mode.
 */
export async function countAttempt(tx: Em, attempt: Attempt, now: Date): Promise<boolean> {
  for (const [subject, free] of subjectsOf(attempt)) {
    const { rows } = await sql<{ open: boolean }>`
      insert into crm.sign_in_throttle as t (subject, failures, last_failed_at, blocked_until)
      values (${subject}, 1, ${now}, null)
      on conflict (subject) do update set (failures, last_failed_at, blocked_until) = (
        select n, ${now}::timestamptz, case when n >= ${free}::int then ${now}::timestamptz + make_interval(
          secs => least(${LONGEST_DELAY_SECONDS}, ${FIRST_DELAY_SECONDS} * 2 ^ least(n - ${free}::int, 10))) end
        from (select case when t.last_failed_at < ${now}::timestamptz - make_interval(secs => ${MEMORY_SECONDS})
          then 1 else t.failures + 1 end as n) as counted)
        where t.blocked_until is null or t.blocked_until <= ${now}
      returning true as open`.execute(plain(tx));
    if (rows.length === 0) return false;
  }
  return true;
}

/** The password was right: this one attempt was no failure. Earlier ones stay, until a sign-in succeeds. */
export async function takeBackAttempt(tx: Em, attempt: Attempt): Promise<void> {
  for (const [subject] of subjectsOf(attempt)) {
    await sql`update crm.sign_in_throttle
      set failures = greatest(failures - 1, 0), blocked_until = null
      where subject = ${subject}`.execute(plain(tx));
  }
}

/** Somebody has signed in, or was given a new password: the account starts afresh. */
export async function forgetFailures(tx: Em, login: string): Promise<void> {
  await sql`delete from crm.sign_in_throttle where subject = ${accountSubject(login)}`.execute(
    plain(tx),
  );
}

export const tooManyAttempts = (): Error =>
  limitExceeded({
    zh: "尝试次数过多，请稍后再试",
    en: "Too many attempts; try again later",
  });
