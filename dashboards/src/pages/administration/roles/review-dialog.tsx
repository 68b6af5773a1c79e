import { Alert, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  RoleRecordDocument,
  SetRoleGrantsDocument,
  type CatalogueResourceFragment,
} from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { Refused } from "../../../parts/refused.tsx";
import { useRoleName } from "../role-name.ts";
import { ChangeList } from "./change-list.tsx";
import { changesBetween } from "./grant-changes.ts";
import { grantsFrom, type Cells } from "./grant-cell.ts";
import { ProposalPreview } from "./proposal-preview.tsx";
import styles from "./review-dialog.module.css";
import type { Role } from "./use-role-draft.ts";

export interface ReviewDialogProps {
  /** As it was when the dialog was opened: what is saved is what was read. */
  readonly role: Role;
  readonly before: Cells;
  readonly after: Cells;
  readonly catalogue: readonly CatalogueResourceFragment[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The changes of a role before they are saved: sentence by sentence, for how many, and what one of them would see. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { role, before, after, catalogue, onSaved, onClose } = props;
  const { t } = useTranslation();
  const nameOf = useRoleName();
  const save = useCommand(SetRoleGrantsDocument);
  const [grants] = useState(() => grantsFrom(after));
  const now = useAnswer(RoleRecordDocument, { id: role.id }).data?.role;
  const isOvertaken = now !== undefined && now?.version !== role.version;
  const submit = () =>
    save.mutate(
      { roleId: role.id, version: role.version, grants },
      {
        onSuccess: () => {
          onSaved();
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={760}
      title={t("roles.reviewTitle", { name: nameOf(role) })}
      okText={t("roles.save")}
      cancelText={t("roles.goOnEditing")}
      okButtonProps={{ disabled: isOvertaken }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={styles["body"]}>
        <p className={styles["lead"]}>{t("roles.touches", { count: role.holders })}</p>
        {isOvertaken ? (
          <Alert
            type="warning"
            showIcon
            title={t("roles.overtaken")}
            description={t("roles.overtakenOnSave")}
          />
        ) : save.error ? (
          <Refused problem={save.error} />
        ) : null}
        <ChangeList catalogue={catalogue} changes={changesBetween(before, after, catalogue)} />
        <section className={styles["preview"]}>
          <h3 className={styles["ask"]}>{t("roles.wouldSee")}</h3>
          <ProposalPreview role={role} grants={grants} />
        </section>
      </div>
    </Modal>
  );
}
