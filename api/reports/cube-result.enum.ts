import {
  ADDITIVITIES,
  AGGREGATIONS,
  CELL_STATUSES,
  DIMENSION_KINDS,
  FRESHNESS_STATES,
  POSITION_KINDS,
} from "../../warehouse/query/names.ts";
import { graphqlEnum } from "./graphql-enum.ts";

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
