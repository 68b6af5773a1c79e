import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { AddPlanItemDocument } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { DayInput } from "../../../../parts/day-input.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useMeanwhile } from "./use-meanwhile.tsx";

/** A step of the plan; the first one takes an assigned opportunity on to development. */
export function PlanDialog({ opportunity, onClose }: DialogProps) {
  const { t } = useTranslation();
  const add = useCommand(AddPlanItemDocument);
  const required = [{ required: true, message: t("commands.required") }];
  return (
    <CommandDialog<{ plannedOn: string; content: string }>
      title={t("commands.plan.title")}
      verb={t("commands.plan.verb")}
      subject={opportunity.title}
      meanwhile={useMeanwhile(opportunity, "plan")}
      onSubmit={(typed) => add.mutateAsync({ opportunityId: opportunity.id, ...typed })}
      onClose={onClose}
    >
      <Form.Item name="plannedOn" label={t("opportunities.plannedOn")} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="content" label={t("opportunities.content")} rules={required}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
