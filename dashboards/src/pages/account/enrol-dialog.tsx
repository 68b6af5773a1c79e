import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  ConfirmTotpDocument,
  EnrolTotpDocument,
  type EnrolTotpMutation,
} from "../../gql/graphql.ts";
import { useCommand } from "../../lib/use-command.ts";
import { CommandDialog } from "../../parts/command-dialog.tsx";
import { AuthenticatorKey } from "./authenticator-key.tsx";
import { CodeField, PasswordField } from "./proof-fields.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

/** Password, then the key for the app and a code of it, then the codes for the day the phone is lost. */
export function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const enrol = useCommand(EnrolTotpDocument);
  const confirm = useCommand(ConfirmTotpDocument);
  const [key, setKey] = useState<EnrolTotpMutation["enrolTotp"]>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />;
  if (key) {
    return (
      <CommandDialog<{ code: string }>
        key="code"
        title={t("account.twoStep.setUp")}
        verb={t("account.twoStep.enable")}
        onSubmit={async (typed) => setCodes((await confirm.mutateAsync(typed)).confirmTotp)}
        onDone={() => undefined}
        onClose={onClose}
      >
        <AuthenticatorKey {...key} />
        <CodeField isFirst label={t("account.twoStep.code")} />
      </CommandDialog>
    );
  }
  return (
    <CommandDialog<{ password: string }>
      key="password"
      title={t("account.twoStep.setUp")}
      verb={t("account.twoStep.next")}
      onSubmit={async (typed) => setKey((await enrol.mutateAsync(typed)).enrolTotp)}
      onDone={() => undefined}
      onClose={onClose}
    >
      <PasswordField />
    </CommandDialog>
  );
}
