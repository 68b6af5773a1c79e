import "../../../i18n/administration.ts";
import { useTranslation } from "react-i18next";
import { AuditListDocument } from "../../../gql/graphql.ts";
import { useList } from "../../../lib/use-list.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import { auditFilter, AUDIT_VIEW } from "./audit-view.ts";
import { EntryDrawer } from "./entry-drawer.tsx";
import { referencesOf } from "./named-records.ts";
import { useEntryWords } from "./use-entry-words.ts";
import { useRecordNames } from "./use-record-names.ts";

/** Everything that was done, and by whom. */
export default function AuditPage() {
  const { t } = useTranslation();
  const { view, unread, change } = useViewState(AUDIT_VIEW);
  const query = useList(
    AuditListDocument,
    { filter: auditFilter(view) },
    ({ auditEntries }) => auditEntries,
  );
  const nameOf = useRecordNames((query.data?.rows ?? []).flatMap(referencesOf));
  const words = useEntryWords(nameOf);
  return (
    <>
      <PageHead title={t("audit.title")}>
        <AuditFilters view={view} words={words} onChange={change} />
      </PageHead>
      <UnreadNotice texts={unread} />
      <Card>
        <p style={{ marginBottom: 8, color: "var(--text-secondary)" }}>{t("audit.hint")}</p>
        <ListAnswer query={query} empty={{ title: t("audit.empty"), advice: t("audit.emptyHint") }}>
          {(entries) => (
            <AuditTable entries={entries} words={words} onOpen={(entry) => change({ entry })} />
          )}
        </ListAnswer>
      </Card>
      <EntryDrawer
        id={view.entry}
        onClose={() => change({ entry: undefined })}
        onAbout={(about) => change({ ...NOTHING, about })}
      />
    </>
  );
}

/** What was looked for before must not hide what is asked for now. */
const NOTHING = {
  who: "",
  actions: [],
  kinds: [],
  from: "",
  to: "",
  entry: undefined,
} as const;
