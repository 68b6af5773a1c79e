import { useTranslation } from "react-i18next";
import { OpportunityRecordDocument } from "../../../../gql/graphql.ts";
import { isPassing } from "../../../../lib/problem.ts";
import { useAnswer } from "../../../../lib/use-answer.ts";
import type { Meanwhile } from "../../../../parts/meanwhile-notice.tsx";
import { useViewer } from "../../../../session/use-session.ts";
import type { Opportunity } from "../opportunity.page.tsx";
import { isOffered, type Command } from "./moves.ts";
import { WhatChanged } from "./what-changed.tsx";

/**
 * What happened to an opportunity since a dialog about it was opened. Asks what the page behind asks, so it hears
 * of changes with it.
 */
export function useMeanwhile(opened: Opportunity, command: Command): Meanwhile | undefined {
  const { t } = useTranslation();
  const viewer = useViewer();
  const query = useAnswer(OpportunityRecordDocument, { id: opened.id });
  if (query.isError && !isPassing(query.error)) {
    return { title: t(`problems.${query.error.code}.title`), isPossible: false };
  }
  const now = query.data?.opportunity;
  if (!now) return undefined;
  const isPossible = isOffered(command, now, viewer);
  if (now.version === opened.version) {
    // The record is the same, so it is the reader's rights that are not.
    return isPossible ? undefined : { title: t("problems.FORBIDDEN.title"), isPossible };
  }
  return {
    version: now.version,
    title: t("live.changed"),
    what: <WhatChanged before={opened} now={now} />,
    isPossible,
  };
}
