import { defineEntity, p } from "@mikro-orm/core";
import { historyKeys } from "../history.ts";

/** Versions of a user, written by trigger: what the warehouse makes its type 2 dimension of. */
export const UserHistorySchema = defineEntity({
  name: "UserHistory",
  tableName: "user_history",
  properties: {
    ...historyKeys(),
    login: p.text(),
    displayName: p.text(),
    departmentId: p.uuid(),
    active: p.boolean(),
  },
  uniques: [{ properties: ["id", "validFrom"] }],
});
export class UserHistory extends UserHistorySchema.class {}
UserHistorySchema.setClass(UserHistory);
