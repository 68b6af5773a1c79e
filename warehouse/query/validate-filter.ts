import type { CubeDeclaration } from "../define-cube.ts";
import { periodSpan } from "../calendar/periods.ts";
import type { Faults } from "./faults.ts";
import { findDimension, findHierarchy, findLevel } from "./find-level.ts";
import type { MemberOp } from "./names.ts";
import type { FilterGroup, MemberTest } from "./question.ts";
import type { Condition, LevelTest, LevelUse } from "./resolved.ts";
import { checkKey } from "./validate-values.ts";

/** Deeper or longer filters are not written by people. */
const MAX_TESTS = 200;
const MAX_MEMBERS = 5000;

const TAKES_MEMBERS: ReadonlySet<MemberOp> = new Set(["IN", "NOT_IN", "EQ", "NE"]);
const TAKES_ONE: ReadonlySet<MemberOp> = new Set(["EQ", "NE", "LT", "LTE", "GT", "GTE"]);
const ORDERED: ReadonlySet<MemberOp> = new Set(["LT", "LTE", "GT", "GTE", "BETWEEN"]);
const TAKES_TEXT: ReadonlySet<MemberOp> = new Set(["CONTAINS", "STARTS_WITH"]);

interface Setting {
  readonly cube: CubeDeclaration;
  readonly fiscalStart: number;
  readonly faults: Faults;
  /** Counts the tests met so far. */
  tests: number;
}

/** Resolves a filter; gives nothing where there is none or where it has a fault. */
export function validateFilter(
  cube: CubeDeclaration,
  filter: FilterGroup | null | undefined,
  path: string,
  fiscalStart: number,
  faults: Faults,
): Condition | undefined {
  if (!filter) return undefined;
  return group({ cube, fiscalStart, faults, tests: 0 }, filter, path);
}

function group(setting: Setting, filter: FilterGroup, path: string): Condition | undefined {
  const parts: Condition[] = [];
  const add = (condition: Condition | undefined): void => {
    if (condition) parts.push(condition);
  };
  const each = (groups: readonly FilterGroup[], name: string): Condition[] =>
    groups.flatMap((one, index) => group(setting, one, `${path}.${name}[${index}]`) ?? []);
  if (filter.and) add({ kind: "and", of: each(filter.and, "and") });
  if (filter.or) add({ kind: "or", of: each(filter.or, "or") });
  if (filter.not) {
    const inner = group(setting, filter.not, `${path}.not`);
    if (inner) add({ kind: "not", of: inner });
  }
  if (filter.test) add(test(setting, filter.test, `${path}.test`));
  return parts.length === 1 ? parts[0] : { kind: "and", of: parts };
}

function test(setting: Setting, input: MemberTest, path: string): LevelTest | undefined {
  setting.tests += 1;
  if (setting.tests === MAX_TESTS + 1) {
    setting.faults.add(path, {
      zh: `筛选条件超过 ${MAX_TESTS} 个`,
      en: `The filter has more than ${MAX_TESTS} tests`,
    });
  }
  const use = levelOf(setting, input, path);
  if (!use) return undefined;
  const members = input.members ?? [];
  checkOperands(setting, input, use, path);
  members.slice(0, MAX_MEMBERS).forEach((key, index) => {
    checkKey(use.level, key, `${path}.members[${index}]`, setting.fiscalStart, setting.faults);
  });
  return {
    kind: "test",
    use,
    op: input.op,
    members,
    text: input.text ?? "",
    range: input.range ?? {},
    includeDescendants: input.includeDescendants ?? true,
    path,
  };
}

/** Without a level: the one of which the keys are, for dates; else the innermost. */
function levelOf(setting: Setting, input: MemberTest, path: string): LevelUse | undefined {
  const { cube, faults } = setting;
  if (input.level != null) return findLevel(cube, { ...input, level: input.level }, path, faults);
  const dimension = findDimension(cube, input.dimension, path, faults);
  const hierarchy = dimension && findHierarchy(dimension, input.hierarchy, path, faults);
  if (!dimension || !hierarchy) return undefined;
  const keys = [...(input.members ?? []), input.range?.from ?? [], input.range?.to ?? []].flat();
  const meant = hierarchy.levels.find(
    ({ period }) =>
      period &&
      keys.length > 0 &&
      keys.every((key) => periodSpan(period, key, setting.fiscalStart)),
  );
  const level = meant ?? hierarchy.levels.at(-1);
  return level && { dimension, hierarchy, level };
}

function checkOperands(setting: Setting, input: MemberTest, use: LevelUse, path: string): void {
  const { faults, fiscalStart } = setting;
  const { op, range } = input;
  const count = input.members?.length ?? 0;
  if (TAKES_ONE.has(op) && count !== 1) {
    faults.add(`${path}.members`, {
      zh: `${op} 需要恰好一个成员`,
      en: `${op} takes exactly one member`,
    });
  }
  if (TAKES_MEMBERS.has(op) && (count === 0 || count > MAX_MEMBERS)) {
    faults.add(`${path}.members`, {
      zh: `${op} 需要 1 到 ${MAX_MEMBERS} 个成员`,
      en: `${op} takes 1 to ${MAX_MEMBERS} members`,
    });
  }
  if (TAKES_TEXT.has(op) && !input.text) {
    faults.add(`${path}.text`, { zh: `${op} 需要文字`, en: `${op} takes a text` });
  }
  if (TAKES_TEXT.has(op) && (use.level.period || use.level.valueType === "integer")) {
    faults.add(`${path}.op`, {
      zh: `层级 ${use.level.name} 不能按文字筛选`,
      en: `Level ${use.level.name} cannot be searched by text`,
    });
  }
  if (ORDERED.has(op) && !use.level.period && use.level.valueType !== "integer") {
    faults.add(`${path}.op`, {
      zh: `层级 ${use.level.name} 没有顺序，不能用 ${op}`,
      en: `Level ${use.level.name} has no order for ${op}`,
    });
  }
  if (op === "BETWEEN" && range?.from == null && range?.to == null) {
    faults.add(`${path}.range`, { zh: "BETWEEN 需要范围", en: "BETWEEN takes a range" });
  }
  if (range?.from != null)
    checkKey(use.level, range.from, `${path}.range.from`, fiscalStart, faults);
  if (range?.to != null) checkKey(use.level, range.to, `${path}.range.to`, fiscalStart, faults);
}
