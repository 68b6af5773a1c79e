import type { Text } from "../../schema/kernel/text.ts";
import type { OpenFile } from "./csv/open-file.ts";
import type { Kind, ReadContext, Value } from "./kinds/kind.ts";
import { columnOf, type Mapping } from "./mapping.ts";
import { pathsOf, placeOf, type Company, type Place } from "./target.ts";

/** One field path that rows get a value for: where it comes from and where it goes. */
export interface PlannedPath {
  readonly path: string;
  readonly place: Place;
  readonly caption: Text;
  readonly kind: Kind;
  readonly required: boolean;
  /** Position in the file; absent where only a default fills it. */
  readonly position?: number;
  readonly values: ReadonlyMap<string, Value> | undefined;
  /** What an empty cell means. */
  readonly fallback: Value;
}

/** A mapping applied to one file: what every row is read and written by. */
export interface ImportPlan {
  readonly mapping: Mapping;
  readonly company: Company;
  readonly context: ReadContext;
  readonly width: number;
  readonly paths: readonly PlannedPath[];
  /** Columns that the file or the defaults fill: an update writes these. */
  readonly given: readonly string[];
  /** Columns that hold decimals: they are read as texts, for JavaScript would round them. */
  readonly decimals: ReadonlySet<string>;
  /** Columns of a new record, those included that fall back to a value of the company. */
  readonly inserted: readonly string[];
}

export function planImport(mapping: Mapping, file: OpenFile, company: Company): ImportPlan {
  const { target } = mapping;
  const paths = pathsOf(target).flatMap((path): PlannedPath[] => {
    const place = placeOf(target, path);
    const planned = place && plannedPath(path, place, mapping, file, company);
    return planned ? [planned] : [];
  });
  const columnsOf = (some: readonly PlannedPath[]): string[] => [
    ...new Set(some.flatMap(({ place }) => columnAt(place) ?? [])),
  ];
  const given = paths.filter(
    ({ path, position }) => position !== undefined || mapping.defaults.has(path),
  );
  return {
    mapping,
    company,
    context: { timeZone: company.timeZone, dateFormat: mapping.dateFormat },
    width: file.width,
    paths,
    given: columnsOf(given),
    decimals: new Set(["closed_amount", ...columnsOf(paths.filter(isDecimal))]),
    inserted: columnsOf(paths),
  };
}

const isDecimal = ({ kind }: PlannedPath): boolean => kind.sqlType === "numeric";

export const columnAt = (place: Place): string | undefined =>
  place.kind === "field" ? place.field.column : place.relation.column;

/** Undefined where the row says nothing about the path and nothing stands in for it. */
function plannedPath(
  path: string,
  place: Place,
  mapping: Mapping,
  file: OpenFile,
  company: Company,
): PlannedPath | undefined {
  const header = columnOf(mapping, path);
  const position = header === undefined ? undefined : file.positions.get(header);
  const declared = place.kind === "field" ? place.field : place.relation;
  const own =
    place.kind === "field" ? place.field.fallback?.(company) : relationFallback(place, path);
  const fallback = mapping.defaults.get(path) ?? own;
  if (position === undefined && fallback === undefined) return undefined;
  return {
    path,
    place,
    caption: declared.caption,
    kind: declared.kind,
    required: declared.required === true,
    ...(position === undefined ? {} : { position }),
    values: mapping.values.get(path),
    fallback: fallback ?? declared.kind.empty ?? null,
  };
}

/** A relation falls back under its first path only; it may have several. */
const relationFallback = (place: Place & { kind: "relation" }, path: string): Value | undefined =>
  Object.keys(place.relation.paths)[0] === path ? place.relation.fallback : undefined;
