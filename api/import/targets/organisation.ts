import { LOCALES } from "../../../schema/kernel/text.ts";
import { choice, flag } from "../kinds/choice.ts";
import { line, list } from "../kinds/text.ts";
import type { Target } from "../target.ts";

/** A node of the organisation; without a parent it goes below the root. */
export const departmentTarget: Target = {
  entity: "department",
  caption: { zh: "部门", en: "Department" },
  resource: "department",
  table: "department",
  fields: {
    code: { caption: { zh: "编码", en: "Code" }, kind: line(64), column: "code", required: true },
    name: { caption: { zh: "名称", en: "Name" }, kind: line(200), column: "name", required: true },
  },
  relations: {
    parent: {
      caption: { zh: "上级部门", en: "Parent department" },
      lookup: "department",
      paths: { "parent.code": "code", "parent.name": "name" },
      kind: line(200),
      column: "parent_id",
      itself: true,
    },
  },
  matchBy: {
    code: { path: "code", normal: "r.key", on: "t.code = r.key" },
    name: { path: "name", normal: "r.key", on: "t.name = r.key" },
  },
  repeats: "allowed",
  watches: [],
};

/** Somebody of the staff. Whoever comes without a password cannot sign in until one is set. */
export const userTarget: Target = {
  entity: "user",
  caption: { zh: "用户", en: "User" },
  resource: "user",
  table: "app_user",
  fields: {
    login: {
      caption: { zh: "登录名", en: "Login" },
      kind: line(100),
      column: "login",
      required: true,
    },
    displayName: {
      caption: { zh: "姓名", en: "Name" },
      kind: line(200),
      column: "display_name",
    },
    email: { caption: { zh: "邮箱", en: "E-mail" }, kind: line(254), column: "email" },
    phone: { caption: { zh: "电话", en: "Phone" }, kind: line(50), column: "phone" },
    active: {
      caption: { zh: "启用", en: "Active" },
      kind: flag,
      column: "active",
      fallback: () => true,
    },
    locale: {
      caption: { zh: "语言", en: "Language" },
      kind: choice(LOCALES),
      column: "locale",
      fallback: (company) => company.locale,
    },
  },
  relations: {
    department: {
      caption: { zh: "部门", en: "Department" },
      lookup: "department",
      paths: { "department.code": "code", "department.name": "name" },
      kind: line(200),
      column: "department_id",
      required: true,
      creatable: true,
    },
    roles: {
      caption: { zh: "角色", en: "Roles" },
      lookup: "role",
      paths: { roles: "code", "roles.code": "code" },
      kind: list(64),
    },
  },
  matchBy: {
    login: { path: "login", normal: "lower(r.key)", on: "lower(t.login) = lower(r.key)" },
  },
  repeats: "allowed",
  watches: [],
};
