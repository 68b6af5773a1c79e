import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import {
  CreateRoleDocument,
  RoleNamesDocument,
  RoleRecordDocument,
  SetRoleGrantsDocument,
  type CreateRoleInput,
} from "../../../gql/graphql.ts";
import { send } from "../../../lib/send.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { useWholeList } from "../../../lib/use-whole-list.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { useRoleName } from "../role-name.ts";
import { cellsOf, grantsFrom } from "./grant-cell.ts";
import { RoleFields } from "./role-fields.tsx";

export interface CreateRoleDialogProps {
  /** The role whose grants it begins with, unless another is chosen. */
  readonly copyOf?: string;
  readonly onClose: () => void;
}

type Typed = CreateRoleInput & { readonly copyOf?: string };

/** A new role: empty, or with the grants of another one. */
export function CreateRoleDialog({ copyOf, onClose }: CreateRoleDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useRoleName();
  const create = useCommand(CreateRoleDocument);
  const give = useCommand(SetRoleGrantsDocument);
  const roles = useWholeList(RoleNamesDocument, {}, (answer) => answer.roles);
  const submit = async ({ copyOf: from, ...input }: Typed) => {
    const { createRole } = await create.mutateAsync(input);
    if (!createRole) return;
    const { id: roleId, version } = createRole;
    // The role is there now, whatever becomes of the copy: its own page says what it may do.
    void navigate(`/administration/roles/${roleId}`);
    if (from === undefined) return;
    const { role } = await send(RoleRecordDocument, { id: from });
    const grants = grantsFrom(cellsOf(role?.grants ?? []));
    if (grants.length > 0) await give.mutateAsync({ roleId, version, grants });
  };
  return (
    <CommandDialog<Typed>
      title={t("roles.create.title")}
      verb={t("roles.create.verb")}
      {...(copyOf === undefined ? {} : { initial: { copyOf } })}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleFields />
      <Form.Item name="copyOf" label={t("roles.copyOf")} extra={t("roles.copyHelp")}>
        <Select<string>
          allowClear
          loading={roles.isFetching}
          placeholder={t("roles.empty")}
          options={(roles.data ?? []).map((role) => ({ value: role.id, label: nameOf(role) }))}
        />
      </Form.Item>
    </CommandDialog>
  );
}
