import { cellOf, keyOf, type Cell, type Cells, type Right } from "./grant-cell.ts";

/**
 * The right on a protected field, as one word for both grants that carry it: reading says whether it is seen,
 * updating whether it can be changed as well.
 */
export function rightOn(cells: Cells, resource: string, field: string): Right {
  const seen = cellOf(cells, resource, "read").fields[field] ?? "read";
  if (seen === "hidden" || seen === "masked") return seen;
  const update = cellOf(cells, resource, "update");
  const isWritten = (update.fields[field] ?? "write") === "write";
  return update.scope !== "NONE" && isWritten ? "write" : "read";
}

/** The cells of a resource after a field has been given a right. */
export function withRight(cells: Cells, resource: string, field: string, right: Right): Cells {
  const changed = ["read", "update"].flatMap((action): [string, Cell][] => {
    const cell = cellOf(cells, resource, action);
    if (cell.scope === "NONE") return [];
    return [[keyOf(resource, action), { ...cell, fields: { ...cell.fields, [field]: right } }]];
  });
  return new Map([...cells, ...changed]);
}

/** What an action that was not allowed says of fields when it is: no more than is seen already. */
export function fieldsOfNew(cells: Cells, resource: string, fields: readonly string[]) {
  const seen = cellOf(cells, resource, "read");
  if (seen.scope === "NONE") return {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const right = seen.fields[field];
      return right === undefined ? [] : [[field, right] as const];
    }),
  );
}
