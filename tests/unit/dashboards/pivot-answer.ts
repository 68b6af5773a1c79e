import type { Matrix } from "../../../dashboards/src/pivot/pivot-model.ts";

type Position = Matrix["axes"]["rows"]["positions"][number];

const member = (path: readonly string[]): Position["members"][number] => ({
  key: path.at(-1) ?? "",
  caption: `caption of ${path.at(-1)}`,
  level: "level",
  dimension: "dimension",
  isUnknown: false,
  partial: null,
  path: [...path],
});

/** A position as the server gives it; each of `paths` is the way to one member, by item. */
export const position = (
  ordinal: number,
  kind: Position["kind"],
  paths: readonly (readonly string[])[],
  parentOrdinal: number | null,
  changes: Partial<Position> = {},
): Position => ({
  ordinal,
  kind,
  depth: paths.length,
  parentOrdinal,
  hasChildren: kind === "SUBTOTAL",
  expanded: false,
  members: paths.map(member),
  drill: { through: `token ${ordinal}` },
  ...changes,
});

/** An answer with these rows, two columns and two figures; cells are named by row and column. */
export const matrixOf = (rows: readonly Position[], columns: readonly Position[]): Matrix => {
  const cells = (mark: string) =>
    rows.map((_, row) =>
      Array.from({ length: columns.length * 2 }, (_cell, at) => mark + row + at),
    );
  return {
    axes: {
      rows: { levels: [], positions: [...rows] },
      columns: { positions: [...columns] },
      slicer: [],
    },
    measures: [
      { measure: "wonAmount", title: "Won", show: "VALUE" },
      { measure: "wonAmount", title: "Won", show: "PCT_OF_TOTAL" },
    ],
    grid: { values: cells(""), formatted: cells("#") },
    freshness: { loadedAt: "", sourceMaxTime: "", state: "FRESH" },
    truncated: {
      rows: { shown: rows.length, total: rows.length },
      columns: { shown: columns.length, total: columns.length },
    },
    warnings: [],
  };
};
