import { sql } from "kysely";
import { ascending, defineList, one } from "../lists/define-list.ts";
import { departments } from "./department.list.ts";
import { boolean, choice, id, integer, tags, text } from "../lists/field.ts";
import { LocaleEnum } from "./locale.enum.ts";

/** Users as records name them: account manager, assignee, author. */
export const users = defineList({
  name: "User",
  caption: { zh: "用户", en: "User" },
  resource: "user",
  table: "app_user",
  fields: {
    id: id(),
    displayName: text(),
    active: boolean(),
    login: text(),
    email: text({ nullable: true }),
    phone: text({ nullable: true }),
    departmentId: id({ filterOnly: true }),
    locale: choice("Locale", LocaleEnum),
    version: integer(),
    roles: tags({
      filterable: true,
      expression: (alias) => sql`array(select role.code::text from crm.user_role
        join crm.role on role.id = user_role.role_id
        where user_role.user_id = ${sql.id(alias, "id")} order by role.code)`,
    }),
  },
  relations: {
    department: one(departments, "department_id"),
  },
  defaultOrder: ascending("displayName"),
});
