import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { commandMode } from "../../schema/access/command-mode.ts";
import { Department } from "../../schema/access/department.entity.ts";
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  type Issue,
} from "../../schema/kernel/errors.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { issuesOf, tidied, type InputOf } from "../input/define-input.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { departments } from "./department.list.ts";
import { DEPARTMENT_FIELDS } from "./department.rules.ts";
import { can } from "./policy.ts";

type DepartmentInput = InputOf<typeof DEPARTMENT_FIELDS>;

export interface CreateDepartmentInput {
  readonly code: string;
  readonly name: string;
  /** The department above; null for the root, of which there is one. */
  readonly parentId: string | null;
}

/** A department, in the version that was read. */
export interface DepartmentTarget {
  readonly id: string;
  readonly version: number;
}

/**
 * Adds a node to the organisation tree; the database numbers it.
 * Errors: FORBIDDEN, INVALID_INPUT, CONFLICT (the code is taken, or there is a root already).
 */
export async function createDepartment(
  work: Omit<Work, "clock">,
  input: CreateDepartmentInput,
): Promise<Department> {
  if (!can(work.principal, "department:create")) throw forbidden();
  const { code, name, parentId } = input;
  const issues = issuesOf(DEPARTMENT_FIELDS, { code, name }, "create");
  if (parentId !== null && !isUuid(parentId)) issues.push(noSuchParent());
  if (issues.length > 0) throw invalidInput(issues);
  return refusingTakenCodes(() =>
    work.em.transactional(async (tx) => {
      await commandMode(tx);
      const parent = parentId === null ? null : await tx.findOne(Department, { id: parentId });
      if (parentId !== null && !parent) throw invalidInput([noSuchParent()]);
      const department = tx.create(Department, { code, name, parent });
      await tx.flush();
      await recordAudit(tx, work, {
        action: "department:create",
        resource: "department",
        recordId: department.id,
        after: { code, name, parentId, version: department.version },
      });
      return department;
    }),
  );
}

/**
 * Changes name and code; its place is moveDepartment's. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (a stale version or
 * a taken code), INVALID_INPUT.
 */
export async function updateDepartment(
  work: Work,
  input: DepartmentTarget & DepartmentInput,
): Promise<void> {
  await refusingTakenCodes(() =>
    work.em.transactional(async (tx) => {
      await authoriseRow(tx, work.principal, departments, "update", input.id);
      await commandMode(tx);
      const department = await lockDepartment(tx, work, input);
      const issues = issuesOf(DEPARTMENT_FIELDS, input, "update");
      if (issues.length > 0) throw invalidInput(issues);
      const { code: oldCode, name: oldName } = department;
      const { code, name } = tidied(DEPARTMENT_FIELDS, input);
      department.code = code ?? oldCode;
      department.name = name ?? oldName;
      await tx.flush();
      const changed = {
        ...(department.code === oldCode ? {} : { code: [oldCode, department.code] as const }),
        ...(department.name === oldName ? {} : { name: [oldName, department.name] as const }),
      };
      if (Object.keys(changed).length === 0) return;
      const side = (index: 0 | 1): Record<string, unknown> =>
        Object.fromEntries(Object.entries(changed).map(([field, pair]) => [field, pair[index]]));
      await recordAudit(tx, work, {
        action: "department:update",
        resource: "department",
        recordId: department.id,
        before: side(0),
        after: { ...side(1), version: department.version },
      });
    }),
  );
}

/** The department itself, locked for the rest of the transaction, in the version that the caller has read. */
export async function lockDepartment(
  tx: Em,
  { principal }: Work,
  { id, version }: DepartmentTarget,
): Promise<Department> {
  await lockRow(tx, departments, id);
  const department = await tx.findOne(Department, id, { refresh: true });
  if (!department) throw notFound(departments.caption);
  if (department.version !== version) {
    throw await staleVersion(tx, principal, { resource: "department", id, version });
  }
  return department;
}

export const noSuchParent = (): Issue => ({
  path: "input.parentId",
  text: { zh: "没有这个上级部门", en: "there is no such department" },
});

async function refusingTakenCodes<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict({ zh: "部门编码已被使用", en: "The code of the department is taken" }, [
      { path: "input.code", code: "CODE_TAKEN", text: { zh: "已被使用", en: "is taken" } },
    ]);
  }
}
