import { sql } from "kysely";
import { protectedFields, RESOURCE_NAMES } from "../../schema/access/permissions.ts";
import { conflict, type AppError } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { fieldScope } from "../access/policy.ts";

/** The version that a command has read and the record that it is about. */
export interface Stale {
  /** As audit entries name it; parts of a record (`planItem`) have no protected fields. */
  readonly resource: string;
  readonly id: string;
  readonly version: number;
}

/**
 * CONFLICT for a version that somebody has overtaken, naming the fields that changed since, as the audit log
 * tells: names only, and only those that the principal may read.
 */
export async function staleVersion(tx: Em, principal: Principal, stale: Stale): Promise<AppError> {
  const { rows } = await sql<{ field: string }>`
    select distinct field from crm.audit_entry, jsonb_object_keys(after) as field
    where resource = ${stale.resource} and record_id = ${stale.id}::uuid
      and (after ->> 'version')::int > ${stale.version} and field <> 'version'
    order by field`.execute(plain(tx));
  const resource = RESOURCE_NAMES.find((name) => name === stale.resource);
  const readable = rows.filter(
    ({ field }) =>
      !resource ||
      !protectedFields(resource).includes(field) ||
      fieldScope(principal, resource, "read", field).clear.kind !== "none",
  );
  return conflict(
    {
      zh: "记录已被他人修改，请刷新后重试",
      en: "Somebody else has changed the record; reload it and try again",
    },
    readable.map(({ field }) => ({
      path: `input.${field}`,
      text: { zh: "已被修改", en: "has been changed meanwhile" },
    })),
  );
}
