import type { Text } from "../schema/kernel/text.ts";
import type { Col, Table } from "./define.ts";
import type { DimensionKind } from "./query/names.ts";

/** The periods of the date hierarchies; each knows its first and last day (calendar/periods.ts). */
export const PERIODS = [
  "year",
  "quarter",
  "month",
  "day",
  "isoYear",
  "isoWeek",
  "fiscalYear",
  "fiscalQuarter",
  "fiscalMonth",
] as const;
export type Period = (typeof PERIODS)[number];

/** Where people's names for a member come from. */
export type Caption =
  | { readonly by: "key" }
  /** The last piece of a path `A / B / C`. */
  | { readonly by: "segment" }
  | { readonly by: "period" }
  /** A fixed set of members: any other key is refused in a question. */
  | { readonly by: "texts"; readonly texts: Readonly<Record<string, Text>> }
  /** A column of the member's row, or one a language. */
  | { readonly by: "column"; readonly zh: string; readonly en: string };

/**
 * How the members of a level are found.
 * - own: the member is the row of the dimension; facts are grouped by their own durable key, without
 *   a join, and the few rows that remain look up key and caption.
 * - column: facts are joined to the dimension and grouped by the first of these columns that is set.
 * - tree: the departments above the row's own; a department's figure includes its subtree.
 */
export type LevelSource =
  | { readonly kind: "own"; readonly key: string; readonly order: string | undefined }
  | { readonly kind: "column"; readonly columns: readonly string[] }
  | { readonly kind: "tree" };

export interface LevelDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly source: LevelSource;
  readonly caption: Caption;
  readonly valueType: "text" | "integer" | "id";
  readonly period: Period | undefined;
  /** Whether a member exists is itself for those only who may see facts of it. */
  readonly isPrivate: boolean;
}

export interface HierarchyDeclaration {
  readonly name: string;
  readonly title: Text;
  /** Outer to inner. */
  readonly levels: readonly LevelDeclaration[];
}

/** How facts reach the dimension: as it is today, and in the version of the event. */
export interface DimensionJoin {
  readonly table: Table;
  readonly asIs: { readonly fact: string; readonly column: string };
  readonly asWas: { readonly fact: string; readonly column: string };
  /** Only current versions are joined for today's view. */
  readonly isVersioned: boolean;
}

export interface DimensionDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly kind: DimensionKind;
  readonly scd: 1 | 2 | null;
  /** Absent for a column of the fact itself. */
  readonly join: DimensionJoin | undefined;
  /** The fact's own column, where there is no table. */
  readonly column: string | undefined;
  /** The first is the default. */
  readonly hierarchies: readonly HierarchyDeclaration[];
  /** Its days lie ahead by nature (an expected close), so the running period is not a partial one. */
  readonly looksAhead: boolean;
}

/**
 * A dimension in the part that it plays in a cube. `V` are the columns of the fact that it uses: the
 * cube checks that its fact has them.
 */
export interface Role<V extends string = string> {
  readonly via: readonly V[];
  readonly named: (name: string) => DimensionDeclaration;
}

/** A column of a dimension table for a level; misspelt ones do not compile. */
export const columnLevel = <T extends Table>(
  _table: T,
  name: string,
  title: Text,
  columns: readonly [Col<T>, ...Col<T>[]],
  rest: Partial<Pick<LevelDeclaration, "caption" | "valueType" | "period">> = {},
): LevelDeclaration => ({
  name,
  title,
  source: { kind: "column", columns },
  caption: { by: "key" },
  valueType: "text",
  period: undefined,
  isPrivate: false,
  ...rest,
});
