import type { Cell, Cellset, Position } from "../../../warehouse/query/cellset.ts";
import type { CubeAccess, CubeContext } from "../../../warehouse/query/context.ts";
import type { AxisOptions, AxisSpec, CubeQuestion } from "../../../warehouse/query/question.ts";
import type { Engine } from "../../../warehouse/engine/engine.ts";

/** A minute after the warehouse of `given` was loaded. */
export const NOW = "2024-06-15T02:01:00Z";

export const EVERYTHING: CubeAccess = { owners: "all", hidden: new Set() };

export const contextOf = (engine: Engine, changes: Partial<CubeContext> = {}): CubeContext => ({
  engine,
  scope: EVERYTHING,
  locale: "en",
  now: new Date(NOW),
  timeZone: "Asia/Shanghai",
  currency: "CNY",
  fiscalStart: 1,
  tokenKey: "test key",
  ...changes,
});

export const level = (dimension: string, name = dimension, options?: AxisOptions): AxisSpec => ({
  item: { level: { dimension, level: name } },
  ...(options ? { options } : {}),
});

export const question = (
  measures: readonly string[],
  rows: readonly AxisSpec[] = [],
  rest: Partial<CubeQuestion> = {},
): CubeQuestion => ({
  cube: "opportunities",
  measures: measures.map((measure) => ({ measure })),
  rows,
  ...rest,
});

export const captions = ({ members }: Position): string =>
  members.map(({ caption }) => caption).join(" / ");

export const keysOf = ({ members }: Position): string => members.map(({ key }) => key).join(" / ");

/** `kind captions` of each row, for reading a whole axis at a glance. */
export const axisText = (positions: readonly Position[]): string[] =>
  positions.map((each) =>
    each.kind === "GRAND_TOTAL" ? "TOTAL" : `${each.kind} ${captions(each)}`,
  );

export const cellAt = (
  { cells }: Cellset,
  row: number,
  column: number,
  measure: string,
  show = "VALUE",
): Cell | undefined =>
  cells.find(
    (cell) =>
      cell.row === row && cell.column === column && cell.measure === measure && cell.show === show,
  );

/** Values by `row captions`, for answers with one column. */
export const byRow = (
  answer: Cellset,
  measure: string,
  show = "VALUE",
): Record<string, string | null> =>
  Object.fromEntries(
    answer.axes.rows.positions.map((position) => [
      position.kind === "GRAND_TOTAL" ? "TOTAL" : captions(position),
      cellAt(answer, position.ordinal, 0, measure, show)?.value ?? null,
    ]),
  );
