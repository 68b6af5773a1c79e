import type { TFunction } from "i18next";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/icon.tsx";
import type { Department, DepartmentNodes } from "../department-nodes.ts";
import styles from "./department-tree.module.css";
import { useTreeKeys } from "./use-tree-keys.ts";
import type { DepartmentCommands } from "./use-department-commands.tsx";
import { refusalOf } from "./move-refusal.ts";

export interface DepartmentTreeProps {
  readonly nodes: DepartmentNodes;
  readonly chosen: string | undefined;
  readonly folded: readonly string[];
  readonly mayMove: boolean;
  readonly commands: DepartmentCommands;
  readonly onChoose: (id: string) => void;
  readonly onFold: (folded: readonly string[]) => void;
  readonly onDrop: (dragged: Department, onto: Department) => void;
}

/** The tree: walked by keys, rearranged by dragging. One department is in the order of the Tab key. */
export function DepartmentTree(props: DepartmentTreeProps) {
  const { nodes, chosen, folded, mayMove, onChoose, onFold, onDrop } = props;
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Department>();
  const [over, setOver] = useState<string>();
  const lines = nodes.lines((id) => !folded.includes(id));
  const turn = (id: string) =>
    onFold(folded.includes(id) ? folded.filter((one) => one !== id) : [...folded, id]);
  const keys = useTreeKeys({ ...props, tree, lines, turn });
  const letGo = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const drop = (event: DragEvent, onto: Department) => {
    event.preventDefault();
    if (dragged) onDrop(dragged, onto);
    letGo();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t("departments.tree")}
      className={styles["tree"]}
      onKeyDown={keys.onKeyDown}
    >
      {lines.map(({ node, depth }) => {
        const hasBelow = nodes.below(node.id).length > 0;
        const isOpen = !folded.includes(node.id);
        const siblings = nodes.below(node.parentId);
        const target = dragged && over === node.id ? refusalOf(nodes, dragged, node) : undefined;
        return (
          <div
            key={node.id}
            role="treeitem"
            aria-level={depth + 1}
            aria-setsize={siblings.length}
            aria-posinset={siblings.indexOf(node) + 1}
            aria-selected={node.id === chosen}
            {...(hasBelow ? { "aria-expanded": isOpen } : {})}
            aria-label={`${node.name} · ${node.code}${people(t, node)}`}
            tabIndex={node.id === keys.current ? 0 : -1}
            data-id={node.id}
            data-dragged={dragged?.id === node.id}
            data-drop={dragged && over === node.id ? (target ? "no" : "yes") : undefined}
            className={styles["item"]}
            style={{ paddingLeft: 8 + depth * 24 }}
            draggable={mayMove && node.parentId !== null}
            onFocus={() => keys.setCurrent(node.id)}
            onClick={() => onChoose(node.id)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", node.name);
              setDragged(node);
            }}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(node.id);
            }}
            onDragEnd={letGo}
            onDrop={(event) => drop(event, node)}
          >
            <span
              className={styles["twist"]}
              aria-hidden="true"
              onClick={(event) => {
                if (!hasBelow) return;
                event.stopPropagation();
                turn(node.id);
              }}
            >
              {hasBelow ? <Icon name={isOpen ? "down" : "right"} size={12} /> : null}
            </span>
            <span className={styles["name"]}>{node.name}</span>
            <span className={styles["code"]}>{node.code}</span>
            <span className={styles["people"]}>
              {node.people === null ? null : t("departments.count", { count: node.people })}
            </span>
          </div>
        );
      })}
    </div>
  );
}

type Translate = TFunction;

const people = (t: Translate, node: Department): string =>
  node.people === null ? "" : ` · ${t("departments.count", { count: node.people })}`;
