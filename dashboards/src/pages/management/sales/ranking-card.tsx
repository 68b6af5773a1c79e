import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { barLengths, memberOf, type Cellset, type Position } from "../../../cube/cellset.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import type { CubeQueryInput, ShowAs } from "../../../gql/graphql.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BarTable, type BarRow } from "../../../parts/bar-table.tsx";
import { Card } from "../../../parts/card.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { treeRows } from "./department-tree.ts";
import { useDrill } from "./drilling.tsx";
import { NoRows } from "./no-rows.tsx";

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
  readonly tools?: ReactNode;
  readonly figures: readonly RankedFigure[];
  readonly question: CubeQueryInput;
  /** False: wait, the question may still change. */
  readonly isReady: boolean;
  /** Narrows the page to the member. */
  readonly onPick?: (key: string) => void;
  /** A tree opens in place: which of its members are not as they usually are. */
  readonly tree?: {
    readonly turned: readonly string[];
    readonly onTurn: (key: string) => void;
  };
}

/** Who or what brought how much, in the order the server gives. */
export function RankingCard(props: RankingCardProps) {
  const { title, hint, tools, question, isReady } = props;
  const query = useCellset(question, { enabled: isReady });
  return (
    <Card title={title} hint={hint} tools={tools}>
      <Answered query={query} skeleton={<Skeleton lines={6} height={24} />}>
        {(cellset) => <Ranking {...props} cellset={cellset} />}
      </Answered>
    </Card>
  );
}

interface RankingProps extends RankingCardProps {
  readonly cellset: Cellset;
}

function Ranking({ title, head, figures, question, cellset, onPick, tree }: RankingProps) {
  const { t } = useTranslation();
  const drill = useDrill();
  const details = cellset.rows.filter((row) => row.kind !== "GRAND_TOTAL");
  if (details.length === 0) return <NoRows />;
  const lengths = barLengths(
    details.map((row) => cellset.cell(row, figures[0]?.measure ?? "")?.value),
  );
  const least = Math.min(...details.map((row) => row.depth));
  const open = new Map(
    tree ? treeRows(details, tree.turned).map(({ row, isOpen }) => [row, isOpen]) : [],
  );
  const barRow = (row: Position): BarRow => {
    const member = memberOf(row);
    const isTotal = row.kind === "GRAND_TOTAL";
    const caption = member?.caption ?? t("sales.total");
    const isOpen = open.get(row);
    return {
      key: member?.key ?? "total",
      caption,
      depth: isTotal ? 0 : row.depth - least,
      figures: figures.map(({ measure, show, title: measureTitle }) => {
        const cell = cellset.cell(row, measure, show);
        const at = { question, cellset, row, measure, measureTitle, title: caption };
        return {
          formatted: cell?.formatted ?? "–",
          onOpen: cell?.value == null ? undefined : () => drill(at),
        };
      }),
      length: lengths[details.indexOf(row)],
      isTotal,
      ...(tree && isOpen !== undefined
        ? {
            opening: {
              isOpen,
              label: t(isOpen ? "sales.close" : "sales.open", { name: caption }),
              turn: () => tree.onTurn(member?.key ?? ""),
            },
          }
        : {}),
    };
  };
  return (
    <BarTable
      caption={title}
      head={head}
      columns={figures.map((figure) => ({
        key: `${figure.measure}:${figure.show ?? "VALUE"}`,
        title: figure.title,
      }))}
      rows={cellset.rows.filter((row) => !tree || open.has(row)).map(barRow)}
      {...(onPick
        ? {
            pick: {
              label: (name: string) => t("sales.only", { name }),
              onPick: ({ key }: BarRow) => onPick(key),
            },
          }
        : {})}
    />
  );
}
