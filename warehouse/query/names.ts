/** The enumerations of the published OLAP API, once: types, validation and GraphQL derive from them. */
export const AGGREGATIONS = [
  "SUM",
  "COUNT",
  "COUNT_DISTINCT",
  "MIN",
  "MAX",
  "AVG",
  "PERCENTILE",
  "RATIO",
  "CALCULATED",
  "CONVERSION",
  "SNAPSHOT_FIRST",
  "SNAPSHOT_LAST",
  "SNAPSHOT_AVG",
] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const ADDITIVITIES = ["ADDITIVE", "SEMI_ADDITIVE", "NON_ADDITIVE"] as const;
export type Additivity = (typeof ADDITIVITIES)[number];

export const DIMENSION_KINDS = ["REGULAR", "TIME", "PARENT_CHILD", "DEGENERATE", "JUNK"] as const;
export type DimensionKind = (typeof DIMENSION_KINDS)[number];

export const SHOW_AS = [
  "VALUE",
  "PCT_OF_TOTAL",
  "PCT_OF_ROW",
  "PCT_OF_COLUMN",
  "PCT_OF_PARENT",
  "RUNNING_TOTAL",
  "RANK",
  "DIFF_PREVIOUS",
  "PCT_DIFF_PREVIOUS",
  "COMPARISON_VALUE",
  "COMPARISON_DELTA",
  "COMPARISON_PCT",
] as const;
export type ShowAs = (typeof SHOW_AS)[number];

export const ATTRIBUTIONS = ["AS_IS", "AS_WAS"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

export const AXES = ["ROWS", "COLUMNS"] as const;
export type Axis = (typeof AXES)[number];

export const SORT_DIRECTIONS = ["ASC", "DESC"] as const;
export type SortDir = (typeof SORT_DIRECTIONS)[number];

export const TOP_SCOPES = ["PARENT", "AXIS"] as const;
export type TopScope = (typeof TOP_SCOPES)[number];

export const OTHERS_MODES = ["SHOW", "HIDE"] as const;
export type OthersMode = (typeof OTHERS_MODES)[number];

export const TIE_MODES = ["INCLUDE", "BREAK_BY_CAPTION"] as const;
export type TieMode = (typeof TIE_MODES)[number];

export const CONSISTENCIES = ["CACHED_OK", "FRESH"] as const;
export type Consistency = (typeof CONSISTENCIES)[number];

export const WEEKDAYS = ["MONDAY", "SUNDAY"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const CALENDAR_KINDS = ["GREGORIAN", "ISO_WEEK", "FISCAL"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export const PARTIAL_POLICIES = ["MARK", "EXCLUDE", "COMPARE_TO_DATE"] as const;
export type PartialPolicy = (typeof PARTIAL_POLICIES)[number];

export const EMPTY_MODES = ["HIDE", "SHOW", "NULL", "ZERO"] as const;
export type EmptyMode = (typeof EMPTY_MODES)[number];

export const MEMBER_OPS = [
  "IN",
  "NOT_IN",
  "EQ",
  "NE",
  "LT",
  "LTE",
  "GT",
  "GTE",
  "BETWEEN",
  "CONTAINS",
  "STARTS_WITH",
  "IS_UNKNOWN",
  "IS_KNOWN",
] as const;
export type MemberOp = (typeof MEMBER_OPS)[number];

export const TOTAL_POSITIONS = ["BEFORE", "AFTER"] as const;
export type TotalPosition = (typeof TOTAL_POSITIONS)[number];

export const TOTAL_BASES = ["ALL", "VISIBLE"] as const;
export type TotalBasis = (typeof TOTAL_BASES)[number];

export const PERIOD_UNITS = [
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
  "HALF",
  "YEAR",
  "FISCAL_MONTH",
  "FISCAL_QUARTER",
  "FISCAL_YEAR",
] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export const POSITION_KINDS = ["DETAIL", "SUBTOTAL", "GRAND_TOTAL", "OTHERS"] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

export const CELL_STATUSES = [
  "OK",
  "NO_DATA",
  "NOT_APPLICABLE",
  "SUPPRESSED",
  "PARTIAL_PERIOD",
  "PROVISIONAL",
  "MIXED_CURRENCY",
  "ESTIMATED",
  "ERROR",
] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

export const FRESHNESS_STATES = ["FRESH", "WARN", "STALE", "UNKNOWN"] as const;
export type FreshnessState = (typeof FRESHNESS_STATES)[number];
