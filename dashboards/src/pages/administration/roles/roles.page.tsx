import "../../../i18n/administration.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RoleNamesDocument } from "../../../gql/graphql.ts";
import { useFormats } from "../../../lib/format.ts";
import { useWholeList } from "../../../lib/use-whole-list.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { useRoleName } from "../role-name.ts";
import { CreateRoleDialog } from "./create-role-dialog.tsx";

/** The roles that there are; each leads to what it may do. */
export default function RolesPage() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const show = useDialogs();
  const nameOf = useRoleName();
  const viewer = useViewer();
  const query = useWholeList(RoleNamesDocument, {}, ({ roles }) => roles);
  return (
    <>
      <PageHead title={t("roles.title")}>
        {viewer.permissions.includes("ROLE_CREATE") ? (
          <Button
            type="primary"
            onClick={() => show((close) => <CreateRoleDialog onClose={close} />)}
          >
            {t("roles.create.title")}
          </Button>
        ) : null}
      </PageHead>
      <Card>
        <Answered query={query} skeleton={<Skeleton lines={6} height={28} />}>
          {(roles) => (
            <RecordTable
              caption={t("roles.title")}
              rows={roles}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: "name",
                  title: t("roles.name"),
                  cell: (role) => (
                    <Link to={`/administration/roles/${role.id}`}>{nameOf(role)}</Link>
                  ),
                },
                { key: "code", title: t("roles.code"), cell: ({ code }) => code },
                {
                  key: "builtIn",
                  title: t("roles.kind"),
                  cell: ({ builtIn }) => t(builtIn ? "roles.builtIn" : "roles.own"),
                },
                {
                  key: "holders",
                  title: t("roles.holders"),
                  align: "right",
                  cell: ({ holders }) => number(holders),
                },
                {
                  key: "you",
                  title: t("roles.yours"),
                  cell: ({ code }) => (viewer.roles.includes(code) ? t("roles.yes") : ""),
                },
              ]}
            />
          )}
        </Answered>
      </Card>
    </>
  );
}
