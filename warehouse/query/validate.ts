import { isCurrency } from "../../schema/kernel/money.ts";
import { LOCALES, type Locale } from "../../schema/kernel/text.ts";
import type { CubeContext } from "./context.ts";
import { Faults } from "./faults.ts";
import { findCube } from "./find-cube.ts";
import type { NormalQuestion } from "./normalize.ts";
import { levelId, type AxisQuestion, type ValidQuestion } from "./resolved.ts";
import { hasPeriod } from "./totals.ts";
import { validateAxis, type AxisSetting } from "./validate-axis.ts";
import { validateFilter } from "./validate-filter.ts";
import { validateHaving, validateMeasures } from "./validate-measures.ts";
import { validateTime } from "./validate-time.ts";

/*
 * Pass: validate. Assumes a normalised question. Finds every name in the part of the catalogue that
 * the asker may see and checks every value's form; all faults are thrown together as INVALID_INPUT.
 */

export function validate(
  normal: NormalQuestion,
  { scope, fiscalStart, locale }: Pick<CubeContext, "scope" | "fiscalStart" | "locale">,
): ValidQuestion {
  const faults = new Faults();
  const cube = findCube(normal.cube, scope.hidden, "cube");
  const headers = validateMeasures(cube, normal.measures, faults);
  const { rows, columns } = axes({ cube, fiscalStart, faults, used: new Set() }, normal);
  const rowLevels = new Set(rows.items.flatMap(({ chain }) => chain.map(levelId)));
  const question: ValidQuestion = {
    cube,
    normal,
    locale: LOCALES.find((each) => each === normal.locale) ?? locale,
    headers,
    rows,
    columns,
    filter: validateFilter(cube, normal.filters, "filters", fiscalStart, faults),
    having: validateHaving(cube, normal.having, rowLevels, faults),
    time: validateTime(cube, normal.time, fiscalStart, faults),
  };
  checkLimits(normal, faults);
  checkLocale(normal, faults);
  checkCurrency(normal, faults);
  checkComparison(question, faults);
  checkPrevious(question, faults);
  checkVisible(question, faults);
  refuseUnbuilt(normal, faults);
  faults.throwIfAny();
  return question;
}

function axes(
  setting: AxisSetting,
  { rows, columns, totals }: NormalQuestion,
): { rows: AxisQuestion; columns: AxisQuestion } {
  return {
    rows: validateAxis(setting, rows, "rows", {
      grandTotal: totals.grandRow,
      subtotals: totals.rowSubtotals,
      subtotalsPath: "totals.rowSubtotals",
    }),
    columns: validateAxis(setting, columns, "columns", {
      grandTotal: totals.grandColumn,
      subtotals: totals.columnSubtotals,
      subtotalsPath: "totals.columnSubtotals",
    }),
  };
}

const BOUNDS = {
  maxRowMembers: 100_000,
  maxColumnMembers: 2000,
  maxCells: 1_000_000,
  timeoutMs: 120_000,
} as const;

function checkLimits({ limits }: NormalQuestion, faults: Faults): void {
  for (const [name, most] of Object.entries(BOUNDS) as [keyof typeof BOUNDS, number][]) {
    const value = limits[name];
    if (!Number.isInteger(value) || value < 1 || value > most) {
      faults.add(`limits.${name}`, {
        zh: `${name} 须在 1 到 ${most} 之间`,
        en: `${name} lies between 1 and ${most}`,
      });
    }
  }
  const first = limits.rowPage?.first ?? 1;
  if (!Number.isInteger(first) || first < 1 || first > BOUNDS.maxRowMembers) {
    faults.add("limits.rowPage.first", {
      zh: "first 须为正整数",
      en: "first is a positive number",
    });
  }
}

function checkLocale({ locale }: NormalQuestion, faults: Faults): void {
  if (!LOCALES.some((each: Locale) => each === locale)) {
    faults.unknownName("locale", { zh: "语言", en: "locale" }, locale, LOCALES);
  }
}

function checkCurrency({ currency }: NormalQuestion, faults: Faults): void {
  if (currency === null) return;
  if (!isCurrency(currency)) {
    faults.add("currency", {
      zh: `“${currency.slice(0, 10)}”不是 ISO 4217 币种`,
      en: `"${currency.slice(0, 10)}" is not a currency of ISO 4217`,
    });
  } else {
    faults.notBuilt("currency", "currency conversion");
  }
}

/** A comparison needs something to compare with. */
function checkComparison({ headers, normal }: ValidQuestion, faults: Faults): void {
  headers.forEach(({ shows }, index) => {
    if (shows.some((show) => show.startsWith("COMPARISON_")) && !normal.time?.compareTo) {
      faults.add(`measures[${index}].show`, {
        zh: "比较需要 time.compareTo",
        en: "A comparison needs time.compareTo",
      });
    }
  });
}

/** What came before is a period. */
function checkPrevious({ headers, rows, columns }: ValidQuestion, faults: Faults): void {
  if (hasPeriod(rows) || hasPeriod(columns)) return;
  headers.forEach(({ shows }, index) => {
    if (shows.some((show) => show.endsWith("DIFF_PREVIOUS"))) {
      faults.add(`measures[${index}].show`, {
        zh: "与上期比较需要轴上有日期层级",
        en: "A difference to the previous period needs a date level on an axis",
      });
    }
  });
}

/** Rows that contain each other cannot be told from the facts that are left. */
function checkVisible({ normal, rows }: ValidQuestion, faults: Faults): void {
  const nested = rows.items.some(
    ({ chain, isHierarchy }) =>
      isHierarchy || chain.some(({ level }) => level.source.kind === "tree"),
  );
  if (normal.totals.basis === "VISIBLE" && nested) {
    faults.add("totals.basis", {
      zh: "行上有部门树或可展开的层次结构时，合计只能用 ALL",
      en: "With the department tree or an expandable hierarchy on the rows, totals are of ALL",
    });
  }
}

function refuseUnbuilt(normal: NormalQuestion, faults: Faults): void {
  normal.segments.forEach((name, index) => {
    faults.unknownName(`segments[${index}]`, { zh: "细分", en: "segment" }, name, []);
  });
  if (normal.asOf !== null) faults.notBuilt("asOf", "asOf");
  if (normal.calculations.length > 0) faults.notBuilt("calculations", "calculations");
}
