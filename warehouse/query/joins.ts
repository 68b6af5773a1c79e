import type { DimensionDeclaration } from "../define-dimension.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import type { Attribution } from "./names.ts";

/**
 * The joins of one statement, made as levels and conditions ask for them: a dimension that nobody
 * names costs nothing. All are left joins on a unique key, so that a join neither drops a fact nor
 * doubles one — except the climb to the departments above, which is meant to repeat it.
 */
export class Joins {
  readonly #attribution: Attribution;
  readonly #through: Readonly<Partial<Record<string, string>>>;
  readonly #sql = new Map<string, string>();

  constructor(attribution: Attribution, through: Readonly<Partial<Record<string, string>>> = {}) {
    this.#attribution = attribution;
    this.#through = through;
  }

  /** The fact's key of the dimension's member of today, whatever the attribution. */
  factKey(dimension: DimensionDeclaration): string {
    const column = this.#through[dimension.name] ?? dimension.join?.asIs.fact ?? dimension.column;
    return `f.${column ?? ""}`;
  }

  /** The alias under which the dimension's row is joined. */
  dimension(dimension: DimensionDeclaration): string {
    const { join, name } = dimension;
    if (!join) return "f";
    const alias = `d_${name}`;
    const { on, current } = this.#member(dimension, alias);
    this.#sql.set(alias, `left join ${join.table.name} ${alias} on ${on}${current}`);
    return alias;
  }

  /** The department of the dimension's person, or each department from there to the root. */
  departments(dimension: DimensionDeclaration, climbing: boolean): string {
    const alias = `${climbing ? "above" : "home"}_${dimension.name}`;
    const { join } = dimension;
    const { column, fact } = this.#end(dimension);
    const tree = climbing
      ? `join ${dimDepartment.name} h on h.department_id = u.department_id
         join ${dimDepartment.name} d on h.low between d.low and d.high`
      : `join ${dimDepartment.name} d on d.department_id = u.department_id`;
    const current = this.#attribution === "AS_IS" ? " where u.is_current" : "";
    this.#sql.set(
      alias,
      `left join (select u.${column} as person, d.department_key
         from ${join?.table.name ?? ""} u ${tree}${current}) ${alias} on ${alias}.person = ${fact}`,
    );
    return alias;
  }

  /** Both ends of the way from the fact to the person that counts. */
  person(dimension: DimensionDeclaration): { fact: string; column: string; current: string } {
    const { fact, column } = this.#end(dimension);
    return { fact, column, current: this.#attribution === "AS_IS" ? "u.is_current and " : "" };
  }

  get sql(): string {
    return [...this.#sql.values()].join("\n");
  }

  #end(dimension: DimensionDeclaration): { fact: string; column: string } {
    const { join } = dimension;
    if (this.#attribution === "AS_WAS" && join?.isVersioned) {
      return { fact: `f.${join.asWas.fact}`, column: join.asWas.column };
    }
    return { fact: this.factKey(dimension), column: join?.asIs.column ?? "" };
  }

  #member(dimension: DimensionDeclaration, alias: string): { on: string; current: string } {
    const { fact, column } = this.#end(dimension);
    const versions = dimension.join?.isVersioned && this.#attribution === "AS_IS";
    return {
      on: `${alias}.${column} = ${fact}`,
      current: versions ? ` and ${alias}.is_current` : "",
    };
  }
}
