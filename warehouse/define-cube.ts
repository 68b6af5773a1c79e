import type { Text } from "../schema/kernel/text.ts";
import type { DimensionDeclaration, Role } from "./define-dimension.ts";
import type { Col, Table } from "./define.ts";

/**
 * What the engine adds up: over all rows, or over those with the flag. A measure is made of these and
 * never of other measures' results, so it is right at every level by itself.
 */
export type Aggregate<C extends string = string, W extends string = string> =
  | { readonly kind: "count"; readonly where: W | undefined }
  /** Rows where the column has a value. */
  | { readonly kind: "countOf"; readonly column: C; readonly where: W | undefined }
  | { readonly kind: "sum"; readonly column: C; readonly where: W | undefined }
  | {
      readonly kind: "percentile";
      readonly column: C;
      readonly where: W | undefined;
      readonly at: number;
    };

export type Computation<C extends string = string, W extends string = string> =
  | Aggregate<C, W>
  /** `of` through the sum of `to`; nothing where that is zero. */
  | {
      readonly kind: "ratio";
      readonly of: Aggregate<C, W>;
      readonly to: readonly Aggregate<C, W>[];
      readonly as: "RATIO" | "AVG" | "CONVERSION";
    };

// NoInfer: without a flag, W must stay `never` rather than be read off the place of use.
export const count = <const W extends string = never>(where?: W): Aggregate<never, NoInfer<W>> => ({
  kind: "count",
  where,
});
export const sum = <const C extends string, const W extends string = never>(
  column: C,
  where?: W,
): Aggregate<C, NoInfer<W>> => ({ kind: "sum", column, where });

export const percentile = <const C extends string, const W extends string = never>(
  at: number,
  column: C,
  where?: W,
): Aggregate<C, NoInfer<W>> => ({ kind: "percentile", at, column, where });

export const ratio = <const C extends string = never, const W extends string = never>(
  of: Aggregate<C, W>,
  ...to: readonly Aggregate<C, W>[]
): Computation<C, NoInfer<W>> => ({ kind: "ratio", of, to, as: "RATIO" });

export const conversion = <const C extends string = never, const W extends string = never>(
  of: Aggregate<C, W>,
  to: Aggregate<C, W>,
): Computation<C, NoInfer<W>> => ({ kind: "ratio", of, to: [to], as: "CONVERSION" });

/** Over the rows that have a value. */
export const average = <const C extends string, const W extends string = never>(
  column: C,
  where?: W,
): Computation<C, NoInfer<W>> => ({
  kind: "ratio",
  of: { kind: "sum", column, where },
  to: [{ kind: "countOf", column, where }],
  as: "AVG",
});

/** count: whole numbers; money: in the currency of the rows; days: fractions count; fraction: 0.63 is 63 %. */
export type Unit = "count" | "money" | "days" | "fraction";

interface MeasureShape<C extends string, W extends string, D extends string, V extends string> {
  readonly title: Text;
  readonly description?: Text;
  /** For people: how the figure comes about. */
  readonly formula: Text;
  readonly compute: Computation<C, W>;
  readonly unit: Unit;
  readonly higherIsBetter?: boolean;
  /** Dimensions for which the measure has no meaning: cells there say NOT_APPLICABLE. */
  readonly notFor?: readonly D[];
  /** Dimensions that this measure reaches by another column than the cube's other measures do. */
  readonly through?: Readonly<Partial<Record<D, V>>>;
}

export interface MeasureDeclaration extends MeasureShape<string, string, string, string> {
  readonly name: string;
}

/** A column of the fact that drill-through shows. */
export interface RowColumn<C extends string = string> {
  readonly name: string;
  readonly title: Text;
  readonly column: C;
}

export interface CubeDeclaration {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly fact: Table;
  /** The present owner's durable number on the fact: the row scope goes by it. */
  readonly owner: string;
  readonly row: {
    readonly label: Text;
    /** The column that tells the rows apart, for keyset paging. */
    readonly key: string;
    /** The operational record behind a row. */
    readonly record: { readonly type: string; readonly column: string };
    readonly columns: readonly RowColumn[];
  };
  readonly dimensions: ReadonlyMap<string, DimensionDeclaration>;
  readonly measures: ReadonlyMap<string, MeasureDeclaration>;
}

/** Declares a cube over a fact. A misspelt column, flag or dimension does not compile. */
export function defineCube<
  F extends Table,
  const D extends Readonly<
    Record<string, Role<Col<F, "durable" | "surrogate" | "dateKey" | "code">>>
  >,
  const M extends Readonly<
    Record<
      string,
      MeasureShape<
        Col<F, "money" | "days" | "integer">,
        Col<F, "flag">,
        keyof NoInfer<D> & string,
        Col<F, "durable" | "dateKey">
      >
    >
  >,
>(cube: {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly fact: F;
  readonly owner: Col<F, "durable">;
  readonly row: {
    readonly label: Text;
    readonly key: Col<F, "id">;
    readonly record: { readonly type: string; readonly column: Col<F, "id"> };
    readonly columns: readonly RowColumn<Col<F>>[];
  };
  readonly dimensions: D;
  readonly measures: M;
}): CubeDeclaration {
  return {
    ...cube,
    dimensions: new Map(
      Object.entries(cube.dimensions).map(([name, role]) => [name, role.named(name)]),
    ),
    measures: new Map(
      Object.entries(cube.measures).map(([name, measure]) => [name, { ...measure, name }]),
    ),
  };
}
