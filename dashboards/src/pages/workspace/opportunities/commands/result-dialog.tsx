import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { RecordPlanResultDocument, type PlanItemRowFragment } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";

export interface ResultDialogProps {
  readonly item: PlanItemRowFragment;
  readonly onClose: () => void;
}

/** What came of a planned step. */
export function ResultDialog({ item, onClose }: ResultDialogProps) {
  const { t } = useTranslation();
  const record = useCommand(RecordPlanResultDocument);
  const { id, version } = item;
  return (
    <CommandDialog<{ result: string }>
      title={t("commands.result.title")}
      verb={t("commands.result.verb")}
      initial={item.result === null ? {} : { result: item.result }}
      onSubmit={({ result }) => record.mutateAsync({ id, version, result })}
      onClose={onClose}
    >
      <p>{item.content}</p>
      <Form.Item
        name="result"
        label={t("opportunities.result")}
        rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
