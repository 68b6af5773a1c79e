import { useTranslation } from "react-i18next";
import { ResetTotpDocument } from "../../../gql/graphql.ts";
import { usePlainCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { UserDialogProps } from "./edit-user-dialog.tsx";

/** For somebody who has lost what makes the codes. */
export function ResetTotpDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const reset = usePlainCommand(ResetTotpDocument);
  return (
    <CommandDialog<object>
      danger
      title={t("users.resetTotp.title")}
      verb={t("users.resetTotp.verb")}
      subject={user.displayName}
      onSubmit={() => reset.mutateAsync({ userId: user.id })}
      onClose={onClose}
    >
      <p>{t("users.resetTotp.what")}</p>
    </CommandDialog>
  );
}
