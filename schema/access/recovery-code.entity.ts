import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, text } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/** Stands once for the authenticator of a user who has lost it; the row goes with its use. */
export const RecoveryCodeSchema = defineEntity({
  name: "RecoveryCode",
  tableName: "recovery_code",
  properties: {
    user: () => p.manyToOne(UserSchema).primary(),
    codeHash: text(128).primary(),
    createdAt: createdAt(),
  },
});
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);
