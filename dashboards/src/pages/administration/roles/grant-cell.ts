import type { GrantPartsFragment } from "../../../gql/graphql.ts";

export const SCOPES = ["NONE", "OWN", "DEPARTMENT", "DEPARTMENT_TREE", "LIST", "ALL"] as const;
export type Scope = (typeof SCOPES)[number];
export const RIGHTS = ["hidden", "masked", "read", "write"] as const;
export type Right = (typeof RIGHTS)[number];

/** What a role may do with an action on a resource: one cell of the matrix. */
export interface Cell {
  readonly scope: Scope;
  /** The departments of a LIST; empty otherwise. */
  readonly departmentIds: readonly string[];
  /** Rights by protected field; a field that is not named follows the action. */
  readonly fields: Readonly<Record<string, Right>>;
}

/** Cells by `resource:action`; what is not there is not allowed. */
export type Cells = ReadonlyMap<string, Cell>;

export const NOTHING: Cell = { scope: "NONE", departmentIds: [], fields: {} };

export const keyOf = (resource: string, action: string): string => `${resource}:${action}`;

export const cellOf = (cells: Cells, resource: string, action: string): Cell =>
  cells.get(keyOf(resource, action)) ?? NOTHING;

/** The grants of a role as cells. */
export function cellsOf(grants: readonly GrantPartsFragment[]): Cells {
  return new Map(
    grants.map(({ resource, action, scope, departmentIds, fields }) => [
      keyOf(resource, action),
      {
        scope: SCOPES.find((known) => known === scope) ?? "NONE",
        departmentIds,
        fields: Object.fromEntries(
          fields.map(({ field, right }) => [
            field,
            RIGHTS.find((known) => known === right) ?? "hidden",
          ]),
        ),
      },
    ]),
  );
}

/** Cells as the server takes them; what is not allowed needs no grant. */
export function grantsFrom(cells: Cells) {
  return [...cells]
    .filter(([, { scope }]) => scope !== "NONE")
    .map(([key, { scope, departmentIds, fields }]) => {
      const [resource = "", action = ""] = key.split(":");
      return {
        resource,
        action,
        scope,
        departmentIds: [...departmentIds],
        fields: Object.entries(fields).map(([field, right]) => ({ field, right })),
      };
    });
}

export function sameCell(one: Cell, other: Cell): boolean {
  if (one.scope === "NONE" && other.scope === "NONE") return true;
  return sameReach(one, other) && sameFields(one.fields, other.fields);
}

export function sameReach(one: Cell, other: Cell): boolean {
  return (
    one.scope === other.scope &&
    one.departmentIds.toSorted().join() === other.departmentIds.toSorted().join()
  );
}

function sameFields(one: Cell["fields"], other: Cell["fields"]): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
