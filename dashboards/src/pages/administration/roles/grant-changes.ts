import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { rightOn } from "./field-rights.ts";
import { cellOf, sameReach, type Cell, type Cells, type Right } from "./grant-cell.ts";

/** Whether a change lets somebody do more or less; undefined where departments come and go. */
export type Direction = "more" | "less" | undefined;

export interface ActionChange {
  readonly resource: string;
  readonly action: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly direction: Direction;
}

export interface FieldChange {
  readonly resource: string;
  readonly field: string;
  readonly before: Right;
  readonly after: Right;
  readonly direction: Direction;
}

export interface GrantChanges {
  readonly actions: readonly ActionChange[];
  readonly fields: readonly FieldChange[];
}

const REACHES = ["NONE", "OWN", "DEPARTMENT", "DEPARTMENT_TREE", "ALL"];
const RIGHTS = ["hidden", "masked", "read", "write"];

/** What differs between two states of a role, in the order of the catalogue. */
export function changesBetween(
  before: Cells,
  after: Cells,
  catalogue: readonly CatalogueResourceFragment[],
): GrantChanges {
  const actions = catalogue.flatMap(({ name: resource, actions: offered }) =>
    offered.flatMap(({ name: action }): ActionChange[] => {
      const sides = [cellOf(before, resource, action), cellOf(after, resource, action)] as const;
      if (sameReach(...sides)) return [];
      const [from, to] = sides;
      return [{ resource, action, before: from, after: to, direction: reachDirection(from, to) }];
    }),
  );
  const fields = catalogue.flatMap(({ name: resource, fields: offered }) =>
    offered.flatMap(({ name: field }): FieldChange[] => {
      const [from, to] = [rightOn(before, resource, field), rightOn(after, resource, field)];
      // Where nothing is read, or only the action opens or closes, the action's own change says it.
      if (from === to || !isToldAlone(before, after, resource, field)) return [];
      const direction = RIGHTS.indexOf(to) > RIGHTS.indexOf(from) ? "more" : "less";
      return [{ resource, field, before: from, after: to, direction }];
    }),
  );
  return { actions, fields };
}

function isToldAlone(before: Cells, after: Cells, resource: string, field: string): boolean {
  return ["read", "update"].some((action) => {
    const from = cellOf(before, resource, action);
    const to = cellOf(after, resource, action);
    return to.scope !== "NONE" && from.fields[field] !== to.fields[field];
  });
}

function reachDirection(from: Cell, to: Cell): Direction {
  if (from.scope === "NONE" || to.scope === "ALL") return "more";
  if (to.scope === "NONE" || from.scope === "ALL") return "less";
  if (from.scope === "LIST" || to.scope === "LIST") return undefined;
  return REACHES.indexOf(to.scope) > REACHES.indexOf(from.scope) ? "more" : "less";
}

export const countOf = ({ actions, fields }: GrantChanges): number =>
  actions.length + fields.length;
