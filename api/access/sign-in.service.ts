import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { AppError, invalidInput, unauthenticated, type Issue } from "../../schema/kernel/errors.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import type { Vault } from "../../schema/kernel/vault.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "../audit/record.ts";
import { recordFailedSignIn, type FailedSignIn } from "../audit/refusals.ts";
import { provePassword, storePassword } from "./credentials.ts";
import { hashPassword, passwordIssues } from "./passwords.ts";
import { NOBODY } from "./principal.ts";
import { checkSecondFactor } from "./second-factor.ts";
import {
  endOtherSessions,
  endSession,
  openSession,
  type Origin,
  type RefreshToken,
} from "./sessions.ts";
import { forgetFailures } from "./sign-in-throttle.ts";
import type { Tokens } from "./tokens.ts";

/** What signing in needs of a request; there is no principal yet. */
export interface SignInWork {
  readonly em: Em;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly vault: Vault;
  readonly requestId: string;
  readonly origin: Origin;
}

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly refresh: RefreshToken;
}

/** What a command of one's own session needs. */
type OwnWork = Actor & { readonly em: Em; readonly clock: Clock };

/**
 * Checks a password, and the code of a second factor where there is one, and begins a session. An unknown user,
 * a disabled one and a wrong password are one to the caller; that a code is due is told with the right password
 * only. Errors: UNAUTHENTICATED (with CODE_REQUIRED or CODE_WRONG), LIMIT_EXCEEDED after failures.
 */
export async function signIn(
  work: SignInWork,
  input: { readonly login: string; readonly password: string; readonly code?: string | null },
): Promise<SignedIn> {
  const { clock, tokens, vault, origin, requestId } = work;
  const attempt = { login: input.login.trim(), address: origin.address };
  const failed = (reason: FailedSignIn): Promise<void> =>
    recordFailedSignIn(work.em, { ...attempt, requestId }, reason);
  const opened = await provePassword(work, attempt, input.password, async (tx, user) => {
    const shown = { id: user.id, code: input.code ?? undefined, now: clock.now() };
    const secondFactor = await checkSecondFactor(tx, vault, shown);
    if (secondFactor === "missing") return "code due";
    // Thrown, so that the attempt stays counted as a failure.
    if (secondFactor === "wrong") throw codeRefused("CODE_WRONG");
    await forgetFailures(tx, user.login);
    const session = await openSession(tx, tokens, user.id, origin, clock.now());
    const principal = { ...NOBODY, ...user };
    await recordAudit(
      tx,
      { principal, requestId, address: origin.address },
      {
        action: "session:signIn",
        resource: "user",
        recordId: user.id,
        after: secondFactor === "none" ? null : { secondFactor },
      },
    );
    return { userId: user.id, ...session };
  }).catch(async (error: unknown) => {
    if (error instanceof AppError) {
      await failed(error.code === "LIMIT_EXCEEDED" ? "THROTTLED" : "WRONG_CODE");
    }
    throw error;
  });
  if (opened === "code due") throw codeRefused("CODE_REQUIRED");
  if (opened) return opened;
  await failed("WRONG");
  throw unauthenticated({ zh: "登录名或密码错误", en: "The login or the password is wrong" });
}

const CODE_TEXTS = {
  CODE_REQUIRED: { zh: "请输入验证码", en: "Enter the code of your authenticator app" },
  CODE_WRONG: { zh: "验证码错误或已使用", en: "The code is wrong or was used before" },
} as const;

const codeRefused = (code: keyof typeof CODE_TEXTS): AppError => {
  const issue: Issue = { path: "input.code", code, text: CODE_TEXTS[code] };
  return new AppError("UNAUTHENTICATED", issue.text, [issue]);
};

/** Ends the session of the request. */
export async function signOut(work: OwnWork, viewer: UserPrincipal): Promise<void> {
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
  work: OwnWork,
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
  const hash = await hashPassword(input.new);
  const attempt = { login: viewer.login, address: work.address ?? "" };
  const changed = await provePassword(work, attempt, input.current, async (tx, { id }) => {
    await storePassword(tx, id, hash, false, work.clock.now());
    await endOtherSessions(tx, id, viewer.sessionId, work.clock.now());
    await recordAudit(tx, work, {
      action: "user:changePassword",
      resource: "user",
      recordId: id,
    });
    return true;
  });
  if (changed) return;
  throw invalidInput([
    { path: "input.current", text: { zh: "当前密码错误", en: "The current password is wrong" } },
  ]);
}
