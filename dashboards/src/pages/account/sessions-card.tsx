import { Button } from "antd";
import { useTranslation } from "react-i18next";
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  OwnSessionsDocument,
  type OwnSessionFragment,
} from "../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../lib/format.ts";
import { useAnswer } from "../../lib/use-answer.ts";
import { usePlainCommand } from "../../lib/use-command.ts";
import { Answered } from "../../parts/answered.tsx";
import { Card } from "../../parts/card.tsx";
import { CommandDialog } from "../../parts/command-dialog.tsx";
import { useDialogs } from "../../parts/dialog-host.tsx";
import { Mark } from "../../parts/mark.tsx";
import { RecordTable } from "../../parts/record-table.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";

/** The devices on which one is signed in, each of which can be signed out from here. */
export function SessionsCard() {
  const { t } = useTranslation();
  const show = useDialogs();
  const query = useAnswer(OwnSessionsDocument, {}, { select: ({ sessions }) => sessions });
  const others = query.data?.filter(({ current }) => !current) ?? [];
  return (
    <Card
      title={t("account.sessions.title")}
      hint={t("account.sessions.hint")}
      tools={
        others.length > 0 ? (
          <Button size="small" onClick={() => show((close) => <EndOthersDialog onClose={close} />)}>
            {t("account.sessions.endOthers")}
          </Button>
        ) : null
      }
    >
      <Answered query={query} skeleton={<Skeleton lines={3} height={28} />}>
        {(sessions) => <SessionTable sessions={sessions} />}
      </Answered>
    </Card>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly OwnSessionFragment[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const show = useDialogs();
  return (
    <RecordTable<OwnSessionFragment, never>
      caption={t("account.sessions.title")}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "device",
          title: t("account.sessions.device"),
          cell: ({ device, userAgent }) => (
            <span title={userAgent ?? ""}>{device || t("account.sessions.unknown")}</span>
          ),
        },
        {
          key: "address",
          title: t("account.sessions.address"),
          cell: ({ address }) => address ?? ABSENT,
        },
        {
          key: "since",
          title: t("account.sessions.since"),
          cell: ({ createdAt }) => formats.instant(createdAt),
        },
        {
          key: "lastSeen",
          title: t("account.sessions.lastSeen"),
          cell: ({ lastUsedAt }) => formats.instant(lastUsedAt),
        },
        {
          key: "end",
          title: "",
          align: "right",
          cell: (session) =>
            session.current ? (
              <Mark tone="good">{t("account.sessions.current")}</Mark>
            ) : (
              <Button
                size="small"
                onClick={() =>
                  show((close) => <EndSessionDialog session={session} onClose={close} />)
                }
              >
                {t("account.sessions.end")}
              </Button>
            ),
        },
      ]}
    />
  );
}

interface EndSessionDialogProps {
  readonly session: OwnSessionFragment;
  readonly onClose: () => void;
}

function EndSessionDialog({ session, onClose }: EndSessionDialogProps) {
  const { t } = useTranslation();
  const end = usePlainCommand(EndSessionDocument);
  const device = session.device || t("account.sessions.unknown");
  return (
    <CommandDialog
      danger
      title={t("account.sessions.endOne", { device })}
      verb={t("account.sessions.end")}
      onSubmit={() => end.mutateAsync({ id: session.id })}
      onClose={onClose}
    >
      <p>{t("account.sessions.endWarning")}</p>
    </CommandDialog>
  );
}

function EndOthersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const end = usePlainCommand(EndOtherSessionsDocument);
  return (
    <CommandDialog
      danger
      title={t("account.sessions.endOthers")}
      verb={t("account.sessions.end")}
      onSubmit={() => end.mutateAsync({})}
      onClose={onClose}
    >
      <p>{t("account.sessions.endOthersWarning")}</p>
    </CommandDialog>
  );
}
