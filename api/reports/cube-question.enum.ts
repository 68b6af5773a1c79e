import {
  ATTRIBUTIONS,
  AXES,
  CALENDAR_KINDS,
  CONSISTENCIES,
  EMPTY_MODES,
  MEMBER_OPS,
  OTHERS_MODES,
  PARTIAL_POLICIES,
  PERIOD_UNITS,
  SHOW_AS,
  SORT_DIRECTIONS,
  TIE_MODES,
  TOP_SCOPES,
  TOTAL_BASES,
  TOTAL_POSITIONS,
  WEEKDAYS,
} from "../../warehouse/query/names.ts";
import { graphqlEnum } from "./graphql-enum.ts";

export const ShowAs = graphqlEnum("ShowAs", "How the value of a measure is shown.", SHOW_AS, {
  VALUE: "As it is.",
  PCT_OF_TOTAL: "As a share of the grand total.",
  PCT_OF_ROW: "As a share of its row.",
  PCT_OF_COLUMN: "As a share of its column.",
  PCT_OF_PARENT: "As a share of the position above.",
  RUNNING_TOTAL: "Added up from the first position on.",
  RANK: "As its rank, 1 for the largest.",
  DIFF_PREVIOUS: "As the difference from the position before.",
  PCT_DIFF_PREVIOUS: "As the relative difference from the position before.",
  COMPARISON_VALUE: "The value of the comparison period.",
  COMPARISON_DELTA: "The difference from the comparison period.",
  COMPARISON_PCT: "The relative difference from the comparison period.",
});

export const Attribution = graphqlEnum("Attribution", "Whose figure a fact is.", ATTRIBUTIONS, {
  AS_IS: "Of the owner, tier and department of today.",
  AS_WAS: "Of the owner, tier and department of the day of the event.",
});

export const Axis = graphqlEnum("Axis", "A side of the table.", AXES, {
  ROWS: "Down the side.",
  COLUMNS: "Across the top.",
});

export const SortDir = graphqlEnum("SortDir", "Which way.", SORT_DIRECTIONS, {
  ASC: "Smallest first.",
  DESC: "Largest first.",
});

export const TopScope = graphqlEnum(
  "TopScope",
  "Among which positions the first n are taken.",
  TOP_SCOPES,
  {
    PARENT: "Within each position above.",
    AXIS: "On the whole axis.",
  },
);

export const OthersMode = graphqlEnum("OthersMode", "What becomes of the rest.", OTHERS_MODES, {
  SHOW: "One position stands for them.",
  HIDE: "They are left out.",
});

export const TieMode = graphqlEnum("TieMode", "What becomes of equals at the border.", TIE_MODES, {
  INCLUDE: "All of them are taken.",
  BREAK_BY_CAPTION: "The first by caption are taken.",
});

export const Consistency = graphqlEnum(
  "Consistency",
  "How fresh an answer must be.",
  CONSISTENCIES,
  {
    CACHED_OK: "An answer made since the last load will do.",
    FRESH: "It is made anew.",
  },
);

export const Weekday = graphqlEnum("Weekday", "A day that a week may begin with.", WEEKDAYS, {
  MONDAY: "Monday.",
  SUNDAY: "Sunday.",
});

export const CalendarKind = graphqlEnum("CalendarKind", "How days make periods.", CALENDAR_KINDS, {
  GREGORIAN: "Years, quarters and months.",
  ISO_WEEK: "ISO years and weeks.",
  FISCAL: "The company's fiscal years, quarters and months.",
});

export const PartialPolicy = graphqlEnum(
  "PartialPolicy",
  "What becomes of periods that the range or the present cuts.",
  PARTIAL_POLICIES,
  {
    MARK: "They are shown and marked.",
    EXCLUDE: "They are left out.",
    COMPARE_TO_DATE: "They are compared with the same part of the other period.",
  },
);

export const EmptyMode = graphqlEnum(
  "EmptyMode",
  "What stands where there is nothing.",
  EMPTY_MODES,
  {
    HIDE: "It is left out.",
    SHOW: "It is shown, empty.",
    NULL: "No value.",
    ZERO: "Zero.",
  },
);

export const MemberOp = graphqlEnum("MemberOp", "How values are compared.", MEMBER_OPS, {
  IN: "One of them.",
  NOT_IN: "None of them.",
  EQ: "Equal.",
  NE: "Not equal.",
  LT: "Below.",
  LTE: "Below or equal.",
  GT: "Above.",
  GTE: "Above or equal.",
  BETWEEN: "Within the range.",
  CONTAINS: "Contains the text.",
  STARTS_WITH: "Starts with the text.",
  IS_UNKNOWN: "Is not known.",
  IS_KNOWN: "Is known.",
});

export const TotalPosition = graphqlEnum("TotalPosition", "Where totals stand.", TOTAL_POSITIONS, {
  BEFORE: "Before what they sum up.",
  AFTER: "After what they sum up.",
});

export const TotalBasis = graphqlEnum("TotalBasis", "What totals are made of.", TOTAL_BASES, {
  ALL: "The whole slice.",
  VISIBLE: "Only what top-n and conditions on measures leave.",
});

export const PeriodUnit = graphqlEnum("PeriodUnit", "A unit of the calendar.", PERIOD_UNITS, {
  DAY: "A day.",
  WEEK: "An ISO week.",
  MONTH: "A month.",
  QUARTER: "A quarter.",
  HALF: "Half a year.",
  YEAR: "A year.",
  FISCAL_MONTH: "A month of the fiscal year.",
  FISCAL_QUARTER: "A quarter of the fiscal year.",
  FISCAL_YEAR: "A fiscal year.",
});
