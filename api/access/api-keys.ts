import { sql } from "kysely";
import { createHash, randomBytes } from "node:crypto";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import type { ApiKeyPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { reachOf } from "./reach.ts";

/** Scanners for leaked secrets recognise a key by it, and no token of a session begins so. */
const PREFIX = "crm_";
const KEY = /^crm_[\w-]{43}$/;
/** How exactly the last use is kept: writing it with each request would cost more than the request. */
const USE_SECONDS = 60;

export const newApiKey = (): string => PREFIX + randomBytes(32).toString("base64url");

export const isApiKey = (token: string): boolean => KEY.test(token);

/** How the database knows a key. With 256 random bits a plain digest cannot be guessed backwards. */
export const digestOfKey = (key: string): string =>
  createHash("sha256").update(key).digest("base64url");

/** The key with the grants that its role has now; undefined for one that is revoked, expired or never was. */
export async function apiKeyPrincipal(
  em: Em,
  digest: string,
  clock: Clock,
): Promise<ApiKeyPrincipal | undefined> {
  const now = clock.now();
  return em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<Omit<ApiKeyPrincipal, "kind">>`select k.id, k.name,
        coalesce((select json_agg(json_build_object('role', r.code, 'resource', g.resource,
          'action', g.action, 'scope', g.scope, 'departmentIds', g.department_ids, 'fields', g.fields))
          from crm.role_grant g where g.role_id = r.id), '[]') as grants,
        ${reachOf(sql`crm.role_grant g where g.role_id = r.id`, sql`null::uuid`)} as reach
      from crm.api_key k join crm.role r on r.id = k.role_id
      where k.secret_hash = ${digest} and k.revoked_at is null and k.expires_at > ${now}`.execute(
      plain(tx),
    );
    const [key] = rows;
    if (!key) return undefined;
    await sql`update crm.api_key set last_used_at = ${now} where id = ${key.id}::uuid
      and (last_used_at is null
        or last_used_at < ${now}::timestamptz - make_interval(secs => ${USE_SECONDS}))`.execute(
      plain(tx),
    );
    return { kind: "apiKey", ...key };
  });
}

/** Those of the keys that are still good, by their digests. */
export async function openKeys(
  tx: Em,
  digests: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`select secret_hash as digest from crm.api_key
    where secret_hash = any(${digests}::text[]) and revoked_at is null
      and expires_at > ${now}`.execute(plain(tx));
  return rows.map(({ digest }) => digest);
}
