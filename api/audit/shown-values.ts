import { sql } from "kysely";
import { OWNERSHIP } from "../../schema/access/ownership.ts";
import { protectedFields, RESOURCE_NAMES, type Resource } from "../../schema/access/permissions.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { covers } from "../../schema/kernel/scope.ts";
import { plain } from "../../schema/orm.ts";
import { fieldScope, scopeFor } from "../access/policy.ts";
import { permittedRows } from "../access/scope-sql.ts";
import type { Reading, Row } from "../lists/read-list.ts";
import { openPersonal } from "./personal-values.ts";

type Values = Readonly<Record<string, unknown>>;

/** Parts of a record, with the resource whose rights hold for them. */
const PARTS: Readonly<Record<string, Resource>> = { planItem: "opportunity" };

const HIDDEN = { hidden: true } as const;

const resourceOf = (row: Row): Resource | undefined => {
  const named = String(row["resource"]);
  return PARTS[named] ?? RESOURCE_NAMES.find((name) => name === named);
};

/**
 * Puts `before` and `after` into rows of the audit log. Reading the log tells that something was done and which
 * fields changed; their values are shown to those only who may read them in the record itself.
 */
export async function showValues(reading: Reading, rows: readonly Row[]): Promise<void> {
  const open = await openRecords(reading, rows);
  const held = rows.flatMap((row) =>
    (["before", "after"] as const).flatMap((side) => {
      const stored = row[side === "before" ? "storedBefore" : "storedAfter"];
      return stored
        ? [{ row, side, values: permitted(reading.principal, row, stored as Values, open) }]
        : [];
    }),
  );
  const shown = await openPersonal(
    reading.em,
    held.map(({ values }) => values),
  );
  for (const [index, { row, side }] of held.entries()) row[side] = shown[index];
}

/** Records of which the reader may see some fields at least, of those that the rows tell of. */
async function openRecords({ em, principal }: Reading, rows: readonly Row[]): Promise<Set<string>> {
  const open = new Set<string>();
  for (const [resource, entries] of Map.groupBy(rows, resourceOf)) {
    if (!resource || scopeFor(principal, resource, "read").kind !== "any") continue;
    const ids = entries.flatMap((row) =>
      typeof row["recordId"] === "string" ? [row["recordId"]] : [],
    );
    const { rows: found } = await sql<{ id: string }>`
      select t.id from ${sql.id("crm", OWNERSHIP[resource].table)} as t
      where t.id = any(${ids}::uuid[]) and ${permittedRows(principal, resource, "read", "t")}`.execute(
      plain(em),
    );
    for (const { id } of found) open.add(id);
  }
  return open;
}

function permitted(
  principal: Principal,
  row: Row,
  values: Values,
  open: ReadonlySet<string>,
): Values {
  const resource = resourceOf(row);
  if (!resource) return values;
  const scope = scopeFor(principal, resource, "read");
  const recordOpen = scope.kind === "all" || open.has(String(row["recordId"]));
  const clear = (field: string): boolean =>
    !protectedFields(resource).includes(field) ||
    covers(fieldScope(principal, resource, "read", field).clear, scope);
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      recordOpen && clear(field) ? value : HIDDEN,
    ]),
  );
}
