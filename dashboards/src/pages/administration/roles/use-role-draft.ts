import { useMemo, useState } from "react";
import type { RoleRecordQuery } from "../../../gql/graphql.ts";
import { cellsOf, NOTHING, sameCell, type Cell, type Cells } from "./grant-cell.ts";

export type Role = NonNullable<RoleRecordQuery["role"]>;

interface State {
  /** Cells that were edited, by key; each step of editing leaves the one before for undo. */
  readonly edits: Cells;
  readonly past: readonly Cells[];
  /** The role as it was when editing began. */
  readonly from: Role;
}

export interface RoleDraft {
  /** The role as the server has it, and with the edits over it. */
  readonly before: Cells;
  readonly after: Cells;
  /** The role as it was when editing began, where somebody else has changed it since. */
  readonly overtaken: Role | undefined;
  readonly canUndo: boolean;
  readonly edit: (change: (after: Cells) => Cells) => void;
  readonly undo: () => void;
  readonly discard: () => void;
  /** What others changed has been seen. */
  readonly acknowledge: () => void;
}

/**
 * Edits of a role that are not saved yet, cell by cell: when the role changes underneath, they stay and lie over
 * what it has become.
 */
export function useRoleDraft(role: Role): RoleDraft {
  const [state, setState] = useState<State>({ edits: new Map(), past: [], from: role });
  const before = useMemo(() => cellsOf(role.grants), [role]);
  const { edits, past, from } = state;
  const after = useMemo(() => new Map([...before, ...edits]), [before, edits]);
  const start = edits.size === 0 ? role : from;
  return {
    before,
    after,
    overtaken: edits.size > 0 && from.version !== role.version ? from : undefined,
    canUndo: past.length > 0,
    edit: (change) =>
      setState((last) => {
        const now = new Map([...before, ...last.edits]);
        const next = differing(before, change(now));
        return { edits: next, past: [...last.past, last.edits], from: start };
      }),
    undo: () =>
      setState((last) => ({
        ...last,
        edits: differing(before, last.past.at(-1) ?? new Map<string, Cell>()),
        past: last.past.slice(0, -1),
      })),
    discard: () => setState({ edits: new Map(), past: [], from: role }),
    acknowledge: () => setState((last) => ({ ...last, from: role })),
  };
}

/** Only the cells that are not as they were. */
function differing(before: Cells, cells: Cells): Cells {
  return new Map([...cells].filter(([key, cell]) => !sameCell(before.get(key) ?? NOTHING, cell)));
}
