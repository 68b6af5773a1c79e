import { sql } from "kysely";
import { ascending, defineList, many } from "../lists/define-list.ts";
import { boolean, id, integer, text } from "../lists/field.ts";
import { roleGrants } from "./role-grant.list.ts";

/** Roles as administrators see them. */
export const roles = defineList({
  name: "Role",
  caption: { zh: "角色", en: "Role" },
  resource: "role",
  table: "role",
  fields: {
    id: id(),
    code: text(),
    nameZh: text(),
    nameEn: text(),
    builtIn: boolean(),
    holders: integer({
      expression: (alias) => sql`(select count(*)::int from crm.user_role
        where role_id = ${sql.id(alias, "id")})`,
    }),
    version: integer(),
  },
  relations: {
    grants: many(roleGrants, "role_id", ascending("resource", "action")),
  },
  defaultOrder: ascending("code"),
});
