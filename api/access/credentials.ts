import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { inPasswordTurn, verifyPassword } from "./passwords.ts";
import {
  countAttempt,
  isBlocked,
  takeBackAttempt,
  tooManyAttempts,
  type Attempt,
} from "./sign-in-throttle.ts";

/** A user who has proved to know the password. */
export interface Proven {
  readonly id: string;
  readonly login: string;
}

interface CredentialRow extends Proven {
  readonly hash: string | null;
}

/** Far beyond any password, and costly to hash. */
const LONGEST = 1000;

/**
 * Checks a password and runs `then` in the transaction, in command mode, that takes the attempt back, so that
 * it stays counted where `then` throws; undefined where it does not fit. Two checks at once: the few that run count as failed until they are done, so more
 * would lock out colleagues who sign in together. Errors: LIMIT_EXCEEDED while a delay runs.
 */
export async function provePassword<T>(
  work: { readonly em: Em; readonly clock: Clock },
  attempt: Attempt,
  password: string,
  then: (tx: Em, user: Proven) => Promise<T>,
): Promise<T | undefined> {
  const { em, clock } = work;
  if (await isBlocked(em, attempt, clock.now())) throw tooManyAttempts();
  return inPasswordTurn(async () => {
    const found = await em.transactional(async (tx) => {
      await commandMode(tx);
      if (!(await countAttempt(tx, attempt, clock.now()))) throw tooManyAttempts();
      return credentialOf(tx, attempt.login);
    });
    const fits =
      password.length <= LONGEST && (await verifyPassword(found?.hash ?? undefined, password));
    if (!fits || !found) return undefined;
    return em.transactional(async (tx) => {
      await commandMode(tx);
      await takeBackAttempt(tx, attempt);
      return then(tx, found);
    });
  });
}

/** Stores a hash as the password of a user. Needs command mode. */
export async function storePassword(
  tx: Em,
  userId: string,
  hash: string,
  mustChange: boolean,
  now: Date,
): Promise<void> {
  await sql`insert into crm.user_credential (user_id, password_hash, must_change, changed_at)
    values (${userId}::uuid, ${hash}, ${mustChange}, ${now})
    on conflict (user_id) do update set password_hash = excluded.password_hash,
      must_change = excluded.must_change, changed_at = excluded.changed_at`.execute(plain(tx));
}

/** Somebody who may not sign in has no hash, like somebody who does not exist. */
async function credentialOf(tx: Em, login: string): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    select u.id, u.login, case when u.active then c.password_hash end as hash
    from crm.app_user u left join crm.user_credential c on c.user_id = u.id
    where lower(u.login) = lower(${login})`.execute(plain(tx));
  return rows[0];
}
