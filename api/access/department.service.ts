import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { commandMode } from "../../schema/access/command-mode.ts";
import { Department } from "../../schema/access/department.entity.ts";
import { conflict, forbidden, invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import { recordAudit } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { can } from "./policy.ts";

export interface CreateDepartmentInput {
  readonly code: string;
  readonly name: string;
  /** The department above; null for the root, of which there is one. */
  readonly parentId: string | null;
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
  const code = input.code.trim();
  const name = input.name.trim();
  const issues = [...textIssues("input.code", code, 64), ...textIssues("input.name", name, 200)];
  if (input.parentId !== null && !isUuid(input.parentId)) issues.push(noSuchParent());
  if (issues.length > 0) throw invalidInput(issues);
  try {
    return await work.em.transactional(async (tx) => {
      await commandMode(tx);
      const parent =
        input.parentId === null ? null : await tx.findOne(Department, { id: input.parentId });
      if (input.parentId !== null && !parent) throw invalidInput([noSuchParent()]);
      const department = tx.create(Department, { code, name, parent });
      await tx.flush();
      await recordAudit(tx, work, {
        action: "department:create",
        resource: "department",
        recordId: department.id,
        after: { code, name, parentId: input.parentId },
      });
      return department;
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict({ zh: "部门编码已被使用", en: "The code of the department is taken" }, [
      { path: "input.code", text: { zh: "已被使用", en: "is taken" } },
    ]);
  }
}

/** What is wrong with a required text of at most `max` characters. */
export function textIssues(path: string, text: string, max: number): Issue[] {
  if (text !== "" && [...text].length <= max && !text.includes("\0")) return [];
  return [
    {
      path,
      text: { zh: `必须有 1 至 ${max} 个字符`, en: `must have 1 to ${max} characters` },
    },
  ];
}

const noSuchParent = (): Issue => ({
  path: "input.parentId",
  text: { zh: "没有这个上级部门", en: "there is no such department" },
});
