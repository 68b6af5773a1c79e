import { sql } from "kysely";
import { defineList } from "../lists/define-list.ts";
import { id, json, tags, text } from "../lists/field.ts";

/** The grants of a role, seen where the role is. */
export const roleGrants = defineList({
  name: "RoleGrant",
  caption: { zh: "授权", en: "Grant" },
  resource: "role",
  part: true,
  table: "role_grant",
  fields: {
    id: id(),
    resource: text(),
    action: text(),
    scope: text(),
    departmentIds: tags(),
    fields: json({
      expression: (alias) => sql`(select coalesce(json_agg(json_build_object(
          'field', r.key, 'right', r.value) order by r.key), '[]')
        from jsonb_each_text(${sql.id(alias, "fields")}) as r)`,
    }),
  },
});
