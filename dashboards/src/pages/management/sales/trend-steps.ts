import { memberOf, type Cellset, type Position } from "../../../cube/cellset.ts";
import type { ShowAs } from "../../../gql/graphql.ts";
import { SHORT_WON_AMOUNT } from "./sales-questions.ts";

/** A figure as it is drawn: how high, and in the server's words. */
export interface DrawnFigure {
  /** Null: there is none. */
  readonly height: number | null;
  readonly formatted: string;
}

/** One step of the axis of time. */
export interface TrendStep {
  readonly row: Position;
  readonly name: string;
  /** Still running or cut off: its figures are not those of a whole step. */
  readonly isPartial: boolean;
  readonly amount: DrawnFigure & { readonly short: string };
  readonly lastYear: DrawnFigure;
  readonly rate: DrawnFigure;
}

export function trendSteps(cellset: Cellset, rows: readonly Position[]): TrendStep[] {
  return rows.map((row) => {
    const figure = (measure: string, show?: ShowAs): DrawnFigure => {
      const cell = cellset.cell(row, measure, show);
      const height = cell?.value == null ? null : Number(cell.value);
      return { height, formatted: cell?.formatted ?? "" };
    };
    const short = cellset.cell(row, SHORT_WON_AMOUNT);
    return {
      row,
      name: memberOf(row)?.caption ?? "",
      isPartial: memberOf(row)?.partial ?? false,
      amount: { ...figure("wonAmount"), short: short?.value == null ? "" : short.formatted },
      lastYear: figure("wonAmount", "COMPARISON_VALUE"),
      rate: figure("winRate"),
    };
  });
}
