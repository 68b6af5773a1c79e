import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { LoseOpportunityDocument } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { DictionarySelect } from "./choices.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useMeanwhile } from "./use-meanwhile.tsx";

export function LoseDialog({ opportunity, onClose }: DialogProps) {
  const { t } = useTranslation();
  const lose = useCommand(LoseOpportunityDocument);
  const { id, version, title } = opportunity;
  return (
    <CommandDialog<{ lossReasonId: string; closeNote?: string; version: number }>
      danger
      title={t("commands.lose.title")}
      verb={t("commands.lose.verb")}
      subject={title}
      initial={{ version }}
      meanwhile={useMeanwhile(opportunity, "lose")}
      onSubmit={(typed) => lose.mutateAsync({ id, ...typed })}
      onClose={onClose}
    >
      <Form.Item
        name="lossReasonId"
        label={t("opportunities.lossReason")}
        rules={[{ required: true, message: t("commands.required") }]}
      >
        <DictionarySelect type="LOSS_REASON" />
      </Form.Item>
      <Form.Item name="closeNote" label={t("opportunities.closeNote")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
