import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AuditRowFragment } from "../../../gql/graphql.ts";
import { Facts } from "../../../parts/facts.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { kindOf } from "./actions.ts";
import styles from "./audit.module.css";
import { EntryMark } from "./audit-table.tsx";
import { ChangeTable } from "./change-table.tsx";
import { useMoments } from "./moments.ts";
import { referencesOf } from "./named-records.ts";
import { recordPage } from "./record-page.ts";
import { useEntryWords } from "./use-entry-words.ts";
import { useRecordNames } from "./use-record-names.ts";

export interface EntryDetailProps {
  readonly entry: AuditRowFragment;
  readonly onAbout: (about: string) => void;
}

/** Who, what, when, from where, by which request, and what changed. */
export function EntryDetail({ entry, onAbout }: EntryDetailProps) {
  const { t } = useTranslation();
  const { moment, zone } = useMoments();
  const nameOf = useRecordNames(referencesOf(entry));
  const words = useEntryWords(nameOf);
  const { recordId, requestId, address, principal } = entry;
  const code = (text: string | null) =>
    text === null ? "" : <span className={styles["code"]}>{text}</span>;
  return (
    <>
      <h2 className={styles["sentence"]}>{words.sentence(entry)}</h2>
      <EntryMark action={entry.action} />
      <Facts
        facts={[
          { name: t("audit.entry.when"), value: `${moment(entry.at)} (${zone})` },
          { name: t("audit.entry.who"), value: <Doer entry={entry} name={words.who(entry)} /> },
          {
            name: t("audit.entry.record"),
            value: recordId === null ? "" : <Subject entry={entry} name={words.what(entry)} />,
          },
          {
            name: t("audit.entry.address"),
            value: address === null ? t("audit.noAddress") : code(address),
          },
          { name: t("audit.entry.action"), value: code(`${entry.action} · ${principal}`) },
          { name: t("audit.entry.request"), value: code(requestId), wide: true },
        ]}
      />
      <div className={styles["ways"]}>
        {recordId === null ? null : (
          <Button size="small" onClick={() => onAbout(recordId)}>
            {t("audit.entry.sameRecord")}
          </Button>
        )}
        {requestId === null ? null : (
          <Button size="small" onClick={() => onAbout(requestId)}>
            {t("audit.entry.sameRequest")}
          </Button>
        )}
      </div>
      <ChangeTable entry={entry} nameOf={nameOf} />
    </>
  );
}

interface NamedProps {
  readonly entry: AuditRowFragment;
  readonly name: string;
}

function Doer({ entry: { user }, name }: NamedProps) {
  return <MaybeLink to={recordPage("user", user?.id ?? null, useViewer())}>{name}</MaybeLink>;
}

function Subject({ entry: { resource, recordId }, name }: NamedProps) {
  const { t } = useTranslation();
  const kind = kindOf(resource);
  return (
    <>
      {kind ? t(`audit.kind.${kind}`) : resource}{" "}
      <MaybeLink to={recordPage(resource, recordId, useViewer())}>{name}</MaybeLink>
    </>
  );
}

function MaybeLink({
  to,
  children,
}: {
  readonly to: string | undefined;
  readonly children: string;
}) {
  return to === undefined ? children : <Link to={to}>{children}</Link>;
}
