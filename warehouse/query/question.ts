import type {
  Attribution,
  Axis,
  CalendarKind,
  Consistency,
  EmptyMode,
  MemberOp,
  OthersMode,
  PartialPolicy,
  PeriodUnit,
  ShowAs,
  SortDir,
  TieMode,
  TopScope,
  TotalBasis,
  TotalPosition,
  Weekday,
} from "./names.ts";

/**
 * A question as data, field by field what `CubeQueryInput` of the API says. Nothing in it is trusted:
 * names come from the catalogue or are refused, values become bind parameters.
 * A field that is null, undefined or absent takes its default.
 */
type Maybe<T> = T | null | undefined;

export interface CubeQuestion {
  readonly cube: string;
  readonly measures: readonly MeasureSelect[];
  /** Outer to inner. */
  readonly rows?: Maybe<readonly AxisSpec[]>;
  readonly columns?: Maybe<readonly AxisSpec[]>;
  readonly measuresOn?: Maybe<Axis>;
  /** Before aggregation. */
  readonly filters?: Maybe<FilterGroup>;
  /** After aggregation. */
  readonly having?: Maybe<readonly MeasureFilter[]>;
  readonly segments?: Maybe<readonly string[]>;
  readonly time?: Maybe<TimeInput>;
  readonly totals?: Maybe<TotalsInput>;
  readonly calculations?: Maybe<readonly CalculationInput[]>;
  readonly nulls?: Maybe<NullPolicy>;
  readonly limits?: Maybe<LimitsInput>;
  readonly currency?: Maybe<string>;
  readonly locale?: Maybe<string>;
  /** An ISO instant. */
  readonly asOf?: Maybe<string>;
  readonly attribution?: Maybe<Attribution>;
  readonly consistency?: Maybe<Consistency>;
}

export interface AxisSpec {
  readonly item: AxisItem;
  readonly options?: Maybe<AxisOptions>;
}

/** Exactly one of them. */
export interface AxisItem {
  readonly level?: Maybe<LevelRef>;
  readonly hierarchy?: Maybe<HierarchyExpand>;
  readonly set?: Maybe<string>;
}

export interface LevelRef {
  readonly dimension: string;
  readonly hierarchy?: Maybe<string>;
  readonly level: string;
}

export interface HierarchyExpand {
  readonly dimension: string;
  readonly hierarchy?: Maybe<string>;
  readonly fromLevel?: Maybe<string>;
  readonly toLevel?: Maybe<string>;
  readonly expanded?: Maybe<readonly MemberPath[]>;
}

export interface MemberPath {
  readonly keys: readonly string[];
}

export interface AxisOptions {
  readonly topN?: Maybe<TopN>;
  readonly sort?: Maybe<SortInput>;
  readonly showEmpty?: Maybe<boolean>;
  readonly totals?: Maybe<boolean>;
}

export interface TopN {
  readonly n: number;
  readonly by: string;
  readonly order?: Maybe<SortDir>;
  readonly per?: Maybe<TopScope>;
  readonly others?: Maybe<OthersMode>;
  readonly ties?: Maybe<TieMode>;
}

/** Exactly one of them. */
export interface SortInput {
  readonly byMeasure?: Maybe<MeasureSort>;
  readonly byMember?: Maybe<MemberSort>;
}

export interface MeasureSort {
  readonly measure: string;
  readonly dir?: Maybe<SortDir>;
  readonly at?: Maybe<readonly MemberRef[]>;
  readonly acrossParents?: Maybe<boolean>;
}

export interface MemberSort {
  readonly property?: Maybe<string>;
  readonly dir?: Maybe<SortDir>;
}

export interface MemberRef extends LevelRef {
  readonly key: string;
}

export interface MeasureSelect {
  readonly measure: string;
  readonly as?: Maybe<string>;
  readonly show?: Maybe<readonly ShowAs[]>;
  readonly format?: Maybe<NumberFormatInput>;
}

export interface NumberFormatInput {
  readonly decimals?: Maybe<number>;
  readonly unit?: Maybe<string>;
  readonly percent?: Maybe<boolean>;
  readonly compact?: Maybe<boolean>;
}

export interface FilterGroup {
  readonly and?: Maybe<readonly FilterGroup[]>;
  readonly or?: Maybe<readonly FilterGroup[]>;
  readonly not?: Maybe<FilterGroup>;
  readonly test?: Maybe<MemberTest>;
}

export interface MemberTest {
  readonly dimension: string;
  readonly hierarchy?: Maybe<string>;
  readonly level?: Maybe<string>;
  readonly op: MemberOp;
  readonly members?: Maybe<readonly string[]>;
  readonly text?: Maybe<string>;
  readonly range?: Maybe<RangeInput>;
  readonly includeDescendants?: Maybe<boolean>;
}

export interface RangeInput {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly includeFrom?: Maybe<boolean>;
  readonly includeTo?: Maybe<boolean>;
}

export interface MeasureFilter {
  readonly measure: string;
  readonly op: MemberOp;
  readonly value?: Maybe<string>;
  readonly values?: Maybe<readonly string[]>;
  readonly level?: Maybe<LevelRef>;
}

export interface TimeInput {
  readonly dimension: string;
  readonly range: DateRangeInput;
  readonly compareTo?: Maybe<ComparisonInput>;
  readonly timeZone: string;
  readonly calendar?: Maybe<CalendarKind>;
  readonly weekStart?: Maybe<Weekday>;
  readonly partialPeriods?: Maybe<PartialPolicy>;
}

/** Exactly one of them. */
export interface DateRangeInput {
  readonly absolute?: Maybe<DateSpan>;
  readonly relative?: Maybe<RelativeRange>;
  readonly period?: Maybe<PeriodRef>;
}

/** Days, both inclusive. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/** `count` units that end with the one `offset` units from now; `toDate` cuts them at today. */
export interface RelativeRange {
  readonly unit: PeriodUnit;
  readonly count?: Maybe<number>;
  readonly offset?: Maybe<number>;
  readonly toDate?: Maybe<boolean>;
}

export interface PeriodRef {
  readonly unit: PeriodUnit;
  readonly key: string;
}

/** Exactly one of them. */
export interface ComparisonInput {
  readonly previousPeriod?: Maybe<boolean>;
  readonly samePeriodLastYear?: Maybe<boolean>;
  readonly custom?: Maybe<DateSpan>;
  readonly target?: Maybe<string>;
}

export interface TotalsInput {
  readonly grandRow?: Maybe<boolean>;
  readonly grandColumn?: Maybe<boolean>;
  /** Names of the levels on the axis whose members get a subtotal. */
  readonly rowSubtotals?: Maybe<readonly string[]>;
  readonly columnSubtotals?: Maybe<readonly string[]>;
  readonly position?: Maybe<TotalPosition>;
  readonly basis?: Maybe<TotalBasis>;
}

export interface CalculationInput {
  readonly name: string;
  readonly ratioOf?: Maybe<readonly string[]>;
  readonly sumOf?: Maybe<readonly string[]>;
  readonly differenceOf?: Maybe<readonly string[]>;
  readonly format?: Maybe<NumberFormatInput>;
}

export interface NullPolicy {
  readonly emptyRows?: Maybe<EmptyMode>;
  readonly emptyCells?: Maybe<EmptyMode>;
}

export interface LimitsInput {
  readonly maxRowMembers?: Maybe<number>;
  readonly maxColumnMembers?: Maybe<number>;
  readonly maxCells?: Maybe<number>;
  readonly timeoutMs?: Maybe<number>;
  readonly rowPage?: Maybe<PageInput>;
}

export interface PageInput {
  readonly first?: Maybe<number>;
  readonly after?: Maybe<string>;
}

export interface MemberSearch {
  readonly cube: string;
  readonly level: LevelRef;
  readonly parent?: Maybe<MemberPath>;
  readonly search?: Maybe<string>;
  readonly keys?: Maybe<readonly string[]>;
  readonly filters?: Maybe<FilterGroup>;
  readonly first?: Maybe<number>;
  readonly after?: Maybe<string>;
}

export interface DrillThrough {
  /** The token of the row position. */
  readonly row: string;
  /** The token of the column position; absent for the only column of an empty axis. */
  readonly column?: Maybe<string>;
  readonly measure: string;
  readonly columns?: Maybe<readonly string[]>;
  readonly sort?: Maybe<readonly MemberSort[]>;
}
