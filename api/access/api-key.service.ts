import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  type Issue,
} from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { digestOfKey, newApiKey } from "./api-keys.ts";
import { isAdministrator } from "./change-rights.ts";
import { can } from "./policy.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_LIFE_MS = 365 * DAY_MS;
const LONGEST_LIFE_MS = 2 * USUAL_LIFE_MS;
const LONGEST_NAME = 100;

interface CreateApiKey {
  readonly name: string;
  readonly role: string;
  readonly expiresAt?: Date | null;
}

/**
 * Makes a key. Only people do: a key that made others would outlive its end. Whoever may not give others
 * what they do not hold themselves binds it to a role of their own.
 * Errors: FORBIDDEN, INVALID_INPUT, CONFLICT (the name is taken).
 */
export async function createApiKey(
  work: Work,
  viewer: UserPrincipal,
  input: CreateApiKey,
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  if (!can(viewer, "apiKey:create")) throw forbidden();
  const { name, expiresAt } = checked(input, work.clock.now());
  const secret = newApiKey();
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const roleId = await roleNamed(tx, input.role);
    if (!viewer.roles.includes(input.role) && !isAdministrator(viewer)) throw forbidden();
    const { rows } = await sql<{ id: string }>`insert into crm.api_key
        (name, secret_hash, role_id, expires_at, created_by_id, created_at)
      values (${name}, ${digestOfKey(secret)}, ${roleId}::uuid, ${expiresAt},
        ${viewer.id}::uuid, ${work.clock.now()})
      on conflict (lower(name)) where revoked_at is null do nothing returning id`.execute(
      plain(tx),
    );
    const [key] = rows;
    if (!key) throw nameTaken();
    await recordAudit(tx, work, {
      action: "apiKey:create",
      resource: "apiKey",
      recordId: key.id,
      after: { name, role: input.role, expiresAt: expiresAt.toISOString() },
    });
    return { id: key.id, secret, expiresAt };
  });
}

const nameTaken = (): Error =>
  conflict({ zh: "密钥名称已被使用", en: "The name of the key is taken" }, [
    { path: "input.name", text: { zh: "已被使用", en: "is taken" } },
  ]);

/** Ends a key at once and for good. Errors: FORBIDDEN, NOT_FOUND. */
export async function revokeApiKey(work: Work, id: string): Promise<void> {
  if (!can(work.principal, "apiKey:delete")) throw forbidden();
  const missing = notFound({ zh: "API 密钥", en: "API key" });
  if (!isUuid(id)) throw missing;
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ name: string }>`update crm.api_key
      set revoked_at = ${work.clock.now()}
      where id = ${id}::uuid and revoked_at is null returning name`.execute(plain(tx));
    const [key] = rows;
    if (!key) throw missing;
    await recordAudit(tx, work, {
      action: "apiKey:revoke",
      resource: "apiKey",
      recordId: id,
      before: { name: key.name },
    });
  });
}

function checked(input: CreateApiKey, now: Date): { name: string; expiresAt: Date } {
  const name = input.name.trim();
  const expiresAt = input.expiresAt ?? new Date(now.getTime() + USUAL_LIFE_MS);
  const life = expiresAt.getTime() - now.getTime();
  const issues: Issue[] = [];
  if (name === "" || [...name].length > LONGEST_NAME || name.includes("\0")) {
    issues.push({
      path: "input.name",
      text: {
        zh: `必须有 1 至 ${LONGEST_NAME} 个字符`,
        en: `must have 1 to ${LONGEST_NAME} characters`,
      },
    });
  }
  if (life <= 0 || life > LONGEST_LIFE_MS) {
    issues.push({
      path: "input.expiresAt",
      text: { zh: "必须在今后两年之内", en: "must lie within the next two years" },
    });
  }
  if (issues.length > 0) throw invalidInput(issues);
  return { name, expiresAt };
}

async function roleNamed(tx: Em, code: string): Promise<string> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from crm.role order by code`.execute(plain(tx));
  const found = rows.find((row) => row.code === code);
  if (found) return found.id;
  const suggestions = nearestNames(
    code,
    rows.map((row) => row.code),
  );
  const text = { zh: `没有角色 ${code}`, en: `there is no role ${code}` };
  throw invalidInput([{ path: "input.role", text, suggestions }]);
}
