import { defineEntity, p } from "@mikro-orm/core";
import { id, requiredText, version } from "../columns.ts";
import { SCOPE_NAMES, type FieldRight } from "../kernel/principal.ts";
import { RoleSchema } from "./role.entity.ts";

/**
 * Role × resource × action × scope; `departmentIds` is read with scope LIST, `fields` names
 * protected field groups.
 */
export const RoleGrantSchema = defineEntity({
  name: "RoleGrant",
  tableName: "role_grant",
  properties: {
    id: id(),
    role: () => p.manyToOne(RoleSchema).deleteRule("cascade"),
    resource: requiredText("resource", 64),
    action: requiredText("action", 64),
    scope: p.enum(SCOPE_NAMES),
    departmentIds: p.array().columnType("uuid[]").default([]),
    fields: p.json<Record<string, FieldRight>>().defaultRaw("'{}'"),
    version: version(),
  },
  checks: [
    {
      name: "role_grant_department_ids_check",
      expression: "scope = 'LIST' or cardinality(department_ids) = 0",
    },
    { name: "role_grant_fields_check", expression: "jsonb_typeof(fields) = 'object'" },
  ],
  uniques: [{ properties: ["role", "resource", "action"] }],
});
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);
