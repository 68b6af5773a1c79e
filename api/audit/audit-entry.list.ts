import { users } from "../access/user.list.ts";
import { defineList, one } from "../lists/define-list.ts";
import { id, instant, integer, json, text } from "../lists/field.ts";

/** Who did what, newest first. The values of an entry are shown by `shown-values.ts` alone. */
export const auditEntries = defineList({
  name: "AuditEntry",
  caption: { zh: "审计记录", en: "Audit entry" },
  resource: "audit",
  table: "audit_entry",
  fields: {
    id: id(),
    at: instant(),
    principal: text(),
    userId: id({ nullable: true, filterOnly: true }),
    action: text(),
    resource: text(),
    recordId: id({ nullable: true }),
    requestId: text({ nullable: true }),
    address: text({ nullable: true }),
    stream: integer(),
    position: integer(),
    hash: text(),
    storedBefore: json({ column: "before", nullable: true, filterOnly: true }),
    storedAfter: json({ column: "after", nullable: true, filterOnly: true }),
  },
  relations: { user: one(users, "user_id") },
  computed: {
    before: ["storedBefore", "resource", "recordId"],
    after: ["storedAfter", "resource", "recordId"],
  },
  defaultOrder: [{ field: "at", direction: "DESC" }],
});
