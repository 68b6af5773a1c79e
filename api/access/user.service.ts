import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { sql } from "kysely";
import { Department } from "../../schema/access/department.entity.ts";
import { User } from "../../schema/access/user.entity.ts";
import { conflict, forbidden, invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { issuesOf, tidied } from "../input/define-input.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { changeRights } from "./change-rights.ts";
import { storePassword } from "./credentials.ts";
import { hashPassword, passwordIssues } from "./passwords.ts";
import { can } from "./policy.ts";
import { rolesNamed, writeRoles } from "./user-roles.ts";
import { loginIssues, USER_FIELDS, type UserInput } from "./user.rules.ts";

export interface CreateUserInput extends UserInput {
  readonly login: string;
  readonly displayName: string;
  readonly departmentId: string;
  /** Codes of roles. */
  readonly roles: readonly string[];
  /** Without one the user cannot sign in until an administrator sets it. */
  readonly password?: string | null | undefined;
  /** Whether the first sign-in has to change the password; true unless said otherwise. */
  readonly mustChangePassword?: boolean | null | undefined;
}

/**
 * Adds somebody. Errors: FORBIDDEN (also for roles beyond what a delegated administrator holds), INVALID_INPUT (all
 * faults at once), CONFLICT (the login is taken).
 */
export async function createUser(work: Work, input: CreateUserInput): Promise<User> {
  authorise(work, input);
  const login = input.login.trim();
  const password = input.password ?? undefined;
  const issues = [
    ...loginIssues(login),
    ...issuesOf(USER_FIELDS, input, "create"),
    ...(password === undefined ? [] : passwordIssues(password, login, "input.password")),
  ];
  if (issues.length > 0) throw invalidInput(issues);
  const hash = password === undefined ? undefined : await hashPassword(password);
  const { displayName, email, phone, active, locale } = tidied(USER_FIELDS, input);
  const newcomer = sql`lower(u.login) = lower(${login})`;
  try {
    return await changeRights(work, newcomer, async (tx, now) => {
      authorise(now, input);
      const { department, roleIds } = await placeOf(tx, input);
      const user = tx.create(User, {
        login,
        displayName: displayName ?? login,
        department,
        email: email ?? null,
        phone: phone ?? null,
        active: active ?? true,
        locale: locale ?? "zh-CN",
      });
      await tx.flush();
      await writeRoles(tx, user.id, roleIds);
      const mustChange = input.mustChangePassword ?? true;
      if (hash !== undefined) {
        await storePassword(tx, user.id, hash, mustChange, work.clock.now());
      }
      const { departmentId, roles } = input;
      await recordAudit(tx, now, {
        action: "user:create",
        resource: "user",
        recordId: user.id,
        after: { login, displayName, departmentId, roles, version: user.version },
      });
      return user;
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict({ zh: "登录名已被使用", en: "The login is taken" }, [
      {
        path: "input.login",
        code: "LOGIN_TAKEN",
        text: { zh: "已被使用", en: "is taken" },
      },
    ]);
  }
}

function authorise({ principal }: Work, { roles }: CreateUserInput): void {
  const grantsRoles = roles.length > 0;
  if (!can(principal, "user:create") || (grantsRoles && !can(principal, "role:assign"))) {
    throw forbidden();
  }
}

/** The department and roles that an input names, or all that is wrong with them. */
async function placeOf(
  tx: Em,
  input: CreateUserInput,
): Promise<{ department: Department; roleIds: readonly string[] }> {
  const department = await departmentNamed(tx, input.departmentId);
  const roles = await rolesNamed(tx, input.roles);
  const issues = [...(department ? [] : [noSuchDepartment()]), ...roles.issues];
  if (issues.length > 0 || !department) throw invalidInput(issues);
  return { department, roleIds: roles.ids };
}

export const departmentNamed = async (tx: Em, id: string): Promise<Department | null> =>
  isUuid(id) ? tx.findOne(Department, { id }) : null;

export const noSuchDepartment = (): Issue => ({
  path: "input.departmentId",
  text: { zh: "没有这个部门", en: "there is no such department" },
});
