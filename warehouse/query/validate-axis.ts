import type { Text } from "../../schema/kernel/text.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import type { Faults } from "./faults.ts";
import { findDimension, findHierarchy, findLevel, LEVEL } from "./find-level.ts";
import type { AxisOptions, AxisSpec, HierarchyExpand, MeasureSort, SortInput } from "./question.ts";
import {
  levelId,
  type AxisItem,
  type AxisQuestion,
  type LevelUse,
  type Sort,
  type Top,
} from "./resolved.ts";
import { checkKey } from "./validate-values.ts";

export const MEASURE: Text = { zh: "度量", en: "measure" };
const MAX_ITEMS = 6;

export interface AxisSetting {
  readonly cube: CubeDeclaration;
  readonly fiscalStart: number;
  readonly faults: Faults;
  /** Levels that stand on an axis already: one twice would make positions ambiguous. */
  readonly used: Set<string>;
}

export interface AxisTotals {
  readonly grandTotal: boolean;
  readonly subtotals: readonly string[];
  /** Where the names of the subtotals stand in the question. */
  readonly subtotalsPath: string;
}

/** Resolves one axis; items with a fault are left out, their faults are collected. */
export function validateAxis(
  setting: AxisSetting,
  specs: readonly AxisSpec[],
  path: string,
  totals: AxisTotals,
): AxisQuestion {
  if (specs.length > MAX_ITEMS) {
    setting.faults.add(path, {
      zh: `一个轴最多 ${MAX_ITEMS} 项`,
      en: `An axis holds at most ${MAX_ITEMS} items`,
    });
  }
  const items = specs.flatMap((spec, index) => {
    const innermost = index === specs.length - 1;
    return item(setting, spec, `${path}[${index}]`, totals.subtotals, innermost) ?? [];
  });
  checkSubtotals(setting, items, totals);
  return { items, grandTotal: totals.grandTotal };
}

function item(
  setting: AxisSetting,
  spec: AxisSpec,
  path: string,
  subtotals: readonly string[],
  innermost: boolean,
): AxisItem | undefined {
  const { level, hierarchy, set } = spec.item;
  const given = [level, hierarchy, set].filter((each) => each != null);
  if (given.length !== 1) {
    setting.faults.add(`${path}.item`, {
      zh: "level、hierarchy、set 须恰好给出一个",
      en: "Give exactly one of level, hierarchy and set",
    });
    return undefined;
  }
  if (set != null) {
    setting.faults.unknownName(`${path}.item.set`, { zh: "命名集", en: "named set" }, set, []);
    return undefined;
  }
  const chain = level
    ? one(findLevel(setting.cube, level, `${path}.item.level`, setting.faults))
    : expandable(setting, hierarchy, `${path}.item.hierarchy`);
  if (!chain) return undefined;
  claim(setting, chain, path);
  const options = spec.options ?? {};
  const own = chain.some((use) => subtotals.includes(use.level.name));
  return {
    chain,
    isHierarchy: hierarchy != null,
    expanded: (hierarchy?.expanded ?? []).map(({ keys }) => keys),
    sort: sort(setting, options.sort, `${path}.options.sort`),
    top: top(setting, options, chain, `${path}.options.topN`),
    showEmpty: showEmpty(setting, options, chain, innermost, `${path}.options.showEmpty`),
    subtotal: !innermost && (own || (options.totals ?? false)),
  };
}

const one = (use: LevelUse | undefined): readonly LevelUse[] | undefined => use && [use];

/** The levels from `fromLevel` to `toLevel`; a department among them opens into its own children too. */
function expandable(
  setting: AxisSetting,
  input: HierarchyExpand | null | undefined,
  path: string,
): readonly LevelUse[] | undefined {
  if (!input) return undefined;
  const { cube, faults } = setting;
  const dimension = findDimension(cube, input.dimension, path, faults);
  const hierarchy = dimension && findHierarchy(dimension, input.hierarchy, path, faults);
  if (!dimension || !hierarchy) return undefined;
  const names = hierarchy.levels.map(({ name }) => name);
  const place = (name: string | null | undefined, fallback: number, at: string): number => {
    if (name == null) return fallback;
    if (!names.includes(name)) faults.unknownName(`${path}.${at}`, LEVEL, name, names);
    return names.indexOf(name);
  };
  const from = place(input.fromLevel, 0, "fromLevel");
  const to = place(input.toLevel, names.length - 1, "toLevel");
  if (from < 0 || to < 0) return undefined;
  if (from > to) {
    faults.add(`${path}.toLevel`, {
      zh: "toLevel 不能在 fromLevel 之上",
      en: "toLevel must not lie above fromLevel",
    });
    return undefined;
  }
  return hierarchy.levels.slice(from, to + 1).map((level) => ({ dimension, hierarchy, level }));
}

function claim(setting: AxisSetting, chain: readonly LevelUse[], path: string): void {
  for (const use of chain) {
    if (setting.used.has(levelId(use))) {
      setting.faults.add(path, {
        zh: `层级 ${levelId(use)} 在轴上出现了两次`,
        en: `Level ${levelId(use)} stands on an axis twice`,
      });
    }
    setting.used.add(levelId(use));
  }
}

function sort(setting: AxisSetting, input: SortInput | null | undefined, path: string): Sort {
  const { faults } = setting;
  if (input?.byMeasure && input.byMember) {
    faults.add(path, {
      zh: "byMeasure 与 byMember 只能给一个",
      en: "Give either byMeasure or byMember",
    });
  }
  if (input?.byMeasure) return measureSort(setting, input.byMeasure, `${path}.byMeasure`);
  const property = input?.byMember?.property ?? "default";
  if (property !== "default" && property !== "key" && property !== "caption") {
    faults.unknownName(
      `${path}.byMember.property`,
      { zh: "成员属性", en: "member property" },
      property,
      ["key", "caption"],
    );
  }
  return {
    kind: "member",
    property: property === "key" || property === "caption" ? property : "default",
    dir: input?.byMember?.dir ?? "ASC",
  };
}

function measureSort(setting: AxisSetting, input: MeasureSort, path: string): Sort {
  const { cube, faults, fiscalStart } = setting;
  const measure = cube.measures.get(input.measure);
  if (!measure) faults.unknownName(`${path}.measure`, MEASURE, input.measure, cube.measures.keys());
  const at = (input.at ?? []).flatMap((ref, index) => {
    const here = `${path}.at[${index}]`;
    const use = findLevel(cube, ref, here, faults);
    if (!use) return [];
    checkKey(use.level, ref.key, `${here}.key`, fiscalStart, faults);
    return [{ use, key: ref.key }];
  });
  if (!measure) return { kind: "member", property: "default", dir: "ASC" };
  return {
    kind: "measure",
    measure,
    dir: input.dir ?? "DESC",
    at,
    acrossParents: input.acrossParents ?? false,
  };
}

function top(
  { cube, faults }: AxisSetting,
  { topN }: AxisOptions,
  chain: readonly LevelUse[],
  path: string,
): Top | undefined {
  if (!topN) return undefined;
  const by = cube.measures.get(topN.by);
  if (!by) faults.unknownName(`${path}.by`, MEASURE, topN.by, cube.measures.keys());
  if (!Number.isInteger(topN.n) || topN.n < 1 || topN.n > 1000) {
    faults.add(`${path}.n`, { zh: "n 须在 1 到 1000 之间", en: "n lies between 1 and 1000" });
  }
  if (chain.length > 1 || chain.some(({ level }) => level.source.kind === "tree")) {
    faults.add(path, {
      zh: "topN 不能用于可展开的层次结构或部门树：各成员互相包含，没有“其他”",
      en: "topN needs members beside each other: not an expandable hierarchy or the department tree",
    });
  }
  return (
    by && {
      n: topN.n,
      by,
      order: topN.order ?? "DESC",
      per: topN.per ?? "PARENT",
      others: topN.others ?? "SHOW",
      ties: topN.ties ?? "INCLUDE",
    }
  );
}

function showEmpty(
  { faults }: AxisSetting,
  options: AxisOptions,
  chain: readonly LevelUse[],
  innermost: boolean,
  path: string,
): boolean {
  if (!options.showEmpty) return false;
  // Whether a customer exists is not told to those who have no fact of them.
  if (!innermost || chain.length > 1 || chain.some(({ level }) => level.isPrivate)) {
    faults.add(path, {
      zh: "空成员只能在最内层的单一层级上显示，且不适用于客户",
      en: "Members without data are listed for the innermost item only, if it is one level and not customers",
    });
  }
  return true;
}

function checkSubtotals(
  { faults }: AxisSetting,
  items: readonly AxisItem[],
  { subtotals, subtotalsPath }: AxisTotals,
): void {
  const names = items.flatMap(({ chain }) => chain.map(({ level }) => level.name));
  subtotals.forEach((name, index) => {
    if (!names.includes(name)) faults.unknownName(`${subtotalsPath}[${index}]`, LEVEL, name, names);
  });
  const across = items.some(({ sort: by }) => by.kind === "measure" && by.acrossParents);
  if (across && items.some(({ subtotal }) => subtotal)) {
    faults.add(subtotalsPath, {
      zh: "跨父级排序时没有小计的位置",
      en: "Sorting across parents leaves no place for subtotals",
    });
  }
}
