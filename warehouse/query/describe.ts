import type { MeasureDeclaration } from "../define-cube.ts";
import type { Additivity, Aggregation } from "./names.ts";

/** What kind of figure a measure is, told by how it is computed. */
export function aggregationOf({ compute }: MeasureDeclaration): Aggregation {
  switch (compute.kind) {
    case "count":
    case "countOf":
      return "COUNT";
    case "sum":
      return "SUM";
    case "percentile":
      return "PERCENTILE";
    case "ratio":
      return compute.as;
  }
}

/** Counts and sums of rows add up over every dimension; nothing else here does over any. */
export const additivityOf = ({ compute }: MeasureDeclaration): Additivity =>
  compute.kind === "ratio" || compute.kind === "percentile" ? "NON_ADDITIVE" : "ADDITIVE";
