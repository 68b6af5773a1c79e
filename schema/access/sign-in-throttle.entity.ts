import { defineEntity, p } from "@mikro-orm/core";
import { instant, text } from "../columns.ts";

/**
 * Failed sign-ins per account and per address, in the database so that instances and restarts share
 * them. `subject` is `account:<login>` or `address:<ip>`.
 */
export const SignInThrottleSchema = defineEntity({
  name: "SignInThrottle",
  tableName: "sign_in_throttle",
  properties: {
    subject: text(300).primary(),
    failures: p.integer().default(0).check("failures >= 0"),
    lastFailedAt: instant("last_failed_at").defaultRaw("now()").index(),
    blockedUntil: instant("blocked_until").nullable(),
  },
});
export class SignInThrottle extends SignInThrottleSchema.class {}
SignInThrottleSchema.setClass(SignInThrottle);
