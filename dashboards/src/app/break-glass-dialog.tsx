import { Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { BreakGlassDocument, type BreakGlassInput } from "../gql/graphql.ts";
import { useCommand } from "../lib/use-command.ts";
import { CommandDialog } from "../parts/command-dialog.tsx";
import { seeViewer } from "../session/session.ts";

/** The server's limit; it refuses more. */
const LONGEST_MINUTES = 60;

/** Reading everything for a while: for a reason, and with the password once more. */
export default function BreakGlassDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const begin = useCommand(BreakGlassDocument);
  const submit = async (input: BreakGlassInput) =>
    seeViewer((await begin.mutateAsync(input)).breakGlass);
  const required = { required: true, message: t("commands.required") };
  return (
    <CommandDialog<BreakGlassInput>
      danger
      title={t("breakGlass.title")}
      verb={t("breakGlass.verb")}
      initial={{ minutes: 15 }}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t("breakGlass.why")}</p>
      <p style={{ margin: "8px 0 16px" }}>{t("breakGlass.told")}</p>
      <Form.Item
        name="reason"
        label={t("commands.reason")}
        extra={t("breakGlass.reasonHint")}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="minutes"
        label={t("breakGlass.minutes")}
        extra={t("breakGlass.minutesHint")}
        rules={[required]}
      >
        <InputNumber min={1} max={LONGEST_MINUTES} precision={0} />
      </Form.Item>
      <Form.Item name="password" label={t("breakGlass.password")} rules={[required]}>
        <Input.Password visibilityToggle={false} autoComplete="current-password" />
      </Form.Item>
    </CommandDialog>
  );
}
