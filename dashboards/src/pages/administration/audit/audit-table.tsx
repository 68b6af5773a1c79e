import { useTranslation } from "react-i18next";
import type { AuditRowFragment } from "../../../gql/graphql.ts";
import { Mark } from "../../../parts/mark.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { markOf } from "./actions.ts";
import styles from "./audit.module.css";
import { useMoments } from "./moments.ts";
import type { EntryWords } from "./use-entry-words.ts";

export interface AuditTableProps {
  readonly entries: readonly AuditRowFragment[];
  readonly words: EntryWords;
  readonly onOpen: (id: string) => void;
}

/** Who did what, a sentence a row. */
export function AuditTable({ entries, words, onOpen }: AuditTableProps) {
  const { t } = useTranslation();
  const { moment, zone } = useMoments();
  return (
    <RecordTable
      wraps
      caption={t("audit.title")}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { key: "at", title: t("audit.when", { zone }), cell: ({ at }) => moment(at) },
        {
          key: "what",
          title: t("audit.what"),
          cell: (entry) => (
            <button type="button" className={styles["open"]} onClick={() => onOpen(entry.id)}>
              {words.sentence(entry)}
            </button>
          ),
        },
        { key: "mark", title: "", cell: ({ action }) => <EntryMark action={action} /> },
        {
          key: "address",
          title: t("audit.address"),
          cell: ({ address }) =>
            address === null ? (
              t("audit.noAddress")
            ) : (
              <span className={styles["address"]}>{address}</span>
            ),
        },
      ]}
    />
  );
}

export function EntryMark({ action }: { readonly action: string }) {
  const { t } = useTranslation();
  const mark = markOf(action);
  if (mark === undefined) return null;
  return <Mark tone={mark === "refused" ? "bad" : "active"}>{t(`audit.marks.${mark}`)}</Mark>;
}
