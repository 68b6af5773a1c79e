import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/** Somebody of an identity provider who signs in as a user; one a provider for each user. */
export const UserIdentitySchema = defineEntity({
  name: "UserIdentity",
  tableName: "user_identity",
  properties: {
    issuer: text(500).primary(),
    subject: text(255).primary(),
    user: () => p.manyToOne(UserSchema),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ["user", "issuer"] }],
});
export class UserIdentity extends UserIdentitySchema.class {}
UserIdentitySchema.setClass(UserIdentity);
