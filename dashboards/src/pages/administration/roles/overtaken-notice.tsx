import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { ChangeList } from "./change-list.tsx";
import { cellsOf } from "./grant-cell.ts";
import { changesBetween, countOf } from "./grant-changes.ts";
import type { Role } from "./use-role-draft.ts";

export interface OvertakenNoticeProps {
  readonly from: Role;
  readonly role: Role;
  readonly catalogue: readonly CatalogueResourceFragment[];
  readonly onSeen: () => void;
}

/** Somebody else has changed the role during the edits: what they did; the edits lie over it. */
export function OvertakenNotice({ from, role, catalogue, onSeen }: OvertakenNoticeProps) {
  const { t } = useTranslation();
  const changes = changesBetween(cellsOf(from.grants), cellsOf(role.grants), catalogue);
  return (
    <Alert
      type="warning"
      showIcon
      title={t("roles.overtaken")}
      description={
        <>
          <p style={{ marginBottom: 8 }}>{t("roles.editsKept")}</p>
          {countOf(changes) > 0 ? <ChangeList catalogue={catalogue} changes={changes} /> : null}
          <Button size="small" style={{ marginTop: 8 }} onClick={onSeen}>
            {t("states.dismiss")}
          </Button>
        </>
      }
    />
  );
}
