import type { CubeDeclaration } from "../define-cube.ts";
import type { Faults } from "./faults.ts";
import { findLevel } from "./find-level.ts";
import type { MemberOp } from "./names.ts";
import type { MeasureFilter, MeasureSelect, NumberFormatInput } from "./question.ts";
import type { Having, Header } from "./resolved.ts";
import { MEASURE } from "./validate-axis.ts";
import { isDecimal } from "./validate-values.ts";

/** How many digits `Intl` shows at most. */
const MAX_DECIMALS = 10;
export const UNITS: readonly string[] = ["万", "亿", "K", "M", "B"];
const MAX_HEADERS = 50;

export function validateMeasures(
  cube: CubeDeclaration,
  selects: readonly MeasureSelect[],
  faults: Faults,
): Header[] {
  if (selects.length === 0) {
    faults.add("measures", { zh: "至少选择一个度量", en: "Choose at least one measure" });
  }
  const names = new Set<string>();
  const headers = selects.flatMap((select, index): Header[] => {
    const path = `measures[${index}]`;
    const name = select.as ?? select.measure;
    if (names.has(name)) {
      faults.add(`${path}.as`, {
        zh: `名称“${name}”用了两次，请用 as 另取一个`,
        en: `The name "${name}" is used twice; choose another with as`,
      });
    }
    names.add(name);
    checkFormat(select.format, `${path}.format`, faults);
    const measure = cube.measures.get(select.measure);
    if (!measure) {
      faults.unknownName(`${path}.measure`, MEASURE, select.measure, cube.measures.keys());
      return [];
    }
    const shows = select.show ?? ["VALUE"];
    if (shows.length === 0 || new Set(shows).size < shows.length) {
      faults.add(`${path}.show`, {
        zh: "show 须至少一项且不重复",
        en: "show names at least one form, each once",
      });
    }
    return [{ measure, name, shows, format: select.format ?? {} }];
  });
  if (headers.reduce((sum, { shows }) => sum + shows.length, 0) > MAX_HEADERS) {
    faults.add("measures", {
      zh: `度量与 show 合计最多 ${MAX_HEADERS} 列`,
      en: `Measures and their forms make at most ${MAX_HEADERS} headers`,
    });
  }
  return headers;
}

function checkFormat(
  format: NumberFormatInput | null | undefined,
  path: string,
  faults: Faults,
): void {
  const decimals = format?.decimals;
  if (
    decimals != null &&
    !(Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_DECIMALS)
  ) {
    faults.add(`${path}.decimals`, {
      zh: `小数位须在 0 到 ${MAX_DECIMALS} 之间`,
      en: `Decimals lie between 0 and ${MAX_DECIMALS}`,
    });
  }
  if (format?.unit != null && !UNITS.includes(format.unit)) {
    faults.unknownName(`${path}.unit`, { zh: "单位", en: "unit" }, format.unit, UNITS);
  }
}

const COMPARES: ReadonlySet<MemberOp> = new Set(["EQ", "NE", "LT", "LTE", "GT", "GTE"]);
const COUNTED: ReadonlySet<MemberOp> = new Set(["IN", "NOT_IN", "BETWEEN"]);
const VALUELESS: ReadonlySet<MemberOp> = new Set(["IS_KNOWN", "IS_UNKNOWN"]);

export function validateHaving(
  cube: CubeDeclaration,
  filters: readonly MeasureFilter[],
  rowLevels: ReadonlySet<string>,
  faults: Faults,
): Having[] {
  return filters.flatMap((filter, index): Having[] => {
    const path = `having[${index}]`;
    const measure = cube.measures.get(filter.measure);
    if (!measure)
      faults.unknownName(`${path}.measure`, MEASURE, filter.measure, cube.measures.keys());
    const level = filter.level ? findLevel(cube, filter.level, `${path}.level`, faults) : undefined;
    if (level && !rowLevels.has(`${level.dimension.name}.${level.level.name}`)) {
      faults.add(`${path}.level`, {
        zh: "having 的层级须在行轴上",
        en: "The level of a condition on a measure has to stand on the rows",
      });
    }
    const values = filter.value == null ? (filter.values ?? []) : [filter.value];
    checkOperands(filter.op, values, path, faults);
    return measure ? [{ measure, op: filter.op, values, level }] : [];
  });
}

function checkOperands(
  op: MemberOp,
  values: readonly string[],
  path: string,
  faults: Faults,
): void {
  const wanted =
    (COMPARES.has(op) && values.length === 1) ||
    (COUNTED.has(op) && values.length > 0 && (op !== "BETWEEN" || values.length === 2)) ||
    (VALUELESS.has(op) && values.length === 0);
  if (!wanted) {
    faults.add(`${path}.op`, {
      zh: `${op} 与所给数值不符，或不适用于度量`,
      en: `${op} does not go with the values given, or not with a measure`,
    });
  }
  values.forEach((value, at) => {
    if (!isDecimal(value)) {
      faults.add(`${path}.values[${at}]`, {
        zh: `“${value.slice(0, 40)}”不是十进制数`,
        en: `"${value.slice(0, 40)}" is not a decimal`,
      });
    }
  });
}
