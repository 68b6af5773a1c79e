import argon2 from "argon2";
import { availableParallelism } from "node:os";
import type { Issue } from "../../schema/kernel/errors.ts";
import { unavailable } from "../../schema/kernel/errors.ts";
import type { Text } from "../../schema/kernel/text.ts";
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

/** One thing that is asked of a new password: as a rule beforehand, and as a refusal afterwards. */
interface Rule {
  readonly code: string;
  readonly rule: Text;
  readonly refusal: Text;
  readonly isMet: (password: string, login: string) => boolean;
}

const RULES: readonly Rule[] = [
  {
    code: "PASSWORD_LENGTH",
    rule: {
      zh: `${MIN_PASSWORD} 至 ${MAX_PASSWORD} 个字符，一句话更好记也更安全`,
      en: `${MIN_PASSWORD} to ${MAX_PASSWORD} characters; a sentence is easy to remember and safe`,
    },
    refusal: {
      zh: `密码长度须为 ${MIN_PASSWORD} 至 ${MAX_PASSWORD} 个字符`,
      en: `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`,
    },
    isMet: (password) => {
      const { length } = [...password];
      return length >= MIN_PASSWORD && length <= MAX_PASSWORD;
    },
  },
  {
    code: "PASSWORD_WEAK",
    rule: {
      zh: "不含登录名，且至少有 4 个不同字符",
      en: "Without the login in it, and with 4 different characters",
    },
    refusal: {
      zh: "密码过于简单：不能包含登录名，且至少有 4 个不同字符",
      en: "The password is too easy: it must not contain the login and needs 4 different characters",
    },
    isMet: (password, login) =>
      new Set(password).size >= 4 &&
      (login === "" || !password.toLowerCase().includes(login.toLowerCase())),
  },
  {
    code: "PASSWORD_COMMON",
    rule: {
      zh: "不是最先被猜的常见密码",
      en: "Not among the passwords that are guessed first",
    },
    refusal: {
      zh: "这是常见密码，很容易被猜到，请换一个",
      en: "This password is among those that are guessed first; choose another",
    },
    isMet: (password) => password !== "" && !isCommonPassword(password),
  },
];

/** What is asked of a new password, and which of it this one meets. Without a login only the rest is judged. */
export const passwordRules = (
  password: string,
  login: string,
): { readonly code: string; readonly rule: Text; readonly met: boolean }[] =>
  RULES.map(({ code, rule, isMet }) => ({ code, rule, met: isMet(password, login) }));

/** What is wrong with a new password, if anything: the first rule that it does not meet. */
export function passwordIssues(password: string, login: string, path: string): Issue[] {
  const broken = RULES.find(({ isMet }) => !isMet(password, login));
  return broken ? [{ path, code: broken.code, text: broken.refusal }] : [];
}
