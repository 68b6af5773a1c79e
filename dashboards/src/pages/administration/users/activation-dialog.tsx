import { useTranslation } from "react-i18next";
import { UpdateUserDocument } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { UserDialogProps } from "./edit-user-dialog.tsx";

/** Lets somebody in again, or no longer; says what becomes of their records. */
export function ActivationDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const update = useCommand(UpdateUserDocument);
  const { id, version, active } = user;
  const name = active ? "deactivate" : "activate";
  return (
    <CommandDialog<{ version: number }>
      danger={active}
      title={t(`users.${name}.title`)}
      verb={t(`users.${name}.verb`)}
      subject={user.displayName}
      initial={{ version }}
      onSubmit={(typed) => update.mutateAsync({ id, ...typed, active: !active })}
      onClose={onClose}
    >
      <p>{t(`users.${name}.what`)}</p>
      {active ? <p style={{ marginTop: 8 }}>{t("users.deactivate.records")}</p> : null}
    </CommandDialog>
  );
}
