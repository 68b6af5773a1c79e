import { inLocale, type Locale } from "../schema/kernel/text.ts";
import { CUBES } from "./cubes.ts";
import type { CubeDeclaration, MeasureDeclaration, Unit } from "./define-cube.ts";
import type { DimensionDeclaration } from "./define-dimension.ts";
import type { Cube, Dimension, Freshness, Measure } from "./query/cellset.ts";
import type { CubeContext } from "./query/context.ts";
import { additivityOf, aggregationOf } from "./query/describe.ts";
import { formatter } from "./query/format.ts";
import { readFreshness } from "./query/freshness.ts";
import { levelOf } from "./query/positions.ts";
import { visibleCube } from "./query/visible.ts";

const CATALOGUE_TIMEOUT_MS = 5000;

/** The cubes that exist for the asker; with a text, those in which a name or title contains it. */
export async function describeCubes(context: CubeContext, search?: string): Promise<Cube[]> {
  const visible = [...CUBES.values()].filter(({ name }) => !context.scope.hidden.has(name));
  const wanted = search?.trim().toLowerCase() ?? "";
  const matching = visible
    .map((cube) => visibleCube(cube, context.scope.hidden))
    .filter((cube) => wordsOf(cube, context.locale).some((word) => word.includes(wanted)));
  if (matching.length === 0) return [];
  const freshness = await freshnessOf(context);
  return matching.map((cube) => describeCube(cube, freshness, context));
}

/** One cube by name; undefined if it does not exist for the asker. */
export async function describeCubeNamed(
  context: CubeContext,
  name: string,
): Promise<Cube | undefined> {
  const cube = context.scope.hidden.has(name) ? undefined : CUBES.get(name);
  if (!cube) return undefined;
  const visible = visibleCube(cube, context.scope.hidden);
  return describeCube(visible, await freshnessOf(context), context);
}

const freshnessOf = ({ engine, now, signal }: CubeContext): Promise<Freshness> =>
  engine.snapshot({ timeoutMs: CATALOGUE_TIMEOUT_MS, signal }, (read) => readFreshness(read, now));

function wordsOf(cube: CubeDeclaration, locale: Locale): string[] {
  const named = [cube, ...cube.measures.values(), ...cube.dimensions.values()];
  return named.flatMap(({ name, title }) => [
    name.toLowerCase(),
    inLocale(title, locale).toLowerCase(),
  ]);
}

function describeCube(
  cube: CubeDeclaration,
  freshness: Freshness,
  { locale, currency }: CubeContext,
): Cube {
  return {
    name: cube.name,
    title: inLocale(cube.title, locale),
    description: inLocale(cube.description, locale),
    measures: [...cube.measures.values()].map((measure) =>
      describeMeasure(cube, measure, currency, locale),
    ),
    dimensions: [...cube.dimensions.values()].map((dimension) =>
      describeDimension(dimension, locale),
    ),
    namedSets: [],
    segments: [],
    freshness,
    grain: cube.fact.grain,
    factRowLabel: inLocale(cube.row.label, locale),
    unavailable: [],
  };
}

const UNITS: Readonly<Record<Unit, string | null>> = {
  count: null,
  money: "currency",
  days: "days",
  fraction: null,
};

function describeMeasure(
  cube: CubeDeclaration,
  measure: MeasureDeclaration,
  currency: string,
  locale: Locale,
): Measure {
  const dimensions = [...cube.dimensions.keys()];
  const additivity = additivityOf(measure);
  return {
    name: measure.name,
    title: inLocale(measure.title, locale),
    description: measure.description ? inLocale(measure.description, locale) : null,
    formula: inLocale(measure.formula, locale),
    aggregation: aggregationOf(measure),
    additivity,
    nonAdditiveOver: additivity === "ADDITIVE" ? [] : dimensions,
    unit: UNITS[measure.unit],
    currency: measure.unit === "money" ? { rate: "NONE", stored: "ROW" } : null,
    format: formatter(measure.unit, {}, currency, locale).format,
    higherIsBetter: measure.higherIsBetter ?? null,
    compatibleDimensions: dimensions.filter((name) => !measure.notFor?.includes(name)),
  };
}

const describeDimension = (dimension: DimensionDeclaration, locale: Locale): Dimension => ({
  name: dimension.name,
  title: inLocale(dimension.title, locale),
  kind: dimension.kind,
  hierarchies: dimension.hierarchies.map((hierarchy, index) => ({
    name: hierarchy.name,
    title: inLocale(hierarchy.title, locale),
    levels: hierarchy.levels.map((level) => levelOf({ dimension, hierarchy, level }, locale)),
    isDefault: index === 0,
  })),
  scd: dimension.scd,
  cardinality: null,
});
