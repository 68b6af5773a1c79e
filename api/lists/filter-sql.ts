import { sql, type RawBuilder } from "kysely";
import {
  forbidden,
  invalidInput,
  limitExceeded,
  type AppError,
} from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { isUuid } from "./uuid.ts";
import type { Condition, Operator } from "./condition.input.ts";
import type { ListDefinition } from "./define-list.ts";
import { comparable } from "./field-access.ts";
import { SQL_TYPES, type ListField } from "./field.ts";
import type { Filter } from "./list-args.ts";

type Sql = RawBuilder<boolean>;
type Value = RawBuilder<unknown>;

/** More conditions than a person or a page ever writes. */
const MAX_CONDITIONS = 100;
const MAX_VALUES = 1000;

interface Scene {
  readonly list: ListDefinition;
  readonly principal: Principal;
  readonly alias: string;
  readonly counted: { conditions: number };
}

/**
 * A filter as a condition. A row without a value fulfils no condition but `isNull: true`, and `not` is the
 * plain opposite of what it holds, so that a filter and its negation divide the list.
 */
export const filterSql = (
  filter: Filter | null | undefined,
  list: ListDefinition,
  principal: Principal,
  alias: string,
): Sql | undefined =>
  allOf(partsOf(filter ?? {}, { list, principal, alias, counted: { conditions: 0 } }, "filter"));

function partsOf(filter: Filter, scene: Scene, path: string): Sql[] {
  return Object.entries(filter).flatMap(([name, given]) => {
    if (given === null || given === undefined) return [];
    const here = `${path}.${name}`;
    switch (name) {
      case "and":
        return nested(given, scene, here).map((inner) => inner ?? sql<boolean>`true`);
      case "or":
        return [anyOf(nested(given, scene, here).map((inner) => inner ?? sql<boolean>`true`))];
      case "not": {
        const inner = allOf(partsOf(given as Filter, scene, here));
        return [inner ? sql<boolean>`(${inner}) is not true` : sql<boolean>`false`];
      }
      default:
        return conditions(name, given as Condition, scene, here);
    }
  });
}

const nested = (given: unknown, scene: Scene, path: string): (Sql | undefined)[] =>
  (given as readonly Filter[]).map((inner, index) =>
    allOf(partsOf(inner, scene, `${path}[${index}]`)),
  );

function conditions(name: string, given: Condition, scene: Scene, path: string): Sql[] {
  const { list, principal, alias } = scene;
  const field = list.fields[name];
  if (!field) throw new Error(`${list.name} has no field ${name} to filter by`);
  const value = comparable(list, principal, alias, name);
  if (!value) {
    throw forbidden({
      zh: `没有权限按字段 ${name} 筛选`,
      en: `You may not filter by the field ${name}`,
    });
  }
  const operators = Object.entries(given) as [Operator, unknown][];
  scene.counted.conditions += operators.length;
  if (scene.counted.conditions > MAX_CONDITIONS)
    throw tooMuch(MAX_CONDITIONS, "conditions", "条件");
  return operators
    .filter(([, wanted]) => wanted !== undefined)
    .map(([operator, wanted]) => compare(field, value, operator, wanted, `${path}.${operator}`));
}

function compare(
  field: ListField,
  value: Value,
  operator: Operator,
  wanted: unknown,
  path: string,
): Sql {
  if (wanted === null) {
    if (operator === "eq") return sql<boolean>`${value} is null`;
    throw invalidInput([{ path, text: { zh: "不能为 null", en: "must not be null" } }]);
  }
  const bound = (given: unknown): Value =>
    sql`${parameter(field, given, path)}::${sql.raw(SQL_TYPES[field.kind])}`;
  switch (operator) {
    case "eq":
      return sql<boolean>`${value} = ${bound(wanted)}`;
    case "gte":
      return sql<boolean>`${value} >= ${bound(wanted)}`;
    case "lte":
      return sql<boolean>`${value} <= ${bound(wanted)}`;
    case "isNull":
      return wanted === true ? sql<boolean>`${value} is null` : sql<boolean>`${value} is not null`;
    case "in": {
      const all = wanted as readonly unknown[];
      if (all.length > MAX_VALUES) throw tooMuch(MAX_VALUES, "values", "值");
      const values = all.map((given, index) => parameter(field, given, `${path}[${index}]`));
      return sql<boolean>`${value} = any(${values}::${sql.raw(SQL_TYPES[field.kind])}[])`;
    }
    case "contains": {
      if (field.kind === "tags") return sql<boolean>`${value} @> array[${bound(wanted)}]`;
      const pattern = String(parameter(field, wanted, path)).replace(/[\\%_]/g, "\\$&");
      return sql<boolean>`${value} ilike ${`%${pattern}%`}`;
    }
  }
}

/** A value as it is bound; what PostgreSQL would choke on is refused here. */
function parameter(field: ListField, given: unknown, path: string): unknown {
  if (given instanceof Date) return given.toISOString();
  if (typeof given === "string" && given.includes("\0")) {
    throw invalidInput([{ path, text: { zh: "含有空字符", en: "contains a NUL character" } }]);
  }
  if (field.kind === "id" && !(typeof given === "string" && isUuid(given))) {
    throw invalidInput([{ path, text: { zh: "不是有效的 id", en: "is not an id" } }]);
  }
  return given;
}

const tooMuch = (most: number, en: string, zh: string): AppError =>
  limitExceeded({ zh: `筛选最多 ${most} 个${zh}`, en: `A filter holds at most ${most} ${en}` });

const allOf = (parts: readonly Sql[]): Sql | undefined =>
  parts.length === 0 ? undefined : sql<boolean>`(${sql.join(parts, sql` and `)})`;

const anyOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
