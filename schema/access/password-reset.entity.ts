import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, instant, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/** The one link by which a user may set a new password; a newer one takes its place, its use takes it away. */
export const PasswordResetSchema = defineEntity({
  name: "PasswordReset",
  tableName: "password_reset",
  properties: {
    user: () => p.oneToOne(UserSchema).owner().primary(),
    tokenHash: text(128).unique(),
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
  },
});
export class PasswordReset extends PasswordResetSchema.class {}
PasswordResetSchema.setClass(PasswordReset);
