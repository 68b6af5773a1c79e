import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { AssignOpportunityDocument } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { AssigneeSelect } from "./choices.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useMeanwhile } from "./use-meanwhile.tsx";

export function AssignDialog({ opportunity, onClose }: DialogProps) {
  const { t } = useTranslation();
  const assign = useCommand(AssignOpportunityDocument);
  const { id, version, title } = opportunity;
  return (
    <CommandDialog<{ assigneeId: string; version: number }>
      title={t("commands.assign.title")}
      verb={t("commands.assign.verb")}
      subject={title}
      initial={{ version }}
      meanwhile={useMeanwhile(opportunity, "assign")}
      onSubmit={(typed) => assign.mutateAsync({ id, ...typed })}
      onClose={onClose}
    >
      <Form.Item
        name="assigneeId"
        label={t("opportunities.assignee")}
        rules={[{ required: true, message: t("commands.required") }]}
      >
        <AssigneeSelect />
      </Form.Item>
    </CommandDialog>
  );
}
