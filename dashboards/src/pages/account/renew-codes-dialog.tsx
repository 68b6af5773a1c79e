import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RenewRecoveryCodesDocument } from "../../gql/graphql.ts";
import { useCommand } from "../../lib/use-command.ts";
import { CommandDialog } from "../../parts/command-dialog.tsx";
import { CodeField, PasswordField } from "./proof-fields.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

/** For somebody who has used up or lost the recovery codes. */
export function RenewCodesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const renew = useCommand(RenewRecoveryCodesDocument);
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />;
  return (
    <CommandDialog<{ password: string; code: string }>
      title={t("account.twoStep.renew")}
      verb={t("account.twoStep.next")}
      subject={t("account.twoStep.renewHint")}
      onSubmit={async (typed) => setCodes((await renew.mutateAsync(typed)).renewRecoveryCodes)}
      onDone={() => undefined}
      onClose={onClose}
    >
      <PasswordField />
      <CodeField label={t("account.twoStep.codeOrRecovery")} />
    </CommandDialog>
  );
}
