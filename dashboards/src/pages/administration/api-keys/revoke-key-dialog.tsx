import { useTranslation } from "react-i18next";
import { RevokeApiKeyDocument, type ApiKeyRowFragment } from "../../../gql/graphql.ts";
import { usePlainCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";

export interface RevokeKeyDialogProps {
  readonly apiKey: ApiKeyRowFragment;
  readonly onClose: () => void;
}

export function RevokeKeyDialog({ apiKey, onClose }: RevokeKeyDialogProps) {
  const { t } = useTranslation();
  const revoke = usePlainCommand(RevokeApiKeyDocument);
  return (
    <CommandDialog
      danger
      title={t("apiKeys.revokeTitle")}
      verb={t("apiKeys.revoke")}
      subject={apiKey.name}
      onSubmit={() => revoke.mutateAsync({ id: apiKey.id })}
      onClose={onClose}
    >
      <p>{t("apiKeys.revokeWarning")}</p>
    </CommandDialog>
  );
}
