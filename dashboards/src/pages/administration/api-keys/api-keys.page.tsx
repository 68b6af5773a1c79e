import "../../../i18n/account.ts";
import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { ApiKeyListDocument } from "../../../gql/graphql.ts";
import { useList } from "../../../lib/use-list.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { useApiKeyColumns } from "./api-key-columns.tsx";
import { API_KEYS_VIEW, apiKeyFilter } from "./api-keys-view.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";

/** The keys by which other systems come in. */
export default function ApiKeysPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const show = useDialogs();
  const columns = useApiKeyColumns();
  const { view, unread, change } = useViewState(API_KEYS_VIEW);
  const query = useList(
    ApiKeyListDocument,
    { filter: apiKeyFilter(view), orderBy: [view.order] },
    ({ apiKeys }) => apiKeys,
  );
  const create = viewer.permissions.includes("APIKEY_CREATE") ? (
    <Button type="primary" onClick={() => show((close) => <CreateKeyDialog onClose={close} />)}>
      {t("apiKeys.create")}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t("apiKeys.title")}>
        <SearchField
          label={t("apiKeys.search")}
          text={view.search}
          onSearch={(search) => change({ search })}
        />
        <Checkbox
          checked={view.withRevoked}
          onChange={(event) => change({ withRevoked: event.target.checked })}
        >
          {t("apiKeys.withRevoked")}
        </Checkbox>
        {create}
      </PageHead>
      <UnreadNotice texts={unread} />
      <Card>
        <p style={{ marginBottom: 8, color: "var(--text-secondary)" }}>{t("apiKeys.hint")}</p>
        <ListAnswer
          query={query}
          empty={{ title: t("apiKeys.empty"), advice: t("apiKeys.emptyHint") }}
        >
          {(rows) => (
            <RecordTable
              caption={t("apiKeys.title")}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              order={view.order}
              onOrder={(order) => change({ order })}
            />
          )}
        </ListAnswer>
      </Card>
    </>
  );
}
