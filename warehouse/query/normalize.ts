import type { CubeContext } from "./context.ts";
import type {
  Attribution,
  Axis,
  Consistency,
  EmptyMode,
  TotalBasis,
  TotalPosition,
} from "./names.ts";
import type {
  AxisSpec,
  CalculationInput,
  CubeQuestion,
  FilterGroup,
  MeasureFilter,
  MeasureSelect,
  PageInput,
  TimeInput,
} from "./question.ts";

/**
 * The question with every default written out: what is validated, hashed, and given back as
 * `normalized` for saved reports. Assumes nothing; checks nothing.
 */
export interface NormalQuestion {
  readonly cube: string;
  readonly measures: readonly MeasureSelect[];
  readonly rows: readonly AxisSpec[];
  readonly columns: readonly AxisSpec[];
  readonly measuresOn: Axis;
  readonly filters: FilterGroup | null;
  readonly having: readonly MeasureFilter[];
  readonly segments: readonly string[];
  readonly time: TimeInput | null;
  readonly totals: {
    readonly grandRow: boolean;
    readonly grandColumn: boolean;
    readonly rowSubtotals: readonly string[];
    readonly columnSubtotals: readonly string[];
    readonly position: TotalPosition;
    readonly basis: TotalBasis;
  };
  readonly calculations: readonly CalculationInput[];
  readonly nulls: { readonly emptyRows: EmptyMode; readonly emptyCells: EmptyMode };
  readonly limits: {
    readonly maxRowMembers: number;
    readonly maxColumnMembers: number;
    readonly maxCells: number;
    readonly timeoutMs: number;
    readonly rowPage: PageInput | null;
  };
  readonly currency: string | null;
  readonly locale: string;
  readonly asOf: string | null;
  readonly attribution: Attribution;
  readonly consistency: Consistency;
}

export function normalize(question: CubeQuestion, context: CubeContext): NormalQuestion {
  const { totals, nulls, limits } = question;
  return {
    cube: question.cube,
    measures: plain(question.measures),
    rows: plain(question.rows ?? []),
    columns: plain(question.columns ?? []),
    measuresOn: question.measuresOn ?? "COLUMNS",
    filters: plain(question.filters ?? null),
    having: plain(question.having ?? []),
    segments: plain(question.segments ?? []),
    time: plain(question.time ?? null),
    totals: {
      grandRow: totals?.grandRow ?? true,
      grandColumn: totals?.grandColumn ?? true,
      rowSubtotals: plain(totals?.rowSubtotals ?? []),
      columnSubtotals: plain(totals?.columnSubtotals ?? []),
      position: totals?.position ?? "AFTER",
      basis: totals?.basis ?? "ALL",
    },
    calculations: plain(question.calculations ?? []),
    nulls: {
      emptyRows: nulls?.emptyRows ?? "HIDE",
      emptyCells: nulls?.emptyCells ?? "NULL",
    },
    limits: {
      maxRowMembers: limits?.maxRowMembers ?? 1000,
      maxColumnMembers: limits?.maxColumnMembers ?? 200,
      maxCells: limits?.maxCells ?? 50_000,
      timeoutMs: limits?.timeoutMs ?? 15_000,
      rowPage: plain(limits?.rowPage ?? null),
    },
    currency: question.currency ?? null,
    locale: question.locale ?? context.locale,
    asOf: question.asOf ?? null,
    attribution: question.attribution ?? "AS_IS",
    consistency: question.consistency ?? "CACHED_OK",
  };
}

/** Plain JSON: class instances and absent fields of the transport fall away. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
