import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { Department } from "../../schema/access/department.entity.ts";
import { User } from "../../schema/access/user.entity.ts";
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  type Issue,
} from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { textIssues } from "./department.service.ts";
import { hashPassword, passwordIssues } from "./passwords.ts";
import { can } from "./policy.ts";
import { endOtherSessions } from "./sessions.ts";
import { storePassword } from "./credentials.ts";
import { forgetFailures } from "./sign-in-throttle.ts";

export interface CreateUserInput {
  readonly login: string;
  readonly displayName: string;
  readonly departmentId: string;
  /** Codes of roles. */
  readonly roles: readonly string[];
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly locale?: Locale;
  /** False for somebody who has left: records keep naming them, but they never sign in. */
  readonly active?: boolean;
  /** Without one the user cannot sign in until an administrator sets it. */
  readonly password?: string;
  /** Whether the first sign-in has to change the password; true unless said otherwise. */
  readonly mustChangePassword?: boolean;
}

/** Adds somebody. Errors: FORBIDDEN, INVALID_INPUT (all faults at once), CONFLICT (the login is taken). */
export async function createUser(work: Work, input: CreateUserInput): Promise<User> {
  const { principal } = work;
  const grantsRoles = input.roles.length > 0;
  if (!can(principal, "user:create") || (grantsRoles && !can(principal, "role:assign"))) {
    throw forbidden();
  }
  const login = input.login.trim();
  const displayName = input.displayName.trim();
  const issues = [
    ...loginIssues(login),
    ...textIssues("input.displayName", displayName, 200),
    ...(input.email ? textIssues("input.email", input.email, 254) : []),
    ...(input.phone ? textIssues("input.phone", input.phone, 50) : []),
    ...(input.password === undefined
      ? []
      : passwordIssues(input.password, login, "input.password")),
  ];
  if (issues.length > 0) throw invalidInput(issues);
  const hash = input.password === undefined ? undefined : await hashPassword(input.password);
  try {
    return await work.em.transactional(async (tx) => {
      await commandMode(tx);
      const { department, roleIds } = await placeOf(tx, input);
      const user = tx.create(User, {
        login,
        displayName,
        department,
        email: input.email ?? null,
        phone: input.phone ?? null,
        active: input.active ?? true,
        locale: input.locale ?? "zh-CN",
      });
      await tx.flush();
      await giveRoles(tx, user.id, roleIds);
      const mustChange = input.mustChangePassword ?? true;
      if (hash !== undefined) {
        await storePassword(tx, user.id, hash, mustChange, work.clock.now());
      }
      await recordAudit(tx, work, {
        action: "user:create",
        resource: "user",
        recordId: user.id,
        after: { login, displayName, departmentId: input.departmentId, roles: input.roles },
      });
      return user;
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict({ zh: "登录名已被使用", en: "The login is taken" }, [
      { path: "input.login", text: { zh: "已被使用", en: "is taken" } },
    ]);
  }
}

/** Gives a user a password and ends all of their sessions. Errors: FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export async function setPassword(
  work: Work,
  input: { readonly login: string; readonly password: string; readonly mustChange: boolean },
): Promise<void> {
  if (!can(work.principal, "user:update")) throw forbidden();
  const issues = passwordIssues(input.password, input.login, "input.password");
  if (issues.length > 0) throw invalidInput(issues);
  const hash = await hashPassword(input.password);
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string }>`select id from crm.app_user
      where lower(login) = lower(${input.login})`.execute(plain(tx));
    const [user] = rows;
    if (!user) throw notFound({ zh: "用户", en: "User" });
    await storePassword(tx, user.id, hash, input.mustChange, work.clock.now());
    await endOtherSessions(tx, user.id, undefined, work.clock.now());
    await forgetFailures(tx, input.login);
    await recordAudit(tx, work, {
      action: "user:setPassword",
      resource: "user",
      recordId: user.id,
    });
  });
}

/** The department and roles that an input names, or all that is wrong with them. */
async function placeOf(
  tx: Em,
  input: CreateUserInput,
): Promise<{ department: Department; roleIds: readonly string[] }> {
  const issues: Issue[] = [];
  const department = isUuid(input.departmentId)
    ? await tx.findOne(Department, { id: input.departmentId })
    : null;
  if (!department) {
    issues.push({
      path: "input.departmentId",
      text: { zh: "没有这个部门", en: "there is no such department" },
    });
  }
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from crm.role order by code`.execute(plain(tx));
  const known = new Map(rows.map(({ code, id }) => [code, id]));
  for (const [index, code] of input.roles.entries()) {
    if (known.has(code)) continue;
    issues.push({
      path: `input.roles[${index}]`,
      text: { zh: `没有角色 ${code}`, en: `there is no role ${code}` },
      suggestions: nearestNames(code, [...known.keys()]),
    });
  }
  if (issues.length > 0 || !department) throw invalidInput(issues);
  return { department, roleIds: input.roles.flatMap((code) => known.get(code) ?? []) };
}

const giveRoles = (tx: Em, userId: string, roleIds: readonly string[]): Promise<unknown> =>
  sql`insert into crm.user_role (user_id, role_id)
    select ${userId}::uuid, id from unnest(${roleIds}::uuid[]) as id
    on conflict do nothing`.execute(plain(tx));

/** Logins are typed, printed and matched without case; spaces and control characters would mislead. */
function loginIssues(login: string): Issue[] {
  return /^[\p{L}\p{N}._@+-]{1,100}$/u.test(login)
    ? []
    : [
        {
          path: "input.login",
          text: {
            zh: "登录名须为 1 至 100 个字母、数字或 . _ @ + -",
            en: "a login has 1 to 100 letters, digits or . _ @ + -",
          },
        },
      ];
}
