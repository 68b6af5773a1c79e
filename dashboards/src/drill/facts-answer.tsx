import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import { Answered } from "../parts/answered.tsx";
import { MoreRows } from "../parts/more-rows.tsx";
import { ProblemMessage } from "../parts/problem-message.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { StateMessage } from "../parts/state-message.tsx";
import styles from "./drill-drawer.module.css";
import type { DrillTarget } from "./drill-target.ts";
import { FactTable } from "./fact-table.tsx";
import { useFacts } from "./use-facts.ts";

/** How many records there are, what they make up, and the records. */
export function FactsAnswer({ target }: { readonly target: DrillTarget }) {
  const { t } = useTranslation();
  const { row, column, measure } = target;
  const query = useFacts({ row, measure, ...(column === undefined ? {} : { column }) });
  if (query.isError && query.data === undefined) return <Refused problem={query.error} />;
  return (
    <Answered query={query} skeleton={<Skeleton lines={8} height={24} />}>
      {(facts) =>
        facts === undefined || facts.totalCount === 0 ? (
          <StateMessage title={t("drill.none")} />
        ) : (
          <>
            <p role="status" className={styles["made"]}>
              {t("drill.made", {
                count: facts.totalCount,
                measure: target.measureTitle,
                formatted: facts.formatted,
              })}
              {facts.matchesCell ? ` · ${t("drill.matches")}` : null}
            </p>
            {facts.matchesCell ? null : (
              <Alert type="warning" showIcon title={t("drill.differs")} />
            )}
            <FactTable facts={facts} />
            <MoreRows
              shown={facts.rows.length}
              total={facts.totalCount}
              hasMore={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )
      }
    </Answered>
  );
}

/** Seeing a sum does not mean seeing its parts; a token outlives neither the server's key nor a reload. */
function Refused({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  if (problem.code === "FORBIDDEN") {
    return <StateMessage urgent title={t("drill.refused")} advice={t("drill.refusedHint")} />;
  }
  if (problem.code === "INVALID_INPUT") {
    const detail = problem.issues.map(({ message }) => message).join(" · ");
    return (
      <StateMessage
        urgent
        title={t("drill.expired")}
        advice={t("drill.expiredHint")}
        detail={detail}
      />
    );
  }
  return <ProblemMessage problem={problem} />;
}
