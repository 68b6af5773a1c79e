import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { SetUserPasswordDocument, type SetUserPasswordInput } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { UserDialogProps } from "./edit-user-dialog.tsx";
import { PasswordInput } from "./password-input.tsx";

export function SetPasswordDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const set = useCommand(SetUserPasswordDocument);
  return (
    <CommandDialog<Omit<SetUserPasswordInput, "userId">>
      title={t("users.setPassword.title")}
      verb={t("users.setPassword.verb")}
      subject={user.displayName}
      initial={{ mustChangePassword: true }}
      onSubmit={(typed) => set.mutateAsync({ userId: user.id, ...typed })}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={t("users.newPassword")}
        extra={t("users.setPassword.what")}
        rules={[{ required: true, message: t("commands.required") }]}
      >
        <PasswordInput />
      </Form.Item>
      <Form.Item name="mustChangePassword" valuePropName="checked">
        <Checkbox>{t("users.mustChange")}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
}
