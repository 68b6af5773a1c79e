import { useTranslation } from "react-i18next";
import { DisableTotpDocument } from "../../gql/graphql.ts";
import { useCommand } from "../../lib/use-command.ts";
import { CommandDialog } from "../../parts/command-dialog.tsx";
import { CodeField, PasswordField } from "./proof-fields.tsx";

export function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const turnOff = useCommand(DisableTotpDocument);
  return (
    <CommandDialog<{ password: string; code: string }>
      danger
      title={t("account.twoStep.turnOff")}
      verb={t("account.twoStep.turnOff")}
      subject={t("account.twoStep.turnOffHint")}
      onSubmit={(typed) => turnOff.mutateAsync(typed)}
      onClose={onClose}
    >
      <PasswordField />
      <CodeField label={t("account.twoStep.codeOrRecovery")} />
    </CommandDialog>
  );
}
