import { Tag } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCellset } from "../../../cube/use-cellset.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { FreshnessStamp } from "../../../parts/freshness-stamp.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { PeriodFilter } from "../../../parts/period-filter.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { RankingCard } from "./ranking-card.tsx";
import { salesQuestions } from "./sales-questions.ts";
import styles from "./sales.page.module.css";
import { SALES_VIEW } from "./sales-view.ts";
import { TrendCard } from "./trend-card.tsx";

/** What was won, how surely, when and by whom. */
export default function SalesPage() {
  const { t } = useTranslation();
  const { view, unread, change } = useViewState(SALES_VIEW);
  const questions = useMemo(() => salesQuestions(view), [view]);
  const keyFigures = useCellset(questions.keyFigures);
  const trend = useCellset(questions.trend);
  const byDepartment = useCellset(questions.byDepartment);
  const byPerson = useCellset(questions.byPerson);
  const freshness = keyFigures.data?.answer.freshness;
  const { department } = view;
  return (
    <>
      <PageHead
        title={t("sales.title")}
        note={freshness ? <FreshnessStamp freshness={freshness} /> : null}
      >
        {department ? (
          <Tag
            closable={{ "aria-label": t("filters.remove", { name: department.caption }) }}
            onClose={() => change({ department: undefined })}
          >
            {t("filters.department")}: {department.caption}
          </Tag>
        ) : null}
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
              {(cellset) => <KeyFigures cellset={cellset} />}
            </Answered>
          </Card>
        </div>
        <TrendCard query={trend} as={view.trendAs} onAs={(trendAs) => change({ trendAs })} />
        <RankingCard
          title={t("sales.byDepartment")}
          head={t("sales.department")}
          hint={t("sales.drillDepartment")}
          query={byDepartment}
          onPick={({ key, caption }) => change({ department: { key, caption } })}
        />
        <div className={styles["wide"]}>
          <RankingCard title={t("sales.byPerson")} head={t("sales.person")} query={byPerson} />
        </div>
      </div>
    </>
  );
}
