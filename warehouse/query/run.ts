import { createHash } from "node:crypto";
import { dayIn } from "../../schema/kernel/clock.ts";
import { arrange, type Arranged } from "./arrange.ts";
import type { CellMatrix, Cellset } from "./cellset.ts";
import { Figures } from "./cells.ts";
import { placesToShow } from "./choose-places.ts";
import { placeAt, type Place } from "./place.ts";
import type { CubeContext } from "./context.ts";
import { accessFingerprint, positionTokens } from "./drill-token.ts";
import { gather, type Gathered } from "./gather.ts";
import { limitAxes } from "./limits.ts";
import { fromMemory, remembering } from "./memory.ts";
import { normalize } from "./normalize.ts";
import { plan as planOf, type Plan } from "./plan.ts";
import { axisLevels, numberPositions, type PositionSetting } from "./positions.ts";
import { gridOf, presentCells, resultMeasures, shownHeaders } from "./present.ts";
import type { CubeQuestion } from "./question.ts";
import type { Sort, ValidQuestion } from "./resolved.ts";
import { ShownCells } from "./show-cells.ts";
import { slicerOf } from "./slicer.ts";
import { prefixOf } from "./totals.ts";
import { validate } from "./validate.ts";
import { warningsOf } from "./warnings.ts";

/**
 * Answers a question. The passes in their order: normalise, validate, plan (with totals), and in one
 * snapshot of the warehouse time, access, look-up, render, run; then places, arrange, shares, limits,
 * positions, cells. What the engine has answered since the last load it is not asked again, unless the
 * question wants it FRESH.
 *
 * Errors: INVALID_INPUT with every fault of the question, its path and the nearest valid names;
 * LIMIT_EXCEEDED when it takes longer than its timeout or makes too many groups; UNAVAILABLE when the
 * warehouse is closed, empty or the asker went away.
 */
export async function askCube(question: CubeQuestion, context: CubeContext): Promise<Cellset> {
  const started = performance.now();
  const { valid, plan } = understand(question, context);
  const { engine, signal } = context;
  const { timeoutMs } = valid.normal.limits;
  const before = engine.version;
  const remembered =
    valid.normal.consistency === "CACHED_OK"
      ? await fromMemory(engine, (read) => gather(valid, plan, context, before, read))
      : undefined;
  const gathered =
    remembered ??
    (await engine.snapshot({ timeoutMs, signal }, (read) => {
      const version = engine.version === before ? before : undefined;
      return gather(valid, plan, context, version, remembering(engine, read));
    }));
  return compose(valid, plan, gathered, context, { started, cacheHit: remembered !== undefined });
}

/** The passes that need no data. */
export function understand(
  question: CubeQuestion,
  context: CubeContext,
): { valid: ValidQuestion; plan: Plan } {
  const valid = validate(normalize(question, context), context);
  return { valid, plan: planOf(valid) };
}

function compose(
  valid: ValidQuestion,
  plan: Plan,
  gathered: Gathered,
  context: CubeContext,
  { started, cacheHit }: { readonly started: number; readonly cacheHit: boolean },
): Cellset {
  const { normal, locale } = valid;
  const { collected, time, freshness, known } = gathered;
  const figures = new Figures(collected, plan, valid);
  const places = placesToShow(valid, plan, collected, figures);
  const rows = arrangeAxis("rows", valid, plan, gathered, figures, places.rows);
  const columns = arrangeAxis("columns", valid, plan, gathered, figures, places.columns);
  const headers = shownHeaders(valid, context.currency);
  const binding = JSON.stringify([{ ...normal, limits: null }, gathered.slice.ranges ?? "all"]);
  const shown = limitAxes(rows, columns, headers.length, normal, locale, binding);
  const state = accessFingerprint(freshness.runId, context.scope);
  const position = (axis: "rows" | "columns"): PositionSetting => ({
    items: plan[axis].items,
    locale,
    fiscalStart: context.fiscalStart,
    today: time?.today ?? dayIn(context.timeZone, context.now),
    time: time && { dimension: time.dimension.name, span: time.span },
    token: positionTokens(axis, gathered.tops, valid, time, state, context.tokenKey),
  });
  const rowPositions = numberPositions(shown.rows, position("rows"));
  const columnPositions = numberPositions(shown.columns, position("columns"));
  const cells = presentCells({
    rows: shown.rows,
    columns: shown.columns,
    rowPositions,
    columnPositions,
    headers,
    figures,
    cells: new ShownCells({
      plan,
      figures,
      compared: gathered.compared && new Figures(gathered.compared, plan, valid),
      time,
      fiscalStart: context.fiscalStart,
      rows,
      columns,
    }),
    zero: normal.nulls.emptyCells === "ZERO",
  });
  let grid: CellMatrix | undefined;
  return {
    queryHash: createHash("sha256").update(binding).digest("base64url").slice(0, 22),
    normalized: { ...normal },
    axes: {
      rows: {
        levels: axisLevels(plan.rows.items, locale),
        positions: rowPositions,
        totalPositions: rows.length,
      },
      columns: {
        levels: axisLevels(plan.columns.items, locale),
        positions: columnPositions,
        totalPositions: columns.length,
      },
      slicer: slicerOf(valid.filter, time, known, locale),
    },
    measures: resultMeasures(headers, valid),
    cells,
    // Made only for whoever reads it.
    get grid() {
      grid ??= gridOf(
        cells,
        rowPositions.length,
        columnPositions.length,
        headers,
        normal.measuresOn,
      );
      return grid;
    },
    freshness,
    source: {
      engine: context.engine.name,
      // No rollups are declared: the base answers within its target (bench).
      rollup: { used: null, rejected: [] },
      cacheHit,
      durationMs: Math.round(performance.now() - started),
      rowsScanned: null,
    },
    truncated: shown.truncated,
    warnings: warningsOf(valid, context, freshness, cells),
    pageInfo: shown.pageInfo,
  };
}

function arrangeAxis(
  axis: "rows" | "columns",
  valid: ValidQuestion,
  plan: Plan,
  { collected }: Gathered,
  figures: Figures,
  places: readonly Place[],
): Arranged[] {
  const other = axis === "rows" ? "columns" : "rows";
  const sortPlace = (sort: Extract<Sort, { kind: "measure" }>): Place => {
    const count = prefixOf(valid[other], sort.at) ?? 0;
    const grain = plan[other].grains.findIndex(
      ({ depths, slots }) => depths.length === count && slots.length === count,
    );
    const keys = (plan[other].grains[grain]?.slots ?? []).map(
      ({ use }) =>
        sort.at.find((each) => each.use.level === use.level && each.use.dimension === use.dimension)
          ?.key ?? "",
    );
    return placeAt(grain, keys);
  };
  return arrange({
    axis: plan[axis],
    collected,
    locale: valid.locale,
    totalsFirst: valid.normal.totals.position === "BEFORE",
    places,
    valueAt: (place, sort) => {
      const at = sortPlace(sort);
      return axis === "rows"
        ? figures.at(place, at, sort.measure).value
        : figures.at(at, place, sort.measure).value;
    },
  });
}
