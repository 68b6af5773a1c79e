import type { Aggregate, CubeDeclaration, MeasureDeclaration } from "../define-cube.ts";

/*
 * Part of pass: render. Aggregates are written once a statement however many measures use them; the
 * measures are then made of the aggregates of each group, so each level has its own ratio.
 */

/** Where a measure stands in the result. */
export interface MeasureColumns {
  readonly value: string;
  /** The least and greatest currency of the rows that contribute, where several are possible. */
  readonly currencies: { readonly least: string; readonly greatest: string } | undefined;
}

export class Aggregates {
  readonly #cube: CubeDeclaration;
  readonly #manyCurrencies: boolean;
  readonly #aliases = new Map<string, string>();
  readonly #columns = new Set<string>();

  constructor(cube: CubeDeclaration, manyCurrencies: boolean) {
    this.#cube = cube;
    this.#manyCurrencies = manyCurrencies;
  }

  /** Expressions over the groups (alias g) that give the measure. */
  measure({ compute, unit }: MeasureDeclaration): MeasureColumns {
    const basis = compute.kind === "ratio" ? compute.of : compute;
    const currencies =
      unit === "money" && this.#manyCurrencies && this.#cube.dimensions.has("currency")
        ? { least: this.#currency("min", basis), greatest: this.#currency("max", basis) }
        : undefined;
    if (compute.kind !== "ratio") return { value: this.#aggregate(compute), currencies };
    const part = this.#aggregate(compute.of);
    const whole = compute.to.map((each) => this.#aggregate(each)).join(" + ");
    // Division of decimals has to be told its type; ten places outlast any display.
    const value = `round(${part}::double / nullif(${whole}, 0), 10)::decimal(38, 10)`;
    return { value, currencies };
  }

  /** `sum(…) as a0, …` over the rows. */
  get selected(): string[] {
    return [...this.#aliases].map(([expression, alias]) => `${expression} as ${alias}`);
  }

  /** The columns of the fact that the aggregates read. */
  get columns(): string[] {
    return [...this.#columns];
  }

  #aggregate(aggregate: Aggregate): string {
    const where =
      aggregate.where === undefined ? "" : ` filter (where ${this.#use(aggregate.where)})`;
    switch (aggregate.kind) {
      case "count":
        return this.#alias(`count(*)${where}`);
      case "countOf":
        return this.#alias(`count(${this.#use(aggregate.column)})${where}`);
      case "sum":
        return this.#alias(`sum(${this.#use(aggregate.column)})${where}`);
      case "percentile":
        return this.#alias(
          `quantile_cont(${this.#use(aggregate.column)}, ${aggregate.at})${where}`,
        );
    }
  }

  #currency(extreme: "min" | "max", aggregate: Aggregate): string {
    const conditions = [
      ...(aggregate.where === undefined ? [] : [this.#use(aggregate.where)]),
      ...("column" in aggregate ? [`${this.#use(aggregate.column)} is not null`] : []),
    ];
    const where = conditions.length === 0 ? "" : ` filter (where ${conditions.join(" and ")})`;
    return this.#alias(`${extreme}(${this.#use("currency")})${where}`);
  }

  #use(column: string): string {
    this.#columns.add(column);
    return column;
  }

  #alias(expression: string): string {
    const alias = this.#aliases.get(expression) ?? `a${this.#aliases.size}`;
    this.#aliases.set(expression, alias);
    return `g.${alias}`;
  }
}
