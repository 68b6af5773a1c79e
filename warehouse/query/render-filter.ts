import { periodSpan } from "../calendar/periods.ts";
import { NOT_APPLICABLE_KEY, UNKNOWN_KEY } from "../define.ts";
import { and, list, NEVER, or, raw, sql, type Fragment } from "../sql/fragment.ts";
import { dimDepartment } from "../tables/dim-department.ts";
import type { Joins } from "./joins.ts";
import type { KnownMember, KnownMembers } from "./look-up.ts";
import { levelId, type Condition, type LevelTest } from "./resolved.ts";
import { isReserved } from "./validate-values.ts";

/*
 * Part of pass: render. Assumes a valid condition whose members have been looked up. Each test is
 * true or false for every fact, never null, so that NOT turns it around exactly.
 */

export interface FilterSetting {
  readonly joins: Joins;
  readonly known: KnownMembers;
  readonly fiscalStart: number;
}

export function renderCondition(condition: Condition, setting: FilterSetting): Fragment {
  switch (condition.kind) {
    case "and":
      return and(condition.of.map((each) => renderCondition(each, setting)));
    case "or":
      return or(condition.of.map((each) => renderCondition(each, setting)));
    case "not":
      return not(renderCondition(condition.of, setting));
    case "test":
      return renderTest(condition, setting);
  }
}

const not = (fragment: Fragment): Fragment => sql`not (${fragment})`;

function renderTest(test: LevelTest, setting: FilterSetting): Fragment {
  switch (test.op) {
    case "NE":
    case "NOT_IN":
      return not(renderTest({ ...test, op: "IN" }, setting));
    case "EQ":
      return renderTest({ ...test, op: "IN" }, setting);
    case "IS_UNKNOWN":
      return renderTest({ ...test, op: "IN", members: [String(UNKNOWN_KEY)] }, setting);
    case "IS_KNOWN":
      return renderTest({ ...test, op: "NOT_IN", members: [String(UNKNOWN_KEY)] }, setting);
    default:
      break;
  }
  const { level } = test.use;
  if (level.period) return periodTest(test, setting);
  if (level.source.kind === "tree") return treeTest(test, setting);
  return level.source.kind === "own" ? ownTest(test, setting) : columnTest(test, setting);
}

const dateKey = (day: string): number => Number(day.replaceAll("-", ""));

/** Periods become ranges of day keys on the fact itself: no join, and blocks of other days are skipped. */
function periodTest({ use, op, members, range }: LevelTest, setting: FilterSetting): Fragment {
  const column = raw(setting.joins.factKey(use.dimension));
  const ends = (key: string): { from: number; to: number } => {
    const span = use.level.period && periodSpan(use.level.period, key, setting.fiscalStart);
    // Reserved members are their own number; every other key has been checked to be a period.
    return span
      ? { from: dateKey(span.from), to: dateKey(span.to) }
      : { from: Number(key), to: Number(key) };
  };
  if (op === "IN") {
    return or(
      members.map((key) => {
        const { from, to } = ends(key);
        return from === to ? sql`${column} = ${from}` : sql`${column} between ${from} and ${to}`;
      }),
    );
  }
  const bounds: Fragment[] = [raw(`${setting.joins.factKey(use.dimension)} > 0`)];
  const [key = ""] = members;
  if (op === "LT") bounds.push(sql`${column} < ${ends(key).from}`);
  if (op === "LTE") bounds.push(sql`${column} <= ${ends(key).to}`);
  if (op === "GT") bounds.push(sql`${column} > ${ends(key).to}`);
  if (op === "GTE") bounds.push(sql`${column} >= ${ends(key).from}`);
  if (range.from != null) {
    const { from, to } = ends(range.from);
    bounds.push((range.includeFrom ?? true) ? sql`${column} >= ${from}` : sql`${column} > ${to}`);
  }
  if (range.to != null) {
    const { from, to } = ends(range.to);
    bounds.push((range.includeTo ?? true) ? sql`${column} <= ${to}` : sql`${column} < ${from}`);
  }
  return and(bounds);
}

const knownOf = (test: LevelTest, { known }: FilterSetting): KnownMember[] => {
  const members = known.get(levelId(test.use));
  return test.members.flatMap((key) => members?.get(key) ?? members?.get(key.toLowerCase()) ?? []);
};

const reservedOf = ({ members }: LevelTest): number[] => members.filter(isReserved).map(Number);

function ownTest(test: LevelTest, setting: FilterSetting): Fragment {
  const { dimension, level } = test.use;
  const column = raw(setting.joins.factKey(dimension));
  if (test.op === "IN") {
    const numbers = [...knownOf(test, setting).map(({ number }) => number), ...reservedOf(test)];
    return numbers.length === 0 ? NEVER : sql`${column} in (${list(numbers)})`;
  }
  const captions = level.caption.by === "column" ? [level.caption.zh, level.caption.en] : [];
  const matches = or([...new Set(captions)].map((name) => textTest(raw(name), test)));
  const { table, asIs } = dimension.join ?? { table: { name: "" }, asIs: { column: "" } };
  const current = dimension.join?.isVersioned ? raw(" and is_current") : raw("");
  return sql`${column} in (select ${raw(asIs.column)} from ${raw(table.name)} where ${matches}${current})`;
}

/** Letters in either case; the text is matched literally, without patterns. */
const textTest = (column: Fragment, { op, text }: LevelTest): Fragment =>
  op === "STARTS_WITH"
    ? sql`coalesce(starts_with(lower(${column}), lower(${text})), false)`
    : sql`coalesce(contains(lower(${column}), lower(${text})), false)`;

function treeTest(test: LevelTest, setting: FilterSetting): Fragment {
  const { fact, column, current } = setting.joins.person(test.use.dimension);
  const people = (where: Fragment): Fragment =>
    sql`${raw(fact)} in (select u.${raw(column)} from ${raw(test.use.dimension.join?.table.name ?? "")} u
      join ${raw(dimDepartment.name)} d on d.department_id = u.department_id
      where ${raw(current)}${where})`;
  if (test.op !== "IN") {
    return people(
      sql`exists (from ${raw(dimDepartment.name)} a where d.low between a.low and a.high and ${textTest(raw("a.name"), test)})`,
    );
  }
  const parts: Fragment[] = [];
  const known = knownOf(test, setting);
  if (known.length > 0) {
    parts.push(
      people(
        or(
          known.map(({ low, high }) =>
            test.includeDescendants ? sql`d.low between ${low} and ${high}` : sql`d.low = ${low}`,
          ),
        ),
      ),
    );
  }
  // People without a department are the unknown one's.
  if (reservedOf(test).includes(UNKNOWN_KEY)) parts.push(not(people(raw("true"))));
  return or(parts);
}

function columnTest(test: LevelTest, setting: FilterSetting): Fragment {
  const { level } = test.use;
  const column = columnKey(test, setting.joins);
  const value = (key: string): string | number =>
    level.valueType === "integer" ? Number(key) : key;
  switch (test.op) {
    case "IN":
      return sql`${column} in (${list(test.members.map(value))})`;
    case "CONTAINS":
    case "STARTS_WITH":
      return level.caption.by === "texts" ? captionTest(test, column) : textTest(column, test);
    default:
      return integerTest(test, column);
  }
}

export function columnKey(
  { use: { dimension, level } }: Pick<LevelTest, "use">,
  joins: Joins,
): Fragment {
  const alias = joins.dimension(dimension);
  const columns = level.source.kind === "column" ? level.source.columns : [];
  const unknown = level.valueType === "integer" ? `${UNKNOWN_KEY}` : `'${UNKNOWN_KEY}'`;
  return raw(`coalesce(${columns.map((name) => `${alias}.${name}`).join(", ")}, ${unknown})`);
}

/** Members of a fixed set are found by what people call them, in either language. */
function captionTest({ use, op, text }: LevelTest, column: Fragment): Fragment {
  const texts = use.level.caption.by === "texts" ? use.level.caption.texts : {};
  const wanted = text.toLowerCase();
  const keys = Object.entries(texts).flatMap(([key, { zh, en }]) => {
    const hit = [zh, en].some((caption) =>
      op === "STARTS_WITH"
        ? caption.toLowerCase().startsWith(wanted)
        : caption.toLowerCase().includes(wanted),
    );
    return hit ? [use.level.valueType === "integer" ? Number(key) : key] : [];
  });
  return keys.length === 0 ? NEVER : sql`${column} in (${list(keys)})`;
}

function integerTest({ op, members, range }: LevelTest, column: Fragment): Fragment {
  const bounds: Fragment[] = [sql`${column} > ${Math.max(UNKNOWN_KEY, NOT_APPLICABLE_KEY)}`];
  const [key = ""] = members;
  if (op === "LT") bounds.push(sql`${column} < ${Number(key)}`);
  if (op === "LTE") bounds.push(sql`${column} <= ${Number(key)}`);
  if (op === "GT") bounds.push(sql`${column} > ${Number(key)}`);
  if (op === "GTE") bounds.push(sql`${column} >= ${Number(key)}`);
  if (range.from != null) {
    const from = Number(range.from);
    bounds.push((range.includeFrom ?? true) ? sql`${column} >= ${from}` : sql`${column} > ${from}`);
  }
  if (range.to != null) {
    const to = Number(range.to);
    bounds.push((range.includeTo ?? true) ? sql`${column} <= ${to}` : sql`${column} < ${to}`);
  }
  return and(bounds);
}
