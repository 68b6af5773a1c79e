import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { cellsetOf } from "../../../cube/cellset.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import { CellsetDocument } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { FreshnessStamp } from "../../../parts/freshness-stamp.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { PeriodFilter } from "../../../parts/period-filter.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { PickedTags } from "./picked-tags.tsx";
import { Departments, People, Reasons } from "./rankings.tsx";
import { salesQuestions } from "./sales-questions.ts";
import styles from "./sales.page.module.css";
import { repick, SALES_VIEW, type Member, type PickName } from "./sales-view.ts";
import { TrendCard } from "./trend-card.tsx";

/** What was won, how surely, when, by whom and from whom; a name picked on one card narrows all. */
export default function SalesPage() {
  const { t } = useTranslation();
  const { view, unread, change } = useViewState(SALES_VIEW);
  const questions = useMemo(() => salesQuestions(view), [view]);
  const keyFigures = useCellset(questions.keyFigures);
  const lastYear = useAnswer(
    CellsetDocument,
    { input: questions.lastYear ?? questions.keyFigures },
    { enabled: questions.lastYear !== undefined, select: cellsetOf },
  );
  const trend = useCellset(questions.trend);
  const freshness = keyFigures.data?.answer.freshness;
  const pick = (name: PickName) => (member: Member) =>
    change({ picked: repick(view.picked, name, { key: member.key, caption: member.caption }) });
  return (
    <>
      <PageHead
        title={t("sales.title")}
        note={freshness ? <FreshnessStamp freshness={freshness} /> : null}
      >
        <PickedTags
          picked={view.picked}
          onRemove={(name) => change({ picked: repick(view.picked, name) })}
        />
        <PeriodFilter
          label={t("period.label")}
          period={view.period}
          onChange={(period) => change({ period })}
        />
      </PageHead>
      <UnreadNotice texts={unread} />
      <div className={styles["grid"]}>
        <div className={styles["wide"]}>
          <Card title={t("sales.keyFigures")}>
            <Answered query={keyFigures} skeleton={<Skeleton lines={1} height={56} />}>
              {(cellset) => (
                <KeyFigures
                  cellset={cellset}
                  lastYear={questions.lastYear ? lastYear.data : undefined}
                />
              )}
            </Answered>
          </Card>
        </div>
        <TrendCard query={trend} as={view.trendAs} onAs={(trendAs) => change({ trendAs })} />
        <Departments questions={questions} onPick={pick} />
        <People questions={questions} onPick={pick} />
        <Reasons questions={questions} onPick={pick} />
      </div>
    </>
  );
}
