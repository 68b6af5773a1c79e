import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, instant, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/**
 * A sign-in and the refresh token that keeps it alive. Tokens are stored hashed; the previous one
 * is kept to tell two tabs racing (within seconds of `rotatedAt`) from a stolen token, which
 * revokes the session.
 */
export const UserSessionSchema = defineEntity({
  name: "UserSession",
  tableName: "user_session",
  properties: {
    id: id(),
    user: () => p.manyToOne(UserSchema).index(),
    refreshHash: text(128).unique(),
    previousHash: text(128).nullable().index(),
    rotatedAt: instant("rotated_at").defaultRaw("now()"),
    expiresAt: instant("expires_at").index(),
    revokedAt: instant("revoked_at").nullable(),
    userAgent: text(500).nullable(),
    address: text(64).nullable(),
    createdAt: createdAt(),
  },
});
export class UserSession extends UserSessionSchema.class {}
UserSessionSchema.setClass(UserSession);
