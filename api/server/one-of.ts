/** Inputs of which exactly one field is given. */
export const ONE_OF_INPUTS: readonly string[] = [
  "AxisItem",
  "SortInput",
  "DateRangeInput",
  "ComparisonInput",
];
