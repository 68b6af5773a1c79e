import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, instant, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/**
 * The secret of a user's authenticator, encrypted with a key of the installation. It is asked for at
 * sign-in from `confirmedAt` on; a time step that was used once is never taken again.
 */
export const UserSecondFactorSchema = defineEntity({
  name: "UserSecondFactor",
  tableName: "user_second_factor",
  properties: {
    user: () => p.oneToOne(UserSchema).owner().primary(),
    sealedSecret: text(200),
    confirmedAt: instant("confirmed_at").nullable(),
    lastStep: p.integer().default(0),
    createdAt: createdAt(),
  },
});
export class UserSecondFactor extends UserSecondFactorSchema.class {}
UserSecondFactorSchema.setClass(UserSecondFactor);
