import { sql } from "kysely";
import { defineList } from "../lists/define-list.ts";
import { boolean, id, instant, text } from "../lists/field.ts";

/** Keys of other systems, newest first. */
export const apiKeys = defineList({
  name: "ApiKey",
  caption: { zh: "API 密钥", en: "API key" },
  resource: "apiKey",
  table: "api_key",
  fields: {
    id: id(),
    name: text(),
    role: text({
      nullable: true,
      expression: (alias) => sql`(select role.code from crm.role
        where role.id = ${sql.id(alias, "role_id")})`,
    }),
    createdBy: text({
      nullable: true,
      expression: (alias) => sql`(select u.display_name from crm.app_user as u
        where u.id = ${sql.id(alias, "created_by_id")})`,
    }),
    createdAt: instant(),
    expiresAt: instant(),
    expired: boolean({ expression: (alias) => sql`(${sql.id(alias, "expires_at")} <= now())` }),
    lastUsedAt: instant({ nullable: true }),
    revokedAt: instant({ nullable: true }),
  },
});
