import { inLocale } from "../../schema/kernel/text.ts";
import type { Arranged } from "./arrange.ts";
import type { Cell, CellMatrix, Position, ResultMeasure } from "./cellset.ts";
import type { Figure, Figures } from "./cells.ts";
import { additivityOf } from "./describe.ts";
import { formatter, type Formatter } from "./format.ts";
import type { Axis, CellStatus, ShowAs } from "./names.ts";
import type { Header, ValidQuestion } from "./resolved.ts";
import type { ShownCells } from "./show-cells.ts";

/*
 * Pass: cells. Assumes numbered positions. Gives each (row, column, header) its value as the engine
 * has it, a text for people and a status.
 */

/** One column of figures a position: a measure in one form. */
export interface ShownHeader {
  readonly header: Header;
  readonly show: ShowAs;
  readonly formatter: Formatter;
}

const FRACTIONS: ReadonlySet<ShowAs> = new Set([
  "PCT_OF_TOTAL",
  "PCT_OF_ROW",
  "PCT_OF_COLUMN",
  "PCT_OF_PARENT",
  "PCT_DIFF_PREVIOUS",
  "COMPARISON_PCT",
]);

export const shownHeaders = ({ headers, locale }: ValidQuestion, currency: string): ShownHeader[] =>
  headers.flatMap((header) =>
    header.shows.map((show) => {
      const { unit } = header.measure;
      // A share is a fraction and a rank a number, whatever the measure is; the question's format is for values.
      const own = FRACTIONS.has(show) ? "fraction" : show === "RANK" ? "count" : unit;
      const format = own === unit ? header.format : {};
      return { header, show, formatter: formatter(own, format, currency, locale) };
    }),
  );

export const resultMeasures = (
  headers: readonly ShownHeader[],
  { locale }: ValidQuestion,
): ResultMeasure[] =>
  headers.map(({ header: { measure, name }, show, formatter: { format } }) => ({
    measure: name,
    title: inLocale(measure.title, locale),
    show,
    format,
    additivity: additivityOf(measure),
  }));

export interface PresentSetting {
  readonly rows: readonly Arranged[];
  readonly columns: readonly Arranged[];
  readonly rowPositions: readonly Position[];
  readonly columnPositions: readonly Position[];
  readonly headers: readonly ShownHeader[];
  readonly cells: ShownCells;
  readonly figures: Figures;
  /** Additive measures show 0 where no fact is. */
  readonly zero: boolean;
}

export function presentCells(setting: PresentSetting): Cell[] {
  const out: Cell[] = [];
  setting.rows.forEach((row, rowOrdinal) => {
    setting.columns.forEach((column, columnOrdinal) => {
      // Two details without a fact have no cell; totals answer always, if only that there is no data.
      const detailed = row.kind === "detail" && column.kind === "detail";
      if (detailed && !setting.zero && !setting.figures.exists(row.place, column.place)) return;
      const partial =
        isPartial(setting.rowPositions[rowOrdinal]) ||
        isPartial(setting.columnPositions[columnOrdinal]);
      for (const { header, show, formatter: format } of setting.headers) {
        const figure = zeroed(
          setting,
          header,
          show,
          setting.cells.figure(row, column, header.measure, show),
        );
        out.push({
          row: rowOrdinal,
          column: columnOrdinal,
          measure: header.name,
          show,
          value: figure.value,
          formatted: format.text(figure),
          status: partial && figure.status === "OK" ? "PARTIAL_PERIOD" : figure.status,
        });
      }
    });
  });
  return out;
}

const isPartial = (position: Position | undefined): boolean =>
  position?.members.some(({ partial }) => partial) ?? false;

function zeroed({ zero }: PresentSetting, header: Header, show: ShowAs, figure: Figure): Figure {
  const fills = zero && show === "VALUE" && additivityOf(header.measure) === "ADDITIVE";
  return fills && figure.status === "NO_DATA"
    ? { value: "0", currency: null, status: "OK" }
    : figure;
}

/**
 * The same cells as a dense matrix: a line a row and in it headers within columns, or, with the
 * measures on rows, headers within rows and an entry a column. What has no cell is null and NO_DATA.
 */
export function gridOf(
  cells: readonly Cell[],
  rows: number,
  columns: number,
  headers: readonly ShownHeader[],
  measuresOn: Axis,
): CellMatrix {
  const onRows = measuresOn === "ROWS";
  const count = headers.length;
  const [height, width] = onRows ? [rows * count, columns] : [rows, columns * count];
  const table = <T>(fill: T): T[][] =>
    Array.from({ length: height }, () => Array.from({ length: width }, () => fill));
  const values = table<string | null>(null);
  const formatted = table<string | null>(null);
  const status = table<CellStatus>("NO_DATA");
  const place = new Map(headers.map(({ header, show }, at) => [`${header.name} ${show}`, at]));
  for (const cell of cells) {
    const header = place.get(`${cell.measure} ${cell.show}`) ?? 0;
    const line = onRows ? cell.row * count + header : cell.row;
    const at = onRows ? cell.column : cell.column * count + header;
    const [numbers, texts, states] = [values[line], formatted[line], status[line]];
    if (!numbers || !texts || !states) continue;
    numbers[at] = cell.value;
    texts[at] = cell.formatted;
    states[at] = cell.status;
  }
  return { values, formatted, status };
}
