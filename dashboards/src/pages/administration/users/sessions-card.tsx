import { Button } from "antd";
import { useTranslation } from "react-i18next";
import {
  EndUserSessionDocument,
  EndUserSessionsDocument,
  UserSessionsDocument,
} from "../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { usePlainCommand } from "../../../lib/use-command.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { Refused } from "../../../parts/refused.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";

/** Where somebody is signed in, and how that ends. */
export function SessionsCard({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const query = useAnswer(UserSessionsDocument, { userId });
  const end = usePlainCommand(EndUserSessionDocument);
  const endAll = usePlainCommand(EndUserSessionsDocument);
  const problem = end.error ?? endAll.error;
  const hasSessions = (query.data?.userSessions.length ?? 0) > 0;
  return (
    <Card
      title={t("users.sessions")}
      tools={
        hasSessions ? (
          <Button
            size="small"
            danger
            loading={endAll.isPending}
            onClick={() => endAll.mutate({ userId })}
          >
            {t("users.endAll")}
          </Button>
        ) : null
      }
    >
      {problem ? <Refused problem={problem} /> : null}
      <Answered query={query} skeleton={<Skeleton lines={2} height={28} />}>
        {({ userSessions }) =>
          userSessions.length === 0 ? (
            <p style={{ color: "var(--text-secondary)" }}>{t("users.noSessions")}</p>
          ) : (
            <RecordTable
              caption={t("users.sessions")}
              rows={userSessions}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: "device",
                  title: t("users.device"),
                  cell: ({ device, userAgent, current }) => (
                    <span title={userAgent ?? ""}>
                      {device || t("users.unknownDevice")}
                      {current ? ` · ${t("users.thisSession")}` : ""}
                    </span>
                  ),
                },
                {
                  key: "address",
                  title: t("users.address"),
                  cell: ({ address }) => address ?? ABSENT,
                },
                {
                  key: "since",
                  title: t("users.since"),
                  cell: ({ createdAt }) => instant(createdAt),
                },
                {
                  key: "lastUsed",
                  title: t("users.lastUsed"),
                  cell: ({ lastUsedAt }) => instant(lastUsedAt),
                },
                {
                  key: "end",
                  title: "",
                  align: "right",
                  cell: ({ id, device }) => (
                    <Button
                      size="small"
                      aria-label={t("users.endOf", {
                        device: device || t("users.unknownDevice"),
                      })}
                      loading={end.isPending && end.variables.id === id}
                      onClick={() => end.mutate({ id })}
                    >
                      {t("users.end")}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  );
}
