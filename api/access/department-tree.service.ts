import {
  CheckConstraintViolationException,
  ForeignKeyConstraintViolationException,
} from "@mikro-orm/core";
import { sql } from "kysely";
import { Department } from "../../schema/access/department.entity.ts";
import { conflict, invalidInput, type AppError, type Issue } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { changeRights } from "./change-rights.ts";
import { departments } from "./department.list.ts";
import { lockDepartment, noSuchParent, type DepartmentTarget } from "./department.service.ts";

export interface MoveDepartmentInput extends DepartmentTarget {
  readonly parentId: string;
}

/**
 * Hangs a department with all below it elsewhere; the database numbers the tree anew in the same transaction, one
 * move at a time. Errors: NOT_FOUND, FORBIDDEN (also where the mover's own grants would reach further), CONFLICT,
 * INVALID_INPUT (no such place, or one below itself: code CYCLE).
 */
export async function moveDepartment(work: Work, input: MoveDepartmentInput): Promise<void> {
  const { id, parentId } = input;
  // Whoever stands above the new place reaches further than before.
  const everybody = sql`true`;
  try {
    await changeRights(work, everybody, async (tx, now) => {
      await authoriseRow(tx, now.principal, departments, "update", id);
      const department = await lockDepartment(tx, now, input);
      const parent = isUuid(parentId) ? await tx.findOne(Department, { id: parentId }) : null;
      if (!parent) throw invalidInput([noSuchParent()]);
      const before = department.parent?.id ?? null;
      if (before === null || (await isBelow(tx, parentId, id))) throw cycle();
      if (before === parentId) return;
      department.parent = parent;
      await tx.flush();
      await recordAudit(tx, now, {
        action: "department:move",
        resource: "department",
        recordId: id,
        before: { parentId: before },
        after: { parentId, version: department.version },
      });
    });
  } catch (error) {
    // An import may have moved the tree between the look and the write.
    throw error instanceof CheckConstraintViolationException ? cycle() : error;
  }
}

/**
 * Removes a department that nobody and nothing belongs to. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (stale, or in
 * use, naming by what).
 */
export async function deleteDepartment(work: Work, input: DepartmentTarget): Promise<void> {
  try {
    await changeRights(work, sql`false`, async (tx, now) => {
      await authoriseRow(tx, now.principal, departments, "delete", input.id);
      const department = await lockDepartment(tx, now, input);
      const uses = await usesOf(tx, input.id);
      if (uses.length > 0) throw inUse(uses);
      await recordAudit(tx, now, {
        action: "department:delete",
        resource: "department",
        recordId: input.id,
        before: { code: department.code, name: department.name },
      });
      tx.remove(department);
      await tx.flush();
    });
  } catch (error) {
    throw error instanceof ForeignKeyConstraintViolationException ? inUse([]) : error;
  }
}

async function isBelow(tx: Em, id: string, top: string): Promise<boolean> {
  const { rows } = await sql`select from crm.department d, crm.department top
    where d.id = ${id}::uuid and top.id = ${top}::uuid and d.low between top.low and top.high`.execute(
    plain(tx),
  );
  return rows.length > 0;
}

interface Uses {
  readonly users: number;
  readonly departments: number;
  readonly grants: number;
}

async function usesOf(tx: Em, id: string): Promise<Issue[]> {
  const { rows } = await sql<Uses>`select
    (select count(*)::int from crm.app_user where department_id = ${id}::uuid) as users,
    (select count(*)::int from crm.department where parent_id = ${id}::uuid) as departments,
    (select count(*)::int from crm.role_grant where ${id}::uuid = any(department_ids)) as grants`.execute(
    plain(tx),
  );
  const { users = 0, departments: below = 0, grants = 0 } = rows[0] ?? {};
  const use = (count: number, code: string, zh: string, en: string): Issue[] =>
    count === 0 ? [] : [{ path: "input.id", code, text: { zh, en } }];
  return [
    ...use(users, "HAS_USERS", `还有 ${users} 名用户`, `still has ${users} users`),
    ...use(
      below,
      "HAS_CHILDREN",
      `还有 ${below} 个下级部门`,
      `still has ${below} departments below`,
    ),
    ...use(grants, "IN_GRANTS", `被 ${grants} 项授权引用`, `is named by ${grants} grants`),
  ];
}

const inUse = (issues: readonly Issue[]): AppError =>
  conflict({ zh: "部门仍在使用，不能删除", en: "The department is in use" }, issues);

const cycle = (): AppError =>
  invalidInput([
    {
      path: "input.parentId",
      code: "CYCLE",
      text: {
        zh: "部门不能移到自己或自己的下级之下，最上级部门不能移动",
        en: "a department cannot go below itself, and the company itself cannot move",
      },
    },
  ]);
