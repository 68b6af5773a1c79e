import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { barLengths, memberOf, type Cellset } from "../../../cube/cellset.ts";
import type { ShowAs } from "../../../gql/graphql.ts";
import type { Problem } from "../../../lib/problem.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BarTable, type BarRow } from "../../../parts/bar-table.tsx";
import { Card } from "../../../parts/card.tsx";
import { NothingHere } from "../../../parts/nothing-here.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import type { Member } from "./sales-view.ts";

/** A column of figures; the bars show the first one. */
export interface RankedFigure {
  readonly measure: string;
  readonly show?: ShowAs;
  readonly title: string;
}

export interface RankingCardProps {
  readonly title: string;
  readonly head: string;
  readonly hint?: string;
  readonly figures: readonly RankedFigure[];
  readonly query: UseQueryResult<Cellset, Problem>;
  /** Narrows the page to the member. */
  readonly onPick?: (member: Member) => void;
}

/** Who or what brought how much, in the order the server gives. */
export function RankingCard(props: RankingCardProps) {
  const { title, hint, query } = props;
  return (
    <Card title={title} hint={hint}>
      <Answered query={query} skeleton={<Skeleton lines={6} height={24} />}>
        {(cellset) => <Ranking {...props} cellset={cellset} />}
      </Answered>
    </Card>
  );
}

interface RankingProps extends RankingCardProps {
  readonly cellset: Cellset;
}

function Ranking({ title, head, figures, cellset, onPick }: RankingProps) {
  const { t } = useTranslation();
  const details = cellset.rows.filter((row) => row.kind !== "GRAND_TOTAL");
  if (details.length === 0) return <NothingHere />;
  const lengths = barLengths(
    details.map((row) => cellset.cell(row, figures[0]?.measure ?? "")?.value),
  );
  const least = Math.min(...details.map((row) => row.depth));
  const rows = cellset.rows.map((row): BarRow => {
    const isTotal = row.kind === "GRAND_TOTAL";
    return {
      key: memberOf(row)?.key ?? "total",
      caption: memberOf(row)?.caption ?? t("sales.total"),
      depth: isTotal ? 0 : row.depth - least,
      figures: figures.map(
        ({ measure, show }) => cellset.cell(row, measure, show)?.formatted ?? "–",
      ),
      length: lengths[details.indexOf(row)],
      isTotal,
    };
  });
  return (
    <BarTable
      caption={title}
      head={head}
      columns={figures.map((figure) => ({
        key: `${figure.measure}:${figure.show ?? "VALUE"}`,
        title: figure.title,
      }))}
      rows={rows}
      {...(onPick ? { pick: { label: (name: string) => t("sales.only", { name }), onPick } } : {})}
    />
  );
}
