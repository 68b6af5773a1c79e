import { cursorBinding, decodeCursor, encodeCursor } from "../../schema/kernel/page.ts";
import type { CubeDeclaration, MeasureDeclaration } from "../define-cube.ts";
import { statement } from "../sql/fragment.ts";
import { NO_DATA, type Figure } from "./cells.ts";
import type { FactRowConnection } from "./cellset.ts";
import type { CubeContext } from "./context.ts";
import { accessFingerprint, readTokens, type DrillMember, type DrillSlice } from "./drill-token.ts";
import { Faults } from "./faults.ts";
import { findCube } from "./find-cube.ts";
import { formatter } from "./format.ts";
import { readFreshness } from "./freshness.ts";
import { lookUpMembers, testsOf } from "./look-up.ts";
import type { DrillThrough, FilterGroup, MemberTest } from "./question.ts";
import { referenceOf } from "./reference.ts";
import {
  drillColumns,
  renderDrillPage,
  renderDrillTotal,
  type DrillColumn,
  type DrillOrder,
  type DrillQuestion,
} from "./render-drill.ts";
import type { Slice } from "./render.ts";
import type { Condition } from "./resolved.ts";
import { ownerRanges } from "./restrict-access.ts";
import { MEASURE } from "./validate-axis.ts";
import { validateFilter } from "./validate-filter.ts";

const MAX_PAGE = 200;
const TIMEOUT_MS = 15_000;

export interface Paging {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/**
 * The facts behind a cell, under the rights of whoever asks now: somebody who has lost a department
 * since sees fewer rows, and `matchesCell` says so.
 * Errors: INVALID_INPUT for tokens that are not ours or not of one answer, and for unknown names.
 */
export async function drillThrough(
  input: DrillThrough,
  { first, after }: Paging,
  context: CubeContext,
): Promise<FactRowConnection> {
  const { engine, scope, fiscalStart, locale, now, signal, tokenKey } = context;
  const faults = new Faults();
  const tokens = readTokens(input.row, input.column, tokenKey);
  if (!tokens) {
    faults.add("row", {
      zh: "钻取令牌无效或不属于同一结果，请重新查询",
      en: "The drill tokens are not valid or not of one answer; ask the question again",
    });
    throw faults.error();
  }
  const cube = findCube(tokens.slice.cube, scope.hidden, "row");
  const measure = cube.measures.get(input.measure);
  if (!measure) faults.unknownName("measure", MEASURE, input.measure, cube.measures.keys());
  const filter = cellFilter(cube, tokens, fiscalStart, faults);
  const columns = chosenColumns(drillColumns(cube, locale), input, faults);
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    faults.add("first", {
      zh: `first 须在 1 到 ${MAX_PAGE} 之间`,
      en: `first lies between 1 and ${MAX_PAGE}`,
    });
  }
  if (measure && !applies(measure, filter, tokens.slice)) {
    faults.add("measure", {
      zh: `度量 ${measure.name} 在此单元格没有意义`,
      en: `Measure ${measure.name} has no meaning at this cell`,
    });
  }
  faults.throwIfAny();
  if (!measure) throw faults.error();

  const binding = cursorBinding(
    tokens,
    input.measure,
    columns.order.map(({ column: { name }, descending }) => [name, descending]),
  );
  const position =
    after == null
      ? undefined
      : decodeCursor(binding, after).map((value) => (value === null ? null : String(value)));
  const before = engine.version;
  return engine.snapshot({ timeoutMs: TIMEOUT_MS, signal }, async (read) => {
    const { runId } = await readFreshness(read, now);
    const reference = await referenceOf(
      engine,
      engine.version === before ? before : undefined,
      read,
    );
    const slice: Slice = {
      cube,
      ranges: ownerRanges(scope, reference),
      time: timeOf(cube, tokens.slice),
      filter,
      known: await lookUpMembers(filter, read),
      attribution: tokens.slice.attribution,
      fiscalStart,
    };
    const question: DrillQuestion = { slice, measure };
    const totals = await read(statement(renderDrillTotal(question)));
    const [count, value, least, greatest] = totals.rows[0] ?? [];
    const page = await read(
      statement(renderDrillPage(question, columns.shown, columns.order, position, first)),
    );
    const rows = page.rows.slice(0, first);
    const last = rows.at(-1)?.slice(columns.shown.length);
    const sum = sumOf(value, least, greatest);
    return {
      sum: sum.value,
      formatted: formatter(measure.unit, {}, context.currency, locale).text(sum),
      columns: columns.shown.map(({ name, title, type, recordType }) => ({
        name,
        title,
        type,
        recordType,
      })),
      rows: rows.map((row) =>
        Object.fromEntries(columns.shown.map(({ name }, at) => [name, row[at] ?? null])),
      ),
      totalCount: Number(count ?? 0),
      matchesCell: tokens.state === accessFingerprint(runId, scope),
      pageInfo: {
        hasNextPage: page.rows.length > first,
        endCursor: last ? encodeCursor(binding, last) : null,
      },
    };
  });
}

type Plain = FactRowConnection["rows"][number][string] | undefined;

/** The measure over all rows; amounts in several currencies have none. */
function sumOf(value: Plain, least: Plain, greatest: Plain): Figure {
  if (value == null) return NO_DATA;
  if (least !== greatest) return { ...NO_DATA, status: "MIXED_CURRENCY" };
  return { value: String(value), currency: least == null ? null : String(least), status: "OK" };
}

/** The filter of the answer and a test for each member of the two positions. */
function cellFilter(
  cube: CubeDeclaration,
  { slice, members }: { slice: DrillSlice; members: readonly DrillMember[] },
  fiscalStart: number,
  faults: Faults,
): Condition | undefined {
  const tests = members.map(([dimension, hierarchy, level, key, kept], at): FilterGroup => {
    const named = { dimension, hierarchy, level };
    if (kept) return kept.length === 0 ? {} : { test: { ...named, op: "NOT_IN", members: kept } };
    const test: MemberTest = { ...named, op: "EQ", members: [key] };
    const isTree = cube.dimensions.get(dimension)?.kind === "PARENT_CHILD";
    return { test: isTree ? { ...test, includeDescendants: hasSubtree(members, at) } : test };
  });
  const all: FilterGroup = { and: [...(slice.filters ? [slice.filters] : []), ...tests] };
  return validateFilter(cube, all, "row", fiscalStart, faults);
}

/**
 * Beside a person a department is theirs alone, by itself it is everything below it; so are the
 * departments on the way to another one.
 */
function hasSubtree(members: readonly DrillMember[], at: number): boolean {
  const [dimension, , level] = members[at] ?? [];
  const others = members.filter((each, index) => index !== at && each[0] === dimension);
  const isAbove = members.slice(at + 1).some((each) => each[0] === dimension && each[2] === level);
  return isAbove || others.every((each) => each[2] === level);
}

function timeOf(cube: CubeDeclaration, { time }: DrillSlice): Slice["time"] {
  const dimension = time ? cube.dimensions.get(time.dimension) : undefined;
  return time && dimension ? { dimension, span: { from: time.from, to: time.to } } : undefined;
}

function applies(
  { notFor = [] }: MeasureDeclaration,
  filter: Condition | undefined,
  { time }: DrillSlice,
): boolean {
  const sliced = testsOf(filter).map(({ use }) => use.dimension.name);
  return !notFor.some((name) => sliced.includes(name) || time?.dimension === name);
}

function chosenColumns(
  all: readonly DrillColumn[],
  { columns, sort }: DrillThrough,
  faults: Faults,
): { shown: readonly DrillColumn[]; order: readonly DrillOrder[] } {
  const what = { zh: "列", en: "column" };
  const names = all.map(({ name }) => name);
  const find = (name: string, path: string): DrillColumn[] => {
    const column = all.find((each) => each.name === name);
    if (!column) faults.unknownName(path, what, name, names);
    return column ? [column] : [];
  };
  const shown = columns?.length
    ? [...new Set(columns)].flatMap((name, at) => find(name, `columns[${at}]`))
    : all;
  const order = (sort ?? []).flatMap(({ property, dir }, at) =>
    find(property ?? "", `sort[${at}].property`).map((column) => ({
      column,
      descending: dir === "DESC",
    })),
  );
  return { shown, order };
}
