import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { DepartmentNodes } from "../department-nodes.ts";
import { DepartmentSelect } from "../department-select.tsx";
import type { DepartmentDialogProps } from "./department-fields.tsx";
import { refusalOf } from "./move-refusal.ts";
import type { Moving } from "./use-moving.ts";

export interface MoveDepartmentDialogProps extends DepartmentDialogProps {
  readonly nodes: DepartmentNodes;
  readonly move: Moving["move"];
}

/** The same as dragging, for whoever does not drag: where it cannot go is not offered. */
export function MoveDepartmentDialog(props: MoveDepartmentDialogProps) {
  const { department, nodes, move, onClose } = props;
  const { t } = useTranslation();
  const from = department.parentId === null ? undefined : nodes.find(department.parentId);
  const submit = async ({ parentId }: { parentId: string }) => {
    const to = nodes.find(parentId);
    if (to) await move(department, to, from);
  };
  return (
    <CommandDialog<{ parentId: string }>
      title={t("departments.move.title")}
      verb={t("departments.move.verb")}
      subject={nodes
        .path(department.id)
        .map(({ name }) => name)
        .join(" / ")}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="parentId"
        label={t("departments.move.to")}
        extra={t("departments.move.help")}
        rules={[{ required: true, message: t("commands.required") }]}
      >
        <DepartmentSelect
          without={(id) => {
            const to = nodes.find(id);
            return to !== undefined && refusalOf(nodes, department, to) !== undefined;
          }}
        />
      </Form.Item>
    </CommandDialog>
  );
}
