import { useTranslation } from "react-i18next";
import { ABSENT, useFormats } from "../../../../lib/format.ts";
import { useOpportunityFacts } from "../opportunity-facts.tsx";
import type { Opportunity } from "../opportunity.page.tsx";

export interface WhatChangedProps {
  readonly before: Opportunity;
  readonly now: Opportunity;
}

/** The facts that differ, as the page words them, and who changed them when. */
export function WhatChanged({ before, now }: WhatChangedProps) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const former = new Map(useOpportunityFacts(before).map(({ name, value }) => [name, value]));
  const status = (of: Opportunity) => t(`opportunities.statuses.${of.status}`);
  const changes = [
    { name: t("opportunities.name"), from: before.title, to: now.title },
    { name: t("opportunities.status"), from: status(before), to: status(now) },
    ...useOpportunityFacts(now).flatMap(({ name, value, wide }) => {
      const from = former.get(name) ?? null;
      const isText = [from, value].every((each) => each === null || typeof each === "string");
      return isText && !wide ? [{ name, from, to: value }] : [];
    }),
  ].filter(({ from, to }) => from !== to);
  const latest = latestOf(now);
  return (
    <>
      <ul>
        {changes.map(({ name, from, to }) => (
          <li key={name}>{t("live.fact", { name, from: from ?? ABSENT, to: to ?? ABSENT })}</li>
        ))}
      </ul>
      {latest ? (
        <p>
          {latest.by?.displayName ?? t("opportunities.bySystem")} · {instant(latest.at)}
        </p>
      ) : null}
    </>
  );
}

function latestOf({ transitions, revisions }: Opportunity) {
  return [...transitions, ...revisions]
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .at(-1);
}
