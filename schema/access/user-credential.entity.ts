import { defineEntity, p } from "@mikro-orm/core";
import { instant, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/** The password of a user, as an argon2id hash. Reached in command mode only. */
export const UserCredentialSchema = defineEntity({
  name: "UserCredential",
  tableName: "user_credential",
  properties: {
    user: () => p.oneToOne(UserSchema).owner().primary(),
    passwordHash: text(500),
    mustChange: p.boolean().default(false),
    changedAt: instant("changed_at").defaultRaw("now()"),
  },
});
export class UserCredential extends UserCredentialSchema.class {}
UserCredentialSchema.setClass(UserCredential);
