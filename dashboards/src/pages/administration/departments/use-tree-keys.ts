import { useState, type KeyboardEvent, type RefObject } from "react";
import type { Department } from "../department-nodes.ts";
import type { DepartmentTreeProps } from "./department-tree.tsx";
import type { CommandName } from "./use-department-commands.tsx";

interface TreeKeysOptions extends Pick<
  DepartmentTreeProps,
  "nodes" | "folded" | "chosen" | "commands" | "onChoose"
> {
  readonly tree: RefObject<HTMLElement | null>;
  readonly lines: readonly { readonly node: Department }[];
  readonly turn: (id: string) => void;
}

const COMMAND_KEYS: Readonly<Record<string, CommandName>> = {
  m: "move",
  n: "create",
  F2: "rename",
  Delete: "delete",
};

/** The keys of a tree as everywhere, and those of the commands. */
export function useTreeKeys(options: TreeKeysOptions) {
  const { nodes, folded, chosen, commands, onChoose, tree, lines, turn } = options;
  const [focused, setCurrent] = useState<string>();
  const shown = (id: string | undefined) => lines.some(({ node }) => node.id === id);
  const current = [focused, chosen].find(shown) ?? lines[0]?.node.id;
  const go = (node: Department | undefined) => {
    if (!node) return;
    setCurrent(node.id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${node.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = lines.findIndex(({ node }) => node.id === current);
    const node = lines[at]?.node;
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const below = nodes.below(node.id);
    const isOpen = !folded.includes(node.id);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(lines[at + 1]?.node),
      ArrowUp: () => go(lines[at - 1]?.node),
      ArrowRight: () => {
        if (below.length > 0 && !isOpen) turn(node.id);
        else go(below[0]);
      },
      ArrowLeft: () => {
        if (below.length > 0 && isOpen) turn(node.id);
        else go(node.parentId === null ? undefined : nodes.find(node.parentId));
      },
      Home: () => go(lines[0]?.node),
      End: () => go(lines.at(-1)?.node),
      Enter: () => onChoose(node.id),
      " ": () => onChoose(node.id),
    };
    const command = COMMAND_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const act =
      moves[event.key] ?? (command ? () => commands.start(command, node, nodes) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { current, setCurrent, onKeyDown };
}
