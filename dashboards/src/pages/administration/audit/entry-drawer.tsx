import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { AuditRecordDocument, type AuditRecordQuery } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import { EntryDetail } from "./entry-detail.tsx";

export interface EntryDrawerProps {
  /** Undefined: closed. */
  readonly id: string | undefined;
  readonly onClose: () => void;
  /** Looks for everything that bears a number. */
  readonly onAbout: (about: string) => void;
}

/** One entry as a whole. It is asked for by itself, so that a link to it holds whatever the list shows. */
export function EntryDrawer({ id, onClose, onAbout }: EntryDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      destroyOnHidden
      size="min(720px, 92vw)"
      closable={{ "aria-label": t("audit.entry.close") }}
      title={t("audit.entry.title")}
    >
      {id === undefined ? null : <Entry key={id} id={id} onAbout={onAbout} />}
    </Drawer>
  );
}

interface EntryProps extends Pick<EntryDrawerProps, "onAbout"> {
  readonly id: string;
}

function Entry({ id, onAbout }: EntryProps) {
  const { t } = useTranslation();
  const query = useAnswer(AuditRecordDocument, { id }, { select: entriesOf });
  return (
    <Answered query={query} skeleton={<Skeleton lines={8} height={24} />}>
      {([entry]) =>
        entry ? (
          <EntryDetail entry={entry} onAbout={onAbout} />
        ) : (
          <StateMessage title={t("audit.entry.gone")} />
        )
      }
    </Answered>
  );
}

const entriesOf = ({ auditEntries }: AuditRecordQuery) =>
  auditEntries.edges.map(({ node }) => node);
