import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CreateApiKeyDocument } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { DayInput } from "../../../parts/day-input.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { useKeyRoles } from "./use-key-roles.ts";

interface NewKey {
  readonly name: string;
  readonly role: string;
  /** The last day on which it works; without one the server gives it a year. */
  readonly expiresAt?: string;
}

/** A name, a role and an end; then the secret, this once. */
export function CreateKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCommand(CreateApiKeyDocument);
  const { choices } = useKeyRoles();
  const [secret, setSecret] = useState<string>();
  if (secret !== undefined) return <SecretDialog secret={secret} onClose={onClose} />;
  const submit = async ({ name, role, expiresAt }: NewKey) => {
    const input = { name, role, ...(expiresAt ? { expiresAt: endOf(expiresAt) } : {}) };
    setSecret((await create.mutateAsync(input)).createApiKey.secret);
  };
  return (
    <CommandDialog<NewKey>
      title={t("apiKeys.create")}
      verb={t("apiKeys.createVerb")}
      onSubmit={submit}
      onDone={() => undefined}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("apiKeys.name")}
        extra={t("apiKeys.nameHint")}
        rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
      >
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="role"
        label={t("apiKeys.role")}
        extra={t("apiKeys.roleHint")}
        rules={[{ required: true, message: t("commands.required") }]}
      >
        <Select options={[...choices]} />
      </Form.Item>
      <Form.Item name="expiresAt" label={t("apiKeys.expiresOn")} extra={t("apiKeys.expiresHint")}>
        <DayInput />
      </Form.Item>
    </CommandDialog>
  );
}

/** The end of a day where the reader is. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
