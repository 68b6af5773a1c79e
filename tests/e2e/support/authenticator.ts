import { codeOf, stepAt } from "../../../api/access/totp.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows for a key, now or some steps ahead. A code is taken once, and none before it. */
export function codeFor(key: string, ahead = 0): string {
  const letters = [...key.replace(/\s/g, "")];
  const bits = letters.map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const secret = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
  return codeOf(secret, stepAt(systemClock.now()) + ahead);
}
