import type { MatrixPositionFragment, ShowAs } from "../gql/graphql.ts";
import { openingAt, type Hierarchies, type Opening } from "./opening.ts";
import { keyOf } from "./position-key.ts";

/** What stands above a column at one line. Columns with equal keys share one head. */
export interface ColumnHead {
  readonly key: string;
  readonly title: string;
  readonly opening: Opening | undefined;
}

/** A column as it is drawn: its heads from the outermost line in, then the figure. */
export interface PivotColumn {
  readonly key: string;
  readonly heads: readonly ColumnHead[];
  /** The figure's name and how it is shown. */
  readonly figure: string;
  /** With what it stands under: `2017 / Q1`. */
  readonly title: string;
  readonly isTotal: boolean;
  /** Whether rows can be ordered by it. */
  readonly isSortable: boolean;
  readonly measure: string;
  readonly measureTitle: string;
  readonly token: string | null;
}

export interface ColumnSetting {
  readonly hierarchies: Hierarchies;
  readonly total: string;
  /** How a form other than the value itself is called. */
  readonly showName: (show: ShowAs) => string;
}

interface Header {
  readonly measure: string;
  readonly title: string;
  readonly show: ShowAs;
}

/** One column for each position and figure. */
export function columnsOf(
  positions: readonly MatrixPositionFragment[],
  measures: readonly Header[],
  { hierarchies, total, showName }: ColumnSetting,
): PivotColumn[] {
  const lines = hierarchies.length;
  return positions.flatMap((position) => {
    const { members, kind, drill } = position;
    const isTotal = kind === "GRAND_TOTAL" || kind === "SUBTOTAL";
    const heads = Array.from({ length: lines }, (_, line): ColumnHead => {
      const key = `${keyOf({ members: members.slice(0, line + 1) })}${isTotal ? "+" : ""}`;
      const afterLast = isTotal && line === members.length ? total : "";
      const title = members[line]?.caption ?? afterLast;
      return { key, title, opening: openingAt(position, line, hierarchies) };
    });
    const title = members.map(({ caption }) => caption).join(" / ") || (lines > 0 ? total : "");
    return measures.map(({ measure, title: measureTitle, show }): PivotColumn => ({
      key: `${keyOf(position)}:${measure}:${show}`,
      heads,
      figure: show === "VALUE" ? measureTitle : `${measureTitle} · ${showName(show)}`,
      title,
      isTotal: isTotal && lines > 0,
      isSortable: show === "VALUE" && members.every(({ path }) => path.length === 1),
      measure,
      measureTitle,
      token: drill.through,
    }));
  });
}
