import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { type AppError, invalidInput, unauthenticated } from "../../schema/kernel/errors.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "../audit/record.ts";
import { hashPassword, passwordIssues, verifyPassword } from "./passwords.ts";
import { NOBODY } from "./principal.ts";
import {
  endOtherSessions,
  endSession,
  openSession,
  type Origin,
  type RefreshToken,
} from "./sessions.ts";
import { countAttempt, forgiveAttempt, tooManyAttempts } from "./sign-in-throttle.ts";
import type { Tokens } from "./tokens.ts";

/** What signing in needs of a request; there is no principal yet. */
export interface SignInWork {
  readonly em: Em;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly requestId: string;
  readonly origin: Origin;
}

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly refresh: RefreshToken;
}

interface CredentialRow {
  readonly id: string;
  readonly login: string;
  readonly active: boolean;
  readonly hash: string | null;
}

/** The same answer for an unknown user, a disabled one and a wrong password. */
const refused = (): AppError =>
  unauthenticated({ zh: "登录名或密码错误", en: "The login or the password is wrong" });

/** Checks a password and begins a session. Errors: UNAUTHENTICATED, LIMIT_EXCEEDED after failures. */
export async function signIn(
  work: SignInWork,
  input: { readonly login: string; readonly password: string },
): Promise<SignedIn> {
  const login = input.login.trim();
  const attempt = { login, address: work.origin.address };
  const found = await work.em.transactional(async (tx) => {
    await commandMode(tx);
    if (!(await countAttempt(tx, attempt, work.clock.now()))) throw tooManyAttempts();
    return credentialOf(tx, login);
  });
  const usable = found?.active === true ? (found.hash ?? undefined) : undefined;
  // Far beyond any password, and costly to hash.
  const fits = input.password.length <= 1000 && (await verifyPassword(usable, input.password));
  if (!fits || !found) throw refused();
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    await forgiveAttempt(tx, attempt);
    const session = await openSession(tx, work.tokens, found.id, work.origin, work.clock.now());
    const principal = { ...NOBODY, id: found.id, login: found.login };
    await recordAudit(
      tx,
      { principal, requestId: work.requestId, address: work.origin.address },
      { action: "session:signIn", resource: "user", recordId: found.id },
    );
    return { userId: found.id, ...session };
  });
}

/** Ends the session of the request. */
export async function signOut(
  work: Actor & { readonly em: Em; readonly clock: Clock },
  viewer: UserPrincipal,
): Promise<void> {
  const { sessionId } = viewer;
  if (sessionId === undefined) return;
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    await endSession(tx, sessionId, work.clock.now());
    await recordAudit(tx, work, {
      action: "session:signOut",
      resource: "user",
      recordId: viewer.id,
    });
  });
}

/** Replaces the password of the viewer, who proves to know the old one; all other sessions end. */
export async function changePassword(
  work: Actor & { readonly em: Em; readonly clock: Clock },
  viewer: UserPrincipal,
  input: { readonly current: string; readonly new: string },
): Promise<void> {
  const issues = passwordIssues(input.new, viewer.login, "input.new");
  if (input.new === input.current) {
    issues.push({
      path: "input.new",
      code: "PASSWORD_UNCHANGED",
      text: { zh: "新密码不能与旧密码相同", en: "The new password must differ from the old one" },
    });
  }
  if (issues.length > 0) throw invalidInput(issues);
  const attempt = { login: viewer.login, address: work.address ?? "" };
  const found = await work.em.transactional(async (tx) => {
    await commandMode(tx);
    if (!(await countAttempt(tx, attempt, work.clock.now()))) throw tooManyAttempts();
    return credentialOf(tx, viewer.login);
  });
  if (!(await verifyPassword(found?.hash ?? undefined, input.current))) {
    throw invalidInput([
      { path: "input.current", text: { zh: "当前密码错误", en: "The current password is wrong" } },
    ]);
  }
  const hash = await hashPassword(input.new);
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    await forgiveAttempt(tx, attempt);
    await storePassword(tx, viewer.id, hash, false, work.clock.now());
    await endOtherSessions(tx, viewer.id, viewer.sessionId, work.clock.now());
    await recordAudit(tx, work, {
      action: "user:changePassword",
      resource: "user",
      recordId: viewer.id,
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

async function credentialOf(tx: Em, login: string): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    select u.id, u.login, u.active, c.password_hash as hash
    from crm.app_user u left join crm.user_credential c on c.user_id = u.id
    where lower(u.login) = lower(${login})`.execute(plain(tx));
  return rows[0];
}
