import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Cellset } from "../../../cube/cellset.ts";
import { barLengths, memberOf } from "../../../cube/cellset.ts";
import type { Problem } from "../../../lib/problem.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BarTable } from "../../../parts/bar-table.tsx";
import { Card } from "../../../parts/card.tsx";
import { IconButton } from "../../../parts/icon-button.tsx";
import { NothingHere } from "../../../parts/nothing-here.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";

/** Charts come after the figures: the library is the heaviest part of the page. */
const TrendChart = lazy(() => import("./trend-chart.tsx"));
const HEIGHT = 280;

export interface TrendCardProps {
  readonly query: UseQueryResult<Cellset, Problem>;
  readonly as: "chart" | "table";
  readonly onAs: (as: "chart" | "table") => void;
}

export function TrendCard({ query, as, onAs }: TrendCardProps) {
  const { t } = useTranslation();
  const other = as === "chart" ? "table" : "chart";
  return (
    <Card
      title={t("sales.trend")}
      tools={
        <IconButton
          size="small"
          icon={other}
          label={t(other === "table" ? "charts.asTable" : "charts.asChart")}
          onClick={() => onAs(other)}
        />
      }
    >
      <Answered query={query} skeleton={<Skeleton lines={1} height={HEIGHT} />}>
        {(cellset) => <Trend cellset={cellset} as={as} />}
      </Answered>
    </Card>
  );
}

function Trend({ cellset, as }: { readonly cellset: Cellset; readonly as: "chart" | "table" }) {
  const months = cellset.rows.filter((row) => row.kind === "DETAIL");
  if (months.length === 0) return <NothingHere />;
  if (as === "table") return <TrendTable cellset={cellset} />;
  return (
    <Suspense fallback={<Skeleton lines={1} height={HEIGHT} />}>
      <TrendChart cellset={cellset} months={months} height={HEIGHT} />
    </Suspense>
  );
}

const COLUMNS = ["wonAmount", "winRate", "wonCount"] as const;

function TrendTable({ cellset }: { readonly cellset: Cellset }) {
  const { t } = useTranslation();
  const details = cellset.rows.filter((row) => row.kind === "DETAIL");
  const lengths = barLengths(details.map((row) => cellset.cell(row, "wonAmount")?.value));
  return (
    <BarTable
      caption={t("sales.trend")}
      head={t("sales.month")}
      columns={COLUMNS.map((key) => ({ key, title: t(`sales.${key}`) }))}
      rows={cellset.rows.map((row) => ({
        key: String(row.ordinal),
        caption: memberOf(row)?.caption ?? t("sales.total"),
        depth: 0,
        figures: COLUMNS.map((measure) => cellset.cell(row, measure)?.formatted ?? "–"),
        length: lengths[details.indexOf(row)],
        isTotal: row.kind !== "DETAIL",
      }))}
    />
  );
}
