import { defineEntity, p } from "@mikro-orm/core";
import { createdAt } from "../columns.ts";
import { RoleSchema } from "./role.entity.ts";
import { UserSchema } from "./user.entity.ts";

/** A role a user holds. */
export const UserRoleSchema = defineEntity({
  name: "UserRole",
  tableName: "user_role",
  properties: {
    user: () => p.manyToOne(UserSchema).primary(),
    role: () => p.manyToOne(RoleSchema).primary().index(),
    createdAt: createdAt(),
  },
});
export class UserRole extends UserRoleSchema.class {}
UserRoleSchema.setClass(UserRole);
