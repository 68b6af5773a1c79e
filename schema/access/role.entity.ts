import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText, version } from "../columns.ts";

/** A named set of grants. Built-in roles come with the product; administrators add more. */
export const RoleSchema = defineEntity({
  name: "Role",
  tableName: "role",
  properties: {
    id: id(),
    code: requiredText("code", 64).unique(),
    nameZh: requiredText("name_zh", 100),
    nameEn: requiredText("name_en", 100),
    builtIn: p.boolean().default(false),
    createdAt: createdAt(),
    version: version(),
  },
});
export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role);
