import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { RoleLimitsDocument, SetUserRolesDocument } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { useViewer } from "../../../session/use-session.ts";
import type { UserDialogProps } from "./edit-user-dialog.tsx";
import { RoleChoice } from "./role-choice.tsx";

/** All roles that somebody holds from now on. What the reader may not give or take says why. */
export function ChangeRolesDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const change = useCommand(SetUserRolesDocument);
  const { id: userId, version, roles } = user;
  const isOwn = useViewer().id === userId;
  const { data } = useAnswer(RoleLimitsDocument, { userId });
  const refusal = (code: string) => data?.roleLimits.find(({ role }) => role === code)?.reason;
  return (
    <CommandDialog<{ roles: string[]; version: number }>
      title={t("users.changeRoles.title")}
      verb={t("users.changeRoles.verb")}
      subject={user.displayName}
      initial={{ version, roles: roles ?? [] }}
      onSubmit={(typed) => change.mutateAsync({ userId, ...typed })}
      onClose={onClose}
    >
      <Form.Item
        name="roles"
        label={t("users.roles")}
        extra={t(isOwn ? "users.changeRoles.self" : "users.changeRoles.help")}
      >
        <RoleChoice label={t("users.roles")} refusal={refusal} />
      </Form.Item>
    </CommandDialog>
  );
}
