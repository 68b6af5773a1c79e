import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText, text, version, xid8 } from "../columns.ts";
import { LOCALES } from "../kernel/text.ts";
import { DepartmentSchema } from "./department.entity.ts";

/** Somebody who works with the CRM. Never deleted, only made inactive: records keep naming them. */
export const UserSchema = defineEntity({
  name: "User",
  tableName: "app_user",
  properties: {
    id: id(),
    login: requiredText("login", 100),
    displayName: requiredText("display_name", 200),
    email: text(254).nullable(),
    phone: text(50).nullable(),
    department: () => p.manyToOne(DepartmentSchema).index(),
    active: p.boolean().default(true),
    locale: p.enum(LOCALES).default("zh-CN"),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  uniques: [
    {
      name: "app_user_login_unique",
      expression: "create unique index app_user_login_unique on crm.app_user (lower(login))",
    },
  ],
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);
