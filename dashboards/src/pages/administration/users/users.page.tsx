import "../../../i18n/administration.ts";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { UserListDocument } from "../../../gql/graphql.ts";
import { ABSENT } from "../../../lib/format.ts";
import { useList } from "../../../lib/use-list.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { DepartmentFilter } from "../department-select.tsx";
import { useRoleNames } from "../use-role-names.ts";
import { CreateUserDialog } from "./create-user-dialog.tsx";
import { RoleFilter } from "./role-filter.tsx";
import { UserStatusMark } from "./user-status-mark.tsx";
import { USER_STATUSES, userFilter, USERS_VIEW } from "./users-view.ts";

export default function UsersPage() {
  const { t } = useTranslation();
  const show = useDialogs();
  const { permissions } = useViewer();
  const { nameOf } = useRoleNames();
  const { view, unread, change } = useViewState(USERS_VIEW);
  const query = useList(
    UserListDocument,
    { filter: userFilter(view), orderBy: [view.order] },
    (answer) => answer.users,
  );
  return (
    <>
      <PageHead title={t("users.title")}>
        <SearchField
          label={t("users.search")}
          text={view.search}
          onSearch={(search) => change({ search })}
        />
        <DepartmentFilter
          label={t("users.department")}
          chosen={view.department}
          onChange={(department) => change({ department })}
        />
        {permissions.includes("ROLE_READ") ? (
          <RoleFilter chosen={view.roles} onChange={(roles) => change({ roles })} />
        ) : null}
        <ChoiceFilter
          label={t("users.status")}
          chosen={view.statuses}
          choices={USER_STATUSES.map((status) => ({
            value: status,
            label: t(`users.statuses.${status}`),
          }))}
          onChange={(statuses) => change({ statuses })}
        />
        {permissions.includes("USER_CREATE") ? (
          <Button
            type="primary"
            onClick={() => show((close) => <CreateUserDialog onClose={close} />)}
          >
            {t("users.create.title")}
          </Button>
        ) : null}
      </PageHead>
      <UnreadNotice texts={unread} />
      <Card>
        <ListAnswer query={query}>
          {(rows) => (
            <RecordTable
              caption={t("users.title")}
              rows={rows}
              keyOf={({ id }) => id}
              order={view.order}
              onOrder={(order) => change({ order })}
              columns={[
                {
                  key: "name",
                  title: t("users.name"),
                  field: "DISPLAY_NAME",
                  cell: ({ id, displayName }) => (
                    <Link to={`/administration/users/${id}`}>{displayName}</Link>
                  ),
                },
                {
                  key: "login",
                  title: t("users.login"),
                  field: "LOGIN",
                  cell: ({ login }) => login ?? ABSENT,
                },
                {
                  key: "department",
                  title: t("users.department"),
                  cell: ({ department }) => department.name,
                },
                {
                  key: "roles",
                  title: t("users.roles"),
                  cell: ({ roles }) => roles?.map(nameOf).join(t("roles.listComma")) || ABSENT,
                },
                {
                  key: "status",
                  title: t("users.status"),
                  cell: ({ active }) => <UserStatusMark active={active} />,
                },
              ]}
            />
          )}
        </ListAnswer>
      </Card>
    </>
  );
}
