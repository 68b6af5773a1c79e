import { useState } from "react";
import { MoveDepartmentDocument } from "../../../gql/graphql.ts";
import type { Problem } from "../../../lib/problem.ts";
import { useCommand } from "../../../lib/use-command.ts";
import type { Department, DepartmentNodes } from "../department-nodes.ts";
import { refusalOf, type Refusal } from "./move-refusal.ts";

/** A move that was made, with what takes it back. */
export interface Moved {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly from: Department | undefined;
  readonly to: Department;
  readonly isUndone: boolean;
}

export interface Moving {
  readonly moved: Moved | undefined;
  /** A drop that makes no sense, told without asking the server. */
  readonly refused:
    | { readonly why: Refusal; readonly name: string; readonly to: string }
    | undefined;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly move: (node: Department, to: Department, from: Department | undefined) => Promise<void>;
  readonly tryMove: (nodes: DepartmentNodes, node: Department, to: Department) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** Moves departments and remembers the last move, so that it can be taken back. */
export function useMoving(): Moving {
  const command = useCommand(MoveDepartmentDocument);
  const [moved, setMoved] = useState<Moved>();
  const [refused, setRefused] = useState<Moving["refused"]>();
  const begin = () => {
    setMoved(undefined);
    setRefused(undefined);
    command.reset();
  };
  const move: Moving["move"] = async ({ id, name, version }, to, from) => {
    begin();
    const input = { id, version, parentId: to.id };
    const { moveDepartment } = await command.mutateAsync(input);
    const now = moveDepartment?.version ?? version;
    setMoved({ id, name, version: now, from, to, isUndone: false });
  };
  return {
    moved,
    refused,
    problem: command.error,
    busy: command.isPending,
    move,
    tryMove: (nodes, node, to) => {
      const why = refusalOf(nodes, node, to);
      if (why) {
        begin();
        setRefused({ why, name: node.name, to: to.name });
      } else {
        const from = node.parentId === null ? undefined : nodes.find(node.parentId);
        // What the server refuses stands in `problem`.
        move(node, to, from).catch(() => undefined);
      }
    },
    undo: () => {
      if (!moved?.from) return;
      const { id, version, from } = moved;
      command.mutate(
        { id, version, parentId: from.id },
        { onSuccess: () => setMoved({ ...moved, isUndone: true }) },
      );
    },
    dismiss: begin,
  };
}
