import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../../lib/format.ts";
import styles from "./history.module.css";
import type { Opportunity } from "./opportunity.page.tsx";

interface Event {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly by: string;
  readonly reason: string | null;
}

/** Moves and changes in one line of time, the latest first. */
export function History({ opportunity }: { readonly opportunity: Opportunity }) {
  const { instant } = useFormats();
  return (
    <ol className={styles["line"]}>
      {useEvents(opportunity).map((event) => (
        <li key={event.id} className={styles["event"]}>
          <p>{event.text}</p>
          {event.reason ? <p>{event.reason}</p> : null}
          <p className={styles["when"]}>
            <time dateTime={event.at}>{instant(event.at)}</time> · {event.by}
          </p>
        </li>
      ))}
    </ol>
  );
}

function useEvents({ transitions, revisions }: Opportunity): readonly Event[] {
  const { t } = useTranslation();
  const byName = (by: { readonly displayName: string } | null) =>
    by?.displayName ?? t("opportunities.bySystem");
  const moves = transitions.map(({ id, at, by, reason, fromStatus, toStatus }): Event => {
    const to = t(`opportunities.statuses.${toStatus}`);
    const text = fromStatus
      ? t("opportunities.moved", { from: t(`opportunities.statuses.${fromStatus}`), to })
      : t("opportunities.created", { to });
    return { id, at, text, reason, by: byName(by) };
  });
  const changes = revisions.map(({ id, at, by, changes: changed }): Event => {
    const fields = fieldsOf(changed).map((field) => fieldName(t, field));
    const text = t("opportunities.changed", { fields: fields.join(", ") });
    return { id, at, text, reason: null, by: byName(by) };
  });
  return [...moves, ...changes].toSorted((one, other) => other.at.localeCompare(one.at));
}

function fieldsOf(changes: unknown): string[] {
  return typeof changes === "object" && changes !== null ? Object.keys(changes) : [];
}

const NAMED = [
  "title",
  "successRate",
  "description",
  "strategy",
  "estimatedAmount",
  "expectedCloseOn",
  "contactName",
  "contactPhone",
  "products",
  "assignee",
] as const;

/** A field the application has no name for keeps its own. */
function fieldName(t: TFunction, field: string): string {
  const known = NAMED.find((name) => name === field);
  if (known === undefined) return field;
  return t(known === "title" ? "opportunities.name" : `opportunities.${known}`);
}
