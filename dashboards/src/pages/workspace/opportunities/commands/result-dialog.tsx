import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { RecordPlanResultDocument, type PlanItemRowFragment } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useItemMeanwhile } from "./use-item-meanwhile.tsx";

export interface ResultDialogProps extends DialogProps {
  readonly item: PlanItemRowFragment;
}

/** What came of a planned step. */
export function ResultDialog({ item, opportunity, onClose }: ResultDialogProps) {
  const { t } = useTranslation();
  const record = useCommand(RecordPlanResultDocument);
  const { id, version } = item;
  return (
    <CommandDialog<{ result: string; version: number }>
      title={t("commands.result.title")}
      verb={t("commands.result.verb")}
      subject={opportunity.title}
      initial={{ version, ...(item.result === null ? {} : { result: item.result }) }}
      meanwhile={useItemMeanwhile(opportunity, item)}
      onSubmit={(typed) => record.mutateAsync({ id, ...typed })}
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
