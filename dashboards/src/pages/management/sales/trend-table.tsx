import { useTranslation } from "react-i18next";
import { barLengths, memberOf, type Cellset } from "../../../cube/cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { BarTable } from "../../../parts/bar-table.tsx";
import type { Step } from "./comparisons.ts";
import { useDrill } from "./drilling.tsx";

const COLUMNS = ["wonAmount", "winRate", "wonCount"] as const;

export interface TrendTableProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  readonly step: Step;
}

/** The figures of the trend, with those of last year where there are any. */
export function TrendTable({ cellset, question, step }: TrendTableProps) {
  const { t } = useTranslation();
  const drill = useDrill();
  const details = cellset.rows.filter((row) => row.kind === "DETAIL");
  const lengths = barLengths(details.map((row) => cellset.cell(row, "wonAmount")?.value));
  const isCompared = question.time?.compareTo !== undefined;
  return (
    <BarTable
      caption={t(`sales.trends.${step}`)}
      head={t(`sales.units.${step}`)}
      columns={[
        ...COLUMNS.map((key) => ({ key, title: t(`sales.${key}`) })),
        ...(isCompared ? [{ key: "lastYear", title: t("sales.wonLastYear") }] : []),
      ]}
      rows={cellset.rows.map((row) => {
        const member = memberOf(row);
        const caption = member?.caption ?? t("sales.total");
        return {
          key: String(row.ordinal),
          caption: member?.partial ? t("sales.toDate", { name: caption }) : caption,
          depth: 0,
          figures: [
            ...COLUMNS.map((measure) => {
              const cell = cellset.cell(row, measure);
              const measureTitle = t(`sales.${measure}`);
              const at = { question, cellset, row, measure, measureTitle, title: caption };
              return {
                formatted: cell?.formatted ?? "–",
                onOpen: cell?.value == null ? undefined : () => drill(at),
              };
            }),
            ...(isCompared
              ? [
                  {
                    formatted: cellset.cell(row, "wonAmount", "COMPARISON_VALUE")?.formatted ?? "–",
                  },
                ]
              : []),
          ],
          length: lengths[details.indexOf(row)],
          isTotal: row.kind !== "DETAIL",
        };
      })}
    />
  );
}
