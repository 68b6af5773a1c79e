import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ReassignOpportunityDocument, ReopenOpportunityDocument } from "../../../../gql/graphql.ts";
import { useCommand } from "../../../../lib/use-command.ts";
import { CommandDialog } from "../../../../parts/command-dialog.tsx";
import { AssigneeSelect } from "./choices.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { useMeanwhile } from "./use-meanwhile.tsx";

interface Typed {
  readonly assigneeId?: string;
  readonly reason: string;
  readonly version: number;
}

/** Another assignee, with the reason that the history keeps: while it is worked on, or after it was lost. */
export function HandOverDialog({
  kind,
  opportunity,
  onClose,
}: DialogProps & { readonly kind: "reassign" | "reopen" }) {
  const { t } = useTranslation();
  const reassign = useCommand(ReassignOpportunityDocument);
  const reopen = useCommand(ReopenOpportunityDocument);
  const { id, version, title } = opportunity;
  const submit = ({ assigneeId, reason, version: sent }: Typed) =>
    kind === "reassign"
      ? reassign.mutateAsync({ id, version: sent, reason, assigneeId: assigneeId ?? "" })
      : reopen.mutateAsync({ id, version: sent, reason, ...(assigneeId ? { assigneeId } : {}) });
  return (
    <CommandDialog<Typed>
      title={t(`commands.${kind}.title`)}
      verb={t(`commands.${kind}.verb`)}
      subject={title}
      initial={{ version }}
      meanwhile={useMeanwhile(opportunity, kind)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="assigneeId"
        label={t("opportunities.assignee")}
        {...(kind === "reopen" ? { extra: t("commands.reopen.same") } : {})}
        rules={[{ required: kind === "reassign", message: t("commands.required") }]}
      >
        <AssigneeSelect />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t("commands.reason")}
        rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
