import { dictionary } from "@zxcvbn-ts/language-common";

/** Passwords that guessing begins with, in small letters. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** A year, a number and an exclamation mark make nobody guess longer. */
const DECORATION = /[\d\p{P}\p{S}\s]{1,5}$/u;

/** Whether a password is one that everybody tries first, also with a few digits or signs behind it. */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase();
  return COMMON.has(small) || COMMON.has(small.replace(DECORATION, ""));
}
