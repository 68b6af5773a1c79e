import { useDialogs } from "../../../parts/dialog-host.tsx";
import { useViewer } from "../../../session/use-session.ts";
import type { Department, DepartmentNodes } from "../department-nodes.ts";
import { CreateDepartmentDialog } from "./create-department-dialog.tsx";
import { DeleteDepartmentDialog } from "./delete-department-dialog.tsx";
import { MoveDepartmentDialog } from "./move-department-dialog.tsx";
import { RenameDepartmentDialog } from "./rename-department-dialog.tsx";
import type { Moving } from "./use-moving.ts";

export const COMMANDS = ["create", "rename", "move", "delete"] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface DepartmentCommands {
  readonly isOffered: (command: CommandName, department: Department) => boolean;
  readonly start: (command: CommandName, department: Department, nodes: DepartmentNodes) => void;
}

const NEEDS = {
  create: "DEPARTMENT_CREATE",
  rename: "DEPARTMENT_UPDATE",
  move: "DEPARTMENT_UPDATE",
  delete: "DEPARTMENT_DELETE",
} as const;

/** What can be done with a department, by button and by key alike. */
export function useDepartmentCommands(
  move: Moving["move"],
  onChosen: (id: string | undefined) => void,
): DepartmentCommands {
  const show = useDialogs();
  const { permissions } = useViewer();
  const isOffered = (command: CommandName, { parentId }: Department) => {
    const isTop = parentId === null && (command === "move" || command === "delete");
    return permissions.includes(NEEDS[command]) && !isTop;
  };
  return {
    isOffered,
    start: (command, department, nodes) => {
      if (!isOffered(command, department)) return;
      show((close) => {
        const props = { department, onClose: close };
        switch (command) {
          case "create":
            return <CreateDepartmentDialog {...props} onCreated={onChosen} />;
          case "rename":
            return <RenameDepartmentDialog {...props} />;
          case "move":
            return <MoveDepartmentDialog {...props} nodes={nodes} move={move} />;
          case "delete":
            return (
              <DeleteDepartmentDialog
                {...props}
                onDeleted={() => onChosen(department.parentId ?? undefined)}
              />
            );
        }
      });
    },
  };
}
