import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import type { Vault } from "../../schema/kernel/vault.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { toBase32 } from "./base32.ts";
import { matchingStep } from "./totp.ts";

const TOTP = "totp-secret";
const RECOVERY = "recovery-code";
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;

/** What a code at sign-in has shown; `none` where the user has set up no second factor. */
export type SecondFactorCheck = "none" | "missing" | "wrong" | "code" | "recovery code";

interface FactorRow {
  readonly sealed: string;
  readonly confirmed: boolean;
}

/** All functions here need command mode. */
export async function factorOf(tx: Em, userId: string): Promise<FactorRow | undefined> {
  const { rows } = await sql<FactorRow>`
    select sealed_secret as sealed, confirmed_at is not null as confirmed
    from crm.user_second_factor where user_id = ${userId}::uuid for update`.execute(plain(tx));
  return rows[0];
}

/** A new secret in place of one that was never confirmed; answers it in base32. */
export async function storeSecret(
  tx: Em,
  vault: Vault,
  userId: string,
  now: Date,
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES);
  const sealed = vault.seal(TOTP, userId, secret.toString("base64url"));
  await sql`insert into crm.user_second_factor (user_id, sealed_secret, created_at)
    values (${userId}::uuid, ${sealed}, ${now})
    on conflict (user_id) do update set sealed_secret = excluded.sealed_secret,
      last_step = 0, created_at = excluded.created_at`.execute(plain(tx));
  return toBase32(secret);
}

/** Looks at what was given beside the password. A code that fits is used up by it. */
export async function checkSecondFactor(
  tx: Em,
  vault: Vault,
  user: { readonly id: string; readonly code: string | undefined; readonly now: Date },
): Promise<SecondFactorCheck> {
  const factor = await factorOf(tx, user.id);
  if (!factor?.confirmed) return "none";
  const code = user.code?.replace(/[\s-]/g, "") ?? "";
  if (code === "") return "missing";
  if (await useCode(tx, vault, user.id, factor.sealed, code, user.now)) return "code";
  return (await useRecoveryCode(tx, vault, user.id, code)) ? "recovery code" : "wrong";
}

/** Takes a code of the authenticator; the step it belongs to, and all before it, are never taken again. */
export async function useCode(
  tx: Em,
  vault: Vault,
  userId: string,
  sealed: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = vault.open(TOTP, userId, sealed);
  const step = secret && matchingStep(Buffer.from(secret, "base64url"), code, now);
  if (!step) return false;
  const { rows } = await sql`update crm.user_second_factor set last_step = ${step}
    where user_id = ${userId}::uuid and last_step < ${step} returning user_id`.execute(plain(tx));
  return rows.length > 0;
}

async function useRecoveryCode(
  tx: Em,
  vault: Vault,
  userId: string,
  code: string,
): Promise<boolean> {
  const digest = vault.digest(RECOVERY, userId, code.toUpperCase());
  const { rows } = await sql`delete from crm.recovery_code
    where user_id = ${userId}::uuid and code_hash = ${digest} returning user_id`.execute(plain(tx));
  return rows.length > 0;
}

/** From now on a code is asked for; answers the codes that help where the authenticator is lost. */
export async function confirmFactor(
  tx: Em,
  vault: Vault,
  userId: string,
  now: Date,
): Promise<string[]> {
  await sql`update crm.user_second_factor set confirmed_at = ${now}
    where user_id = ${userId}::uuid`.execute(plain(tx));
  return newRecoveryCodes(tx, vault, userId);
}

/** Codes in place of all former ones. */
export async function newRecoveryCodes(tx: Em, vault: Vault, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => toBase32(randomBytes(7)).slice(0, 10));
  const digests = codes.map((code) => vault.digest(RECOVERY, userId, code));
  await sql`delete from crm.recovery_code where user_id = ${userId}::uuid`.execute(plain(tx));
  await sql`insert into crm.recovery_code (user_id, code_hash)
    select ${userId}::uuid, unnest(${digests}::text[])`.execute(plain(tx));
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** Takes the second factor of a user away; false where there was none. */
export async function removeFactor(tx: Em, userId: string): Promise<boolean> {
  await sql`delete from crm.recovery_code where user_id = ${userId}::uuid`.execute(plain(tx));
  const { rows } = await sql`delete from crm.user_second_factor
    where user_id = ${userId}::uuid returning user_id`.execute(plain(tx));
  return rows.length > 0;
}

export async function countRecoveryCodes(tx: Em, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from crm.recovery_code where user_id = ${userId}::uuid`.execute(plain(tx));
  return rows[0]?.count ?? 0;
}
