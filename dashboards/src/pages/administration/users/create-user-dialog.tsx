import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CreateUserDocument, type CreateUserInput } from "../../../gql/graphql.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { PasswordInput } from "./password-input.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { UserFields } from "./user-fields.tsx";

/** Somebody new, with roles and a first password. */
export function CreateUserDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand(CreateUserDocument);
  const { permissions } = useViewer();
  const mayGive = permissions.includes("ROLE_ASSIGN") && permissions.includes("ROLE_READ");
  const locale = useLocale() === "en" ? "EN" : "ZH_CN";
  const submit = async (typed: CreateUserInput) => {
    const input = { ...typed, roles: typed.roles ?? [], password: typed.password || null };
    const { createUser } = await create.mutateAsync(input);
    if (createUser) void navigate(`/administration/users/${createUser.id}`);
  };
  return (
    <CommandDialog<CreateUserInput>
      title={t("users.create.title")}
      verb={t("users.create.verb")}
      initial={{ locale, mustChangePassword: true, roles: [] }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="login"
        label={t("users.login")}
        extra={t("users.loginHelp")}
        rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
      >
        <Input maxLength={100} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <UserFields />
      {mayGive ? (
        <Form.Item name="roles" label={t("users.roles")}>
          <RoleChoice label={t("users.roles")} />
        </Form.Item>
      ) : null}
      <Form.Item name="password" label={t("users.password")} extra={t("users.passwordHelp")}>
        <PasswordInput />
      </Form.Item>
      <Form.Item name="mustChangePassword" valuePropName="checked">
        <Checkbox>{t("users.mustChange")}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
}
