import { createHmac, timingSafeEqual } from "node:crypto";

/** What every authenticator app understands: RFC 6238 with SHA-1, half a minute and six digits. */
const STEP_SECONDS = 30;
/** A phone's clock may be off, and people type slowly. */
const TOLERATED_STEPS = 1;

export const stepAt = (instant: Date): number =>
  Math.floor(instant.getTime() / 1000 / STEP_SECONDS);

/** The code of a time step (RFC 4226 with the step as counter). */
export function codeOf(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The time step near `now` whose code was given; undefined where there is none. */
export function matchingStep(secret: Uint8Array, code: string, now: Date): number | undefined {
  const present = stepAt(now);
  const given = Buffer.from(code);
  let found: number | undefined;
  for (let step = present - TOLERATED_STEPS; step <= present + TOLERATED_STEPS; step++) {
    const expected = Buffer.from(codeOf(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step;
  }
  return found;
}

/** The address that an authenticator app reads from a QR code. */
export const totpUri = (login: string, secret: string): string =>
  `otpauth://totp/CRM:${encodeURIComponent(login)}?secret=${secret}&issuer=CRM&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
