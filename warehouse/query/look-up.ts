import type { Read, Value } from "../engine/engine.ts";
import { join, list, raw, sql, statement, type Fragment } from "../sql/fragment.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import { Faults } from "./faults.ts";
import { levelId, type Condition, type LevelTest, type LevelUse } from "./resolved.ts";
import { isReserved } from "./validate-values.ts";

/** A member that a filter names, as the warehouse knows it. */
export interface KnownMember {
  /** The durable number by which facts point to it, where the level is found by one. */
  readonly number: number;
  readonly captionZh: string;
  readonly captionEn: string;
  /** The subtree of a department. */
  readonly low: number;
  readonly high: number;
}

export type KnownMembers = ReadonlyMap<string, ReadonlyMap<string, KnownMember>>;

const NAMES_MEMBERS: ReadonlySet<string> = new Set(["IN", "NOT_IN", "EQ", "NE"]);

/** All tests of a filter. */
export function testsOf(condition: Condition | undefined): LevelTest[] {
  if (!condition) return [];
  if (condition.kind === "test") return [condition];
  return condition.kind === "not" ? testsOf(condition.of) : condition.of.flatMap(testsOf);
}

/**
 * Finds the members that filters name: their numbers let the facts be filtered without a join, and a
 * key that names nothing is a fault. Only keys of levels whose members are nobody's secret are
 * reported; of the others an unknown one and a foreign one answer alike, with no data.
 */
export async function lookUpMembers(
  condition: Condition | undefined,
  read: Read,
): Promise<KnownMembers> {
  const named = testsOf(condition).filter(({ op, use }) => NAMES_MEMBERS.has(op) && isStored(use));
  const found = new Map<string, ReadonlyMap<string, KnownMember>>();
  const faults = new Faults();
  for (const id of new Set(named.map(({ use }) => levelId(use)))) {
    const tests = named.filter(({ use }) => levelId(use) === id);
    const [first] = tests;
    if (!first) continue;
    const keys = new Set(tests.flatMap(({ members }) => members).filter((key) => !isReserved(key)));
    const known = keys.size === 0 ? new Map() : await membersByKey(first.use, [...keys], read);
    found.set(id, known);
    for (const { use, members, path } of tests) {
      members.forEach((key, index) => {
        if (
          use.level.isPrivate ||
          isReserved(key) ||
          known.has(key.toLowerCase()) ||
          known.has(key)
        ) {
          return;
        }
        faults.add(
          `${path}.members[${index}]`,
          {
            zh: `${use.level.title.zh}中没有成员“${key.slice(0, 80)}”`,
            en: `There is no member "${key.slice(0, 80)}" of ${use.level.title.en}`,
          },
          "UNKNOWN_MEMBER",
        );
      });
    }
  }
  faults.throwIfAny();
  return found;
}

/** Dates, fixed sets and columns of the fact are checked by their form alone. */
const isStored = ({ level, dimension }: LevelUse): boolean =>
  level.period === undefined && level.caption.by !== "texts" && dimension.join !== undefined;

async function membersByKey(
  use: LevelUse,
  keys: readonly string[],
  read: Read,
): Promise<Map<string, KnownMember>> {
  const { rows } = await read(statement(memberQuery(use, keys)));
  return new Map(
    rows.map(([key, number, zh, en, low, high]) => [
      text(key),
      {
        number: Number(number),
        captionZh: text(zh),
        captionEn: text(en),
        low: Number(low),
        high: Number(high),
      },
    ]),
  );
}

const text = (value: Value | undefined): string => (value == null ? "" : String(value));

function memberQuery({ dimension, level }: LevelUse, keys: readonly string[]): Fragment {
  const { source, caption } = level;
  if (source.kind === "tree") {
    return sql`select department_id::varchar, department_key, name, name, low, high
      from ${raw(dimDepartment.name)} where department_id in (${uuids(keys)})`;
  }
  const table = dimension.join?.table.name ?? "";
  if (source.kind === "column") {
    const key = raw(`coalesce(${source.columns.join(", ")})`);
    return sql`select distinct ${key}::varchar, 0, ${key}::varchar, ${key}::varchar, 0, 0
      from ${raw(table)} where ${key}::varchar in (${list(keys)})`;
  }
  const [zh, en] = caption.by === "column" ? [caption.zh, caption.en] : [source.key, source.key];
  const current = dimension.join?.isVersioned ? " and is_current" : "";
  const among = level.valueType === "id" ? uuids(keys) : list(keys);
  return sql`select ${raw(source.key)}::varchar, ${raw(dimension.join?.asIs.column ?? "")}, ${raw(zh)}, ${raw(en)}, 0, 0
    from ${raw(table)} where ${raw(source.key)} in (${among})${raw(current)}`;
}

const uuids = (keys: readonly string[]): Fragment =>
  join(
    keys.map((key) => sql`${key}::uuid`),
    ", ",
  );
