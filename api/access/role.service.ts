import {
  ForeignKeyConstraintViolationException,
  UniqueConstraintViolationException,
} from "@mikro-orm/core";
import { sql } from "kysely";
import { Role } from "../../schema/access/role.entity.ts";
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  type AppError,
} from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { issuesOf, tidied, type InputOf } from "../input/define-input.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { changeRights } from "./change-rights.ts";
import { can } from "./policy.ts";
import { roles } from "./role.list.ts";
import { ROLE_FIELDS } from "./role.rules.ts";

type RoleInput = InputOf<typeof ROLE_FIELDS>;

/** A role, in the version that was read. */
export interface RoleTarget {
  readonly id: string;
  readonly version: number;
}

/** Adds a role without grants and answers its id. Errors: FORBIDDEN, INVALID_INPUT, CONFLICT (the code is taken). */
export async function createRole(work: Work, input: Required<RoleInput>): Promise<string> {
  const issues = issuesOf(ROLE_FIELDS, input, "create");
  if (issues.length > 0) throw invalidInput(issues);
  return refusingTakenCodes(() =>
    changeRights(work, sql`false`, async (tx, now) => {
      if (!can(now.principal, "role:create")) throw forbidden();
      const { code, nameZh, nameEn } = tidied(ROLE_FIELDS, input);
      const role = tx.create(Role, {
        code: code ?? "",
        nameZh: nameZh ?? "",
        nameEn: nameEn ?? "",
      });
      await tx.flush();
      await recordAudit(tx, now, {
        action: "role:create",
        resource: "role",
        recordId: role.id,
        after: { code, nameZh, nameEn, version: role.version },
      });
      return role.id;
    }),
  );
}

/**
 * Changes code and names. The product speaks of its built-in roles by code, so that one stays.
 * Errors: NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT.
 */
export async function updateRole(work: Work, input: RoleTarget & RoleInput): Promise<void> {
  const issues = issuesOf(ROLE_FIELDS, input, "update");
  await refusingTakenCodes(() =>
    changeRights(work, sql`false`, async (tx, now) => {
      const role = await lockRole(tx, now, "update", input);
      const values = tidied(ROLE_FIELDS, input);
      if (role.builtIn && values.code !== undefined && values.code !== role.code) {
        issues.push({
          path: "input.code",
          code: "BUILT_IN",
          text: { zh: "内置角色的编码不能修改", en: "of a built-in role stays" },
        });
      }
      if (issues.length > 0) throw invalidInput(issues);
      const before = namesOf(role);
      role.code = values.code ?? role.code;
      role.nameZh = values.nameZh ?? role.nameZh;
      role.nameEn = values.nameEn ?? role.nameEn;
      await tx.flush();
      const after = namesOf(role);
      const changed = (["code", "nameZh", "nameEn"] as const).filter(
        (name) => before[name] !== after[name],
      );
      if (changed.length === 0) return;
      const pick = (from: typeof before) =>
        Object.fromEntries(changed.map((name) => [name, from[name]]));
      await recordAudit(tx, now, {
        action: "role:update",
        resource: "role",
        recordId: role.id,
        before: pick(before),
        after: { ...pick(after), version: role.version },
      });
    }),
  );
}

/** Removes a role that nobody holds. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (stale, built-in, held). */
export async function deleteRole(work: Work, input: RoleTarget): Promise<void> {
  try {
    await changeRights(work, sql`false`, async (tx, now) => {
      const role = await lockRole(tx, now, "delete", input);
      if (role.builtIn) {
        throw conflict({ zh: "内置角色不能删除", en: "A built-in role cannot be deleted" });
      }
      // The database would take the role from whoever holds it.
      const { rows } =
        await sql`select from crm.user_role where role_id = ${role.id}::uuid limit 1`.execute(
          plain(tx),
        );
      if (rows.length > 0) throw inUse();
      const before = namesOf(role);
      await recordAudit(tx, now, {
        action: "role:delete",
        resource: "role",
        recordId: role.id,
        before,
      });
      tx.remove(role);
      await tx.flush();
    });
  } catch (error) {
    throw error instanceof ForeignKeyConstraintViolationException ? inUse() : error;
  }
}

const inUse = (): AppError => {
  const text = { zh: "角色仍在使用，不能删除", en: "The role is in use" };
  return conflict(text, [{ path: "input.id", code: "IN_USE", text }]);
};

/** The role, locked for the rest of the transaction, in the version that the caller has read. */
export async function lockRole(
  tx: Em,
  { principal }: Work,
  action: "update" | "delete",
  { id, version }: RoleTarget,
): Promise<Role> {
  await authoriseRow(tx, principal, roles, action, id);
  await lockRow(tx, roles, id);
  const role = await tx.findOne(Role, id, { refresh: true });
  if (!role) throw notFound(roles.caption);
  if (role.version !== version) {
    throw await staleVersion(tx, principal, { resource: "role", id, version });
  }
  return role;
}

const namesOf = ({ code, nameZh, nameEn }: Role) => ({ code, nameZh, nameEn });

async function refusingTakenCodes<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict({ zh: "角色编码已被使用", en: "The code of the role is taken" }, [
      { path: "input.code", code: "CODE_TAKEN", text: { zh: "已被使用", en: "is taken" } },
    ]);
  }
}
