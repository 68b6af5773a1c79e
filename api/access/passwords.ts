import argon2 from "argon2";
import { availableParallelism } from "node:os";
import type { Issue } from "../../schema/kernel/errors.ts";
import { unavailable } from "../../schema/kernel/errors.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { Turnstile } from "./turnstile.ts";

/** argon2id with 19 MiB, two passes, one lane: the floor that OWASP asks for. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashing takes whole cores: at most half of them, so that sign-ins leave the rest to every other request, and
 * two at most, since each counts as a failed attempt while it runs.
 */
const HASHES_AT_ONCE = Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2)));

const turnstile = new Turnstile(HASHES_AT_ONCE, 200, () =>
  unavailable({
    zh: "登录请求过多，请稍后再试",
    en: "Too many sign-ins at once; try again shortly",
  }),
);

const MIN_PASSWORD = 8;
const MAX_PASSWORD = 200;

export const hashPassword = (password: string): Promise<string> =>
  turnstile.pass(() => argon2.hash(password, COST));

/** Runs a check of a password when it is its turn; nothing inside may wait for another turn. */
export const inPasswordTurn = <T>(check: () => Promise<T>): Promise<T> => turnstile.pass(check);

let decoy: Promise<string> | undefined;

/**
 * Whether a password fits. Without a hash (no such user, or one who never had a password) the same work
 * is done against a decoy, so that the time tells nothing. Belongs inside inPasswordTurn.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  decoy ??= argon2.hash("no such password", COST);
  const fits = await argon2.verify(hash ?? (await decoy), password);
  return fits && hash !== undefined;
}

/** What is wrong with a new password, if anything. */
export function passwordIssues(password: string, login: string, path: string): Issue[] {
  const length = [...password].length;
  if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
    return [
      {
        path,
        code: "PASSWORD_LENGTH",
        text: {
          zh: `密码长度须为 ${MIN_PASSWORD} 至 ${MAX_PASSWORD} 个字符`,
          en: `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`,
        },
      },
    ];
  }
  if (new Set(password).size < 4 || password.toLowerCase().includes(login.toLowerCase())) {
    return [
      {
        path,
        code: "PASSWORD_WEAK",
        text: {
          zh: "密码过于简单：不能包含登录名，且至少有 4 个不同字符",
          en: "The password is too easy: it must not contain the login and needs 4 different characters",
        },
      },
    ];
  }
  if (isCommonPassword(password)) {
    return [
      {
        path,
        code: "PASSWORD_COMMON",
        text: {
          zh: "这是常见密码，很容易被猜到，请换一个",
          en: "This password is among those that are guessed first; choose another",
        },
      },
    ];
  }
  return [];
}
