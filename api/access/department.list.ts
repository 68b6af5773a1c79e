import { sql } from "kysely";
import { id, integer, text } from "../lists/field.ts";
import { defineList } from "../lists/define-list.ts";

/** Departments as parts of other records: where a user is seen, so is the department they belong to. */
export const departments = defineList({
  name: "Department",
  caption: { zh: "部门", en: "Department" },
  resource: "department",
  part: true,
  table: "department",
  fields: {
    id: id(),
    code: text(),
    name: text(),
    parentId: id({ nullable: true }),
    depth: integer({
      expression: (alias) => sql`(select count(*)::int - 1 from crm.department as above
        where ${sql.id(alias, "low")} between above.low and above.high)`,
    }),
    people: integer({
      nullable: true,
      expression: (alias) => sql`(select count(*)::int from crm.app_user as u
        where u.department_id = ${sql.id(alias, "id")} having crm.sees_some('user'))`,
    }),
    version: integer(),
  },
});
