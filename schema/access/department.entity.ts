import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText, version, xid8 } from "../columns.ts";

/**
 * A node of the organisation tree. `low..high` are pre-order numbers kept by trigger: the tree
 * below a department is every department whose `low` lies in its range. The trigger refuses cycles,
 * an index refuses a second root.
 */
export const DepartmentSchema = defineEntity({
  name: "Department",
  tableName: "department",
  properties: {
    id: id(),
    code: requiredText("code", 64).unique(),
    name: requiredText("name", 200),
    parent: () => p.manyToOne(DepartmentSchema).nullable().index(),
    low: p.integer().default(0),
    high: p.integer().default(0),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  checks: [{ name: "department_low_high_check", expression: "low <= high" }],
  indexes: [{ name: "department_low_index", properties: ["low"] }],
  uniques: [
    {
      name: "department_root_unique",
      expression:
        "create unique index department_root_unique on crm.department ((parent_id is null)) where parent_id is null",
    },
  ],
});
export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department);
