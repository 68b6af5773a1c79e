import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { conflict, invalidInput, notFound } from "../../schema/kernel/errors.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import type { Vault } from "../../schema/kernel/vault.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import { provePassword } from "./credentials.ts";
import {
  checkSecondFactor,
  confirmFactor,
  countRecoveryCodes,
  factorOf,
  newRecoveryCodes,
  removeFactor,
  storeSecret,
  useCode,
} from "./second-factor.ts";
import { totpUri } from "./totp.ts";

interface Proof {
  readonly password: string;
  readonly code: string;
}

type FactorWork = Actor & { readonly em: Em; readonly clock: Clock; readonly vault: Vault };

/** Whether the viewer is asked for a code at sign-in, and how many recovery codes are left. */
export const secondFactorOf = (
  { em }: Pick<FactorWork, "em">,
  { id }: UserPrincipal,
): Promise<{ enabled: boolean; recoveryCodesLeft: number }> =>
  em.transactional(async (tx) => {
    await commandMode(tx);
    const factor = await factorOf(tx, id);
    return {
      enabled: factor?.confirmed ?? false,
      recoveryCodesLeft: await countRecoveryCodes(tx, id),
    };
  });

/** Begins to set up an authenticator: nothing changes until a code of it is confirmed. Errors: CONFLICT, INVALID_INPUT. */
export async function enrolTotp(
  work: FactorWork,
  viewer: UserPrincipal,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const secret = await provePassword(work, attemptOf(work, viewer), password, async (tx) => {
    if ((await factorOf(tx, viewer.id))?.confirmed) throw alreadyEnabled();
    return storeSecret(tx, work.vault, viewer.id, work.clock.now());
  });
  if (secret === undefined) throw wrongPassword();
  return { secret, uri: totpUri(viewer.login, secret) };
}

/** Shows that the authenticator works; from now on it is asked for. Errors: CONFLICT, INVALID_INPUT. */
export async function confirmTotp(
  work: FactorWork,
  viewer: UserPrincipal,
  code: string,
): Promise<string[]> {
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const factor = await factorOf(tx, viewer.id);
    if (factor?.confirmed) throw alreadyEnabled();
    const [vault, now] = [work.vault, work.clock.now()];
    const fits =
      factor && (await useCode(tx, vault, viewer.id, factor.sealed, code.replace(/\s/g, ""), now));
    if (!fits) throw wrongCode();
    await recordAudit(tx, work, {
      action: "secondFactor:enable",
      resource: "user",
      recordId: viewer.id,
    });
    return confirmFactor(tx, vault, viewer.id, now);
  });
}

/** Goes back to the password alone, shown both. Errors: INVALID_INPUT, LIMIT_EXCEEDED after failures. */
export async function disableTotp(
  work: FactorWork,
  viewer: UserPrincipal,
  proof: Proof,
): Promise<void> {
  await provingBoth(work, viewer, proof, async (tx) => {
    await removeFactor(tx, viewer.id);
    await recordAudit(tx, work, {
      action: "secondFactor:disable",
      resource: "user",
      recordId: viewer.id,
    });
  });
}

/** Recovery codes in place of those that are left. Errors: INVALID_INPUT, LIMIT_EXCEEDED after failures. */
export async function renewRecoveryCodes(
  work: FactorWork,
  viewer: UserPrincipal,
  proof: Proof,
): Promise<string[]> {
  return provingBoth(work, viewer, proof, async (tx) => {
    // Codes of nothing would wait there for the day that a second factor is set up.
    if (!(await factorOf(tx, viewer.id))?.confirmed) throw wrongCode();
    await recordAudit(tx, work, {
      action: "secondFactor:renewRecoveryCodes",
      resource: "user",
      recordId: viewer.id,
    });
    return newRecoveryCodes(tx, work.vault, viewer.id);
  });
}

/** What follows once password and code are shown. */
async function provingBoth<T>(
  work: FactorWork,
  viewer: UserPrincipal,
  { password, code }: Proof,
  then: (tx: Em) => Promise<T>,
): Promise<T> {
  const done = await provePassword(work, attemptOf(work, viewer), password, async (tx) => {
    const user = { id: viewer.id, code, now: work.clock.now() };
    const check = await checkSecondFactor(tx, work.vault, user);
    // Thrown, so that the attempt stays counted: codes must not be guessed here either.
    if (check === "missing" || check === "wrong") throw wrongCode();
    return { result: await then(tx) };
  });
  if (!done) throw wrongPassword();
  return done.result;
}

/** Takes the second factor of somebody who has lost it away. Who may do so is the caller's question. Errors: NOT_FOUND. */
export async function resetTotp(work: Actor & { readonly em: Em }, userId: string): Promise<void> {
  const missing = notFound({ zh: "两步验证", en: "Second factor" });
  if (!isUuid(userId)) throw missing;
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    if (!(await removeFactor(tx, userId))) throw missing;
    await recordAudit(tx, work, {
      action: "secondFactor:reset",
      resource: "user",
      recordId: userId,
    });
  });
}

const attemptOf = (work: FactorWork, { login }: UserPrincipal) => ({
  login,
  address: work.address ?? "",
});

const alreadyEnabled = (): Error =>
  conflict({ zh: "两步验证已启用", en: "The second factor is set up already" });

const wrongCode = (): Error =>
  invalidInput([
    { path: "input.code", text: { zh: "验证码错误或已使用", en: "is wrong or was used before" } },
  ]);

const wrongPassword = (): Error =>
  invalidInput([{ path: "input.password", text: { zh: "密码错误", en: "is wrong" } }]);
