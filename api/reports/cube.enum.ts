import { registerEnumType } from "type-graphql";
import {
  ADDITIVITIES,
  AGGREGATIONS,
  ATTRIBUTIONS,
  AXES,
  CALENDAR_KINDS,
  CELL_STATUSES,
  CONSISTENCIES,
  DIMENSION_KINDS,
  EMPTY_MODES,
  FRESHNESS_STATES,
  MEMBER_OPS,
  OTHERS_MODES,
  PARTIAL_POLICIES,
  PERIOD_UNITS,
  POSITION_KINDS,
  SHOW_AS,
  SORT_DIRECTIONS,
  TIE_MODES,
  TOP_SCOPES,
  TOTAL_BASES,
  TOTAL_POSITIONS,
  WEEKDAYS,
} from "../../warehouse/query/names.ts";
import { enumOf } from "../lists/enum-of.ts";

/** A GraphQL enum of a list of names that the warehouse declares; each name has its meaning beside it. */
function graphqlEnum<const Name extends string>(
  name: string,
  description: string,
  names: readonly Name[],
  meanings: { readonly [N in Name]: string },
): { readonly [N in Name]: N } {
  const made = enumOf(names);
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: meanings[value] }]),
  );
  registerEnumType(made, { name, description, valuesConfig: valuesConfig as never });
  return made;
}

export const Aggregation = graphqlEnum(
  "Aggregation",
  "How a measure is made of facts.",
  AGGREGATIONS,
  {
    SUM: "The sum.",
    COUNT: "How many facts.",
    COUNT_DISTINCT: "How many different ones.",
    MIN: "The smallest.",
    MAX: "The largest.",
    AVG: "The mean.",
    PERCENTILE: "The value below which a share of the facts lies.",
    RATIO: "One sum over another, made anew at every level.",
    CALCULATED: "Made of other measures.",
    CONVERSION: "The share that went on to the next step in time.",
    SNAPSHOT_FIRST: "The state at the first day of the period.",
    SNAPSHOT_LAST: "The state at the last loaded day of the period.",
    SNAPSHOT_AVG: "The mean of the states of the days.",
  },
);

export const Additivity = graphqlEnum(
  "Additivity",
  "Whether parts may be added up.",
  ADDITIVITIES,
  {
    ADDITIVE: "Over every dimension.",
    SEMI_ADDITIVE: "Over every dimension but time.",
    NON_ADDITIVE: "Never: totals are made from the facts.",
  },
);

export const DimensionKind = graphqlEnum(
  "DimensionKind",
  "What a dimension is like.",
  DIMENSION_KINDS,
  {
    REGULAR: "Members with attributes.",
    TIME: "Days and their periods.",
    PARENT_CHILD: "A tree of any depth.",
    DEGENERATE: "A number or code of the fact itself.",
    JUNK: "Several flags and codes together.",
  },
);

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

export const PositionKind = graphqlEnum(
  "PositionKind",
  "What a position stands for.",
  POSITION_KINDS,
  {
    DETAIL: "A member.",
    SUBTOTAL: "All members below one of an outer level.",
    GRAND_TOTAL: "Everything.",
    OTHERS: "The rest beside the first n.",
  },
);

export const CellStatus = graphqlEnum(
  "CellStatus",
  "What the value of a cell means.",
  CELL_STATUSES,
  {
    OK: "A value.",
    NO_DATA: "There are no facts, or nothing to divide by.",
    NOT_APPLICABLE: "The measure has no meaning here.",
    SUPPRESSED: "Not shown to this user.",
    PARTIAL_PERIOD: "A value of a period that is cut.",
    PROVISIONAL: "A value that may still change.",
    MIXED_CURRENCY: "Amounts in several currencies do not add up.",
    ESTIMATED: "An estimate.",
    ERROR: "It could not be made.",
  },
);

export const FreshnessState = graphqlEnum(
  "FreshnessState",
  "How old the data is.",
  FRESHNESS_STATES,
  {
    FRESH: "As new as it should be.",
    WARN: "Older than it should be.",
    STALE: "Much older than it should be.",
    UNKNOWN: "Nothing has been loaded.",
  },
);
