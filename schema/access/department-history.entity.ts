import { defineEntity, p } from "@mikro-orm/core";
import { historyKeys } from "../history.ts";

/** Versions of a department, written by trigger. */
export const DepartmentHistorySchema = defineEntity({
  name: "DepartmentHistory",
  tableName: "department_history",
  properties: {
    ...historyKeys(),
    code: p.text(),
    name: p.text(),
    parentId: p.uuid().nullable(),
  },
  uniques: [{ properties: ["id", "validFrom"] }],
});
export class DepartmentHistory extends DepartmentHistorySchema.class {}
DepartmentHistorySchema.setClass(DepartmentHistory);
