import { useCellset } from "../../../cube/use-cellset.ts";
import { Stack } from "../../../parts/stack.tsx";
import { stepsOf } from "./comparisons.ts";
import { EmptyNotice } from "./empty-notice.tsx";
import { FunnelCard } from "./funnel-card.tsx";
import { KeyFiguresCard } from "./key-figures-card.tsx";
import { Customers, Departments, People, Pipeline, Reasons } from "./rankings.tsx";
import { salesQuestions } from "./sales-questions.ts";
import styles from "./sales.page.module.css";
import { repick, type PickName, type SalesView } from "./sales-view.ts";
import { TrendCard } from "./trend-card.tsx";

export interface SalesCardsProps {
  readonly view: SalesView;
  /** False while it is asked who the picks of the address are. */
  readonly isReady: boolean;
  readonly change: (part: Partial<SalesView>) => void;
}

export function SalesCards({ view, isReady, change }: SalesCardsProps) {
  const questions = salesQuestions(view);
  const keyFigures = useCellset(questions.keyFigures, { enabled: isReady });
  const [whole] = keyFigures.data?.rows ?? [];
  const figure = (measure: string) => whole && keyFigures.data?.cell(whole, measure)?.value;
  const isCurrent = keyFigures.isSuccess && !keyFigures.isPlaceholderData;
  const nothingClosed = isCurrent && ["wonCount", "lostCount"].every((one) => isNone(figure(one)));
  const common = { questions, isReady };
  const pick = (name: PickName) => (key: string) =>
    change({ picked: repick(view.picked, name, [key]) });
  const turn = (key: string) =>
    change({
      turned: view.turned.includes(key)
        ? view.turned.filter((one) => one !== key)
        : [...view.turned, key],
    });
  return (
    <>
      {nothingClosed ? <EmptyNotice picked={view.picked} change={change} /> : null}
      <div className={styles["grid"]}>
        <div className={styles["wide"]}>
          <KeyFiguresCard {...common} view={view} query={keyFigures} />
        </div>
        <Stack>
          <TrendCard
            question={questions.trend}
            isReady={isReady}
            step={stepsOf(view.period).level}
            as={view.trendAs}
            onAs={(trendAs) => change({ trendAs })}
          />
          <Departments {...common} onPick={pick} turned={view.turned} onTurn={turn} />
          <People {...common} onPick={pick} />
          <Reasons {...common} />
        </Stack>
        <Stack>
          <FunnelCard
            question={questions.funnel}
            isReady={isReady}
            as={view.funnelAs}
            onAs={(funnelAs) => change({ funnelAs })}
          />
          <Pipeline {...common} />
          <Customers {...common} onPick={pick} />
        </Stack>
      </div>
    </>
  );
}

const isNone = (value: string | null | undefined) => value == null || value === "0";
