import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { barLengths, memberOf, type Cellset } from "../../../cube/cellset.ts";
import type { Problem } from "../../../lib/problem.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BarTable, type BarRow } from "../../../parts/bar-table.tsx";
import { Card } from "../../../parts/card.tsx";
import { NothingHere } from "../../../parts/nothing-here.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { RANKED_FIGURES } from "./sales-questions.ts";

export interface Member {
  readonly key: string;
  readonly caption: string;
}

export interface RankingCardProps {
  readonly title: string;
  readonly head: string;
  readonly hint?: string;
  readonly query: UseQueryResult<Cellset, Problem>;
  readonly onPick?: (member: Member) => void;
}

/** Who or which department brought how much, in the order the server gives. */
export function RankingCard({ title, head, hint, query, onPick }: RankingCardProps) {
  return (
    <Card title={title} hint={hint}>
      <Answered query={query} skeleton={<Skeleton lines={6} height={24} />}>
        {(cellset) => (
          <Ranking title={title} head={head} cellset={cellset} {...(onPick ? { onPick } : {})} />
        )}
      </Answered>
    </Card>
  );
}

interface RankingProps extends Pick<RankingCardProps, "title" | "head" | "onPick"> {
  readonly cellset: Cellset;
}

function Ranking({ title, head, cellset, onPick }: RankingProps) {
  const { t } = useTranslation();
  const details = cellset.rows.filter((row) => row.kind !== "GRAND_TOTAL");
  if (details.length === 0) return <NothingHere />;
  const lengths = barLengths(details.map((row) => cellset.cell(row, "wonAmount")?.value));
  const least = Math.min(...details.map((row) => row.depth));
  const rows = cellset.rows.map((row): BarRow => {
    const isTotal = row.kind === "GRAND_TOTAL";
    return {
      key: memberOf(row)?.key ?? "total",
      caption: memberOf(row)?.caption ?? t("sales.total"),
      depth: isTotal ? 0 : row.depth - least,
      figures: RANKED_FIGURES.map((measure) => cellset.cell(row, measure)?.formatted ?? "–"),
      length: lengths[details.indexOf(row)],
      isTotal,
    };
  });
  return (
    <BarTable
      caption={title}
      head={head}
      columns={RANKED_FIGURES.map((key) => ({ key, title: t(`sales.${key}`) }))}
      rows={rows}
      {...(onPick ? { pick: { label: (name: string) => t("sales.only", { name }), onPick } } : {})}
    />
  );
}
