import { defineEntity, p } from "@mikro-orm/core";
import { id, instant, requiredText } from "../columns.ts";
import { UserSchema } from "./user.entity.ts";

/** Reading everything for a while, held by one session beside its roles; the audit log tells the rest. */
export const BreakGlassSchema = defineEntity({
  name: "BreakGlass",
  tableName: "break_glass",
  properties: {
    id: id(),
    user: () => p.manyToOne(UserSchema).index(),
    sessionId: p.uuid().index(),
    reason: requiredText("reason", 500),
    startedAt: instant("started_at"),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at").nullable(),
  },
  checks: [
    {
      name: "break_glass_hour_check",
      expression: "expires_at > started_at and expires_at <= started_at + '01:00:00'::interval",
    },
  ],
});
export class BreakGlass extends BreakGlassSchema.class {}
BreakGlassSchema.setClass(BreakGlass);
