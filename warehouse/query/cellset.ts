import type {
  Additivity,
  Aggregation,
  CellStatus,
  DimensionKind,
  FreshnessState,
  PositionKind,
  ShowAs,
} from "./names.ts";

/** What the API answers, type by type and field by field as `olap.graphql` names them. */
export interface Cellset {
  readonly queryHash: string;
  /** The question after defaults: what a saved report stores. Plain JSON. */
  readonly normalized: Readonly<Record<string, unknown>>;
  readonly axes: CubeAxes;
  readonly measures: readonly ResultMeasure[];
  /** One per (row, column, measure or its `as`, show) that a fact or the null policy fills. */
  readonly cells: readonly Cell[];
  readonly grid: CellMatrix;
  readonly freshness: Freshness;
  readonly source: ResultSource;
  readonly truncated: Truncation;
  readonly warnings: readonly CubeWarning[];
  readonly pageInfo: PageInfo;
}

export interface CubeAxes {
  readonly rows: CubeAxis;
  readonly columns: CubeAxis;
  readonly slicer: readonly SlicerMember[];
}

export interface CubeAxis {
  readonly levels: readonly Level[];
  readonly positions: readonly Position[];
  /** Before limits and paging. */
  readonly totalPositions: number;
}

export interface Position {
  readonly ordinal: number;
  readonly members: readonly Member[];
  readonly kind: PositionKind;
  readonly depth: number;
  readonly parentOrdinal: number | null;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
  readonly drill: Drill;
}

export interface Member {
  readonly key: string;
  readonly caption: string;
  readonly level: string;
  readonly dimension: string;
  /** The keys from the outermost level that is shown of this hierarchy down to this member. */
  readonly path: readonly string[];
  readonly isUnknown: boolean;
  readonly isInferred: boolean;
  readonly properties: readonly MemberProperty[];
  /** Days, both inclusive, of a period. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whether the range or the present cuts the period; null for what is no period. */
  readonly partial: boolean | null;
}

export interface MemberProperty {
  readonly name: string;
  readonly value: string | null;
  readonly formatted: string | null;
}

export interface Drill {
  readonly down: readonly DrillTarget[];
  readonly up: DrillTarget | null;
  /** Opaque signed token for drillThrough. */
  readonly through: string | null;
}

export interface DrillTarget {
  readonly dimension: string;
  readonly hierarchy: string | null;
  readonly level: string;
  readonly title: string;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** The measure, or its `as` name. */
  readonly measure: string;
  readonly show: ShowAs;
  /** A decimal exactly as the engine has it; null = no data. */
  readonly value: string | null;
  readonly formatted: string;
  readonly status: CellStatus;
}

/** Dense: column = columnOrdinal × headers + headerIndex; transposed when measuresOn = ROWS. */
export interface CellMatrix {
  readonly values: readonly (readonly (string | null)[])[];
  readonly formatted: readonly (readonly (string | null)[])[];
  readonly status: readonly (readonly CellStatus[])[];
}

export interface Freshness {
  /** ISO instants. */
  readonly loadedAt: string;
  readonly sourceMaxTime: string;
  readonly lagSeconds: number;
  readonly state: FreshnessState;
  readonly runId: string;
  readonly sources: readonly SourceFreshness[];
}

export interface SourceFreshness {
  readonly source: string;
  readonly loadedAt: string;
  readonly sourceMaxTime: string | null;
  readonly state: FreshnessState;
}

export interface Truncation {
  readonly any: boolean;
  readonly rows: Cut;
  readonly columns: Cut;
  readonly cells: Cut;
}

export interface Cut {
  readonly shown: number;
  readonly total: number;
  readonly reason: string | null;
  readonly othersIncluded: boolean;
}

export interface ResultMeasure {
  readonly measure: string;
  readonly title: string;
  readonly show: ShowAs;
  readonly format: NumberFormat;
  readonly additivity: Additivity;
}

export interface NumberFormat {
  readonly pattern: string;
  readonly decimals: number | null;
  readonly unit: string | null;
  readonly percent: boolean;
}

export interface ResultSource {
  readonly engine: string;
  readonly rollup: RollupDecision;
  readonly cacheHit: boolean;
  readonly durationMs: number;
  readonly rowsScanned: number | null;
}

export interface RollupDecision {
  readonly used: string | null;
  readonly rejected: readonly RollupRejection[];
}

export interface RollupRejection {
  readonly rollup: string;
  readonly reason: string;
  readonly member: string | null;
}

export interface CubeWarning {
  readonly code: string;
  readonly message: string;
  readonly subject: string | null;
}

export interface SlicerMember {
  readonly dimension: string;
  readonly caption: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

// ---------- catalogue ----------
export interface Cube {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly measures: readonly Measure[];
  readonly dimensions: readonly Dimension[];
  readonly namedSets: readonly { readonly name: string; readonly title: string }[];
  readonly segments: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string | null;
  }[];
  readonly freshness: Freshness;
  readonly grain: string;
  readonly factRowLabel: string;
  readonly unavailable: readonly { readonly name: string; readonly reason: string }[];
}

export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly formula: string | null;
  readonly aggregation: Aggregation;
  readonly additivity: Additivity;
  readonly nonAdditiveOver: readonly string[];
  readonly unit: string | null;
  readonly currency: { readonly rate: string; readonly stored: string } | null;
  readonly format: NumberFormat;
  readonly higherIsBetter: boolean | null;
  readonly compatibleDimensions: readonly string[];
}

export interface Dimension {
  readonly name: string;
  readonly title: string;
  readonly kind: DimensionKind;
  readonly hierarchies: readonly Hierarchy[];
  readonly scd: number | null;
  readonly cardinality: number | null;
}

export interface Hierarchy {
  readonly name: string;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly isDefault: boolean;
}

export interface Level {
  readonly name: string;
  readonly title: string;
  readonly depth: number;
  readonly orderBy: string | null;
}

// ---------- members, drill-through, explanation ----------
export interface MemberConnection {
  readonly nodes: readonly Member[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
}

export interface FactRowConnection {
  /** Of the measure over all rows, equal to the cell. */
  readonly sum: string | null;
  /** The same for people, as the cell shows it. */
  readonly formatted: string;
  readonly columns: readonly ResultColumn[];
  /** Objects by column name. */
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly totalCount: number;
  readonly matchesCell: boolean;
  readonly pageInfo: PageInfo;
}

export interface ResultColumn {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /** The kind of operational record that the value is the id of. */
  readonly recordType: string | null;
}

export interface CubeExplain {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly rollup: RollupDecision;
  readonly formulas: Readonly<Record<string, string>>;
  readonly lineage: Readonly<Record<string, readonly string[]>>;
  readonly estimatedCells: number;
}
