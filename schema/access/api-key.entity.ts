import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, instant, requiredText, text } from "../columns.ts";
import { RoleSchema } from "./role.entity.ts";
import { UserSchema } from "./user.entity.ts";

/**
 * What another system signs in with: it acts by the grants of one role. Only a digest of the key is
 * kept. Names are unique among the keys that open something, since the audit log speaks of them.
 */
export const ApiKeySchema = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  properties: {
    id: id(),
    name: requiredText("name", 100),
    secretHash: text(128).unique(),
    role: () => p.manyToOne(RoleSchema).deleteRule("cascade").index(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at").nullable(),
    revokedAt: instant("revoked_at").nullable(),
    createdBy: () => p.manyToOne(UserSchema).nullable().index(),
    createdAt: createdAt(),
  },
  uniques: [
    {
      name: "api_key_name_unique",
      expression:
        "create unique index api_key_name_unique on crm.api_key (lower(name)) where revoked_at is null",
    },
  ],
});
export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
