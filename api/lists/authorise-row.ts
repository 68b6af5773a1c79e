import { sql } from "kysely";
import type { Action } from "../../schema/access/permissions.ts";
import { forbidden, notFound } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { permittedRows } from "../access/scope-sql.ts";
import type { ListDefinition } from "./define-list.ts";
import { isUuid } from "./uuid.ts";

/**
 * The first step of a command, still in read mode: a row out of the reader's scope is NOT_FOUND like a missing
 * one, a row that may be read but not acted on is FORBIDDEN.
 */
export async function authoriseRow(
  tx: Em,
  principal: Principal,
  list: ListDefinition,
  action: Action,
  id: string,
): Promise<void> {
  const { rows } = isUuid(id)
    ? await sql<{ permitted: boolean }>`
        select ${permittedRows(principal, list.resource, action, "t")} as permitted
        from ${sql.id("crm", list.table)} as t
        where t.id = ${id}::uuid and ${permittedRows(principal, list.resource, "read", "t")}`.execute(
        plain(tx),
      )
    : { rows: [] };
  const [found] = rows;
  if (!found) throw notFound(list.caption);
  if (!found.permitted) throw forbidden();
}

/** Whether a record exists within the reader's scope; for ids that an input refers to. */
export async function mayRead(
  tx: Em,
  principal: Principal,
  list: ListDefinition,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`select from ${sql.id("crm", list.table)} as t
    where t.id = ${id}::uuid and ${permittedRows(principal, list.resource, "read", "t")}`.execute(
    plain(tx),
  );
  return rows.length > 0;
}

/**
 * Locks a row for the rest of the transaction, in command mode. NO KEY: records that refer to it can still be
 * written, so two commands that name each other's rows do not block each other for ever.
 */
export async function lockRow(tx: Em, list: ListDefinition, id: string): Promise<void> {
  await sql`select from ${sql.id("crm", list.table)} where id = ${id}::uuid for no key update`.execute(
    plain(tx),
  );
}
