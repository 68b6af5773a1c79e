import { createHash } from "node:crypto";
import type { Arranged } from "./arrange.ts";
import type { CubeAccess } from "./context.ts";
import type { Attribution, Axis } from "./names.ts";
import type { FilterGroup } from "./question.ts";
import type { KeptMembers } from "./render-kept.ts";
import type { LevelUse, ValidQuestion } from "./resolved.ts";
import type { ResolvedTime } from "./resolve-time.ts";
import { sealer, unseal } from "./tokens.ts";
import { isOthers } from "./validate-values.ts";

/** What a row token says: which facts the whole answer was about, and which of them are in this row. */
export interface DrillSlice {
  readonly cube: string;
  readonly filters: FilterGroup | null;
  readonly time: { readonly dimension: string; readonly from: string; readonly to: string } | null;
  readonly attribution: Attribution;
}

/** [dimension, hierarchy, level, key] of each member; of OTHERS the keys that they are not. */
export type DrillMember = readonly [string, string, string, string, (readonly string[])?];

/** What all tokens of an axis have in common. */
interface Common {
  readonly a: Axis;
  /** The slice on rows; on columns its fingerprint, so that tokens of two answers do not mix. */
  readonly s?: DrillSlice;
  readonly f: string;
  /** The load and the rights under which the cell was computed. */
  readonly r?: string;
}

/** Tells whether a cell and its rows were computed from the same load under the same rights. */
export const accessFingerprint = (runId: string, { owners }: CubeAccess): string =>
  createHash("sha256")
    .update(JSON.stringify([runId, owners === "all" ? owners : [...owners].toSorted()]))
    .digest("base64url")
    .slice(0, 12);

const fingerprint = (slice: DrillSlice): string =>
  createHash("sha256").update(JSON.stringify(slice)).digest("base64url").slice(0, 12);

/** How the positions of an axis of this answer are signed. */
export function positionTokens(
  axis: "rows" | "columns",
  tops: readonly KeptMembers[],
  { cube, normal }: ValidQuestion,
  time: ResolvedTime | undefined,
  state: string,
  tokenKey: string,
): (position: Arranged) => string {
  const slice: DrillSlice = {
    cube: cube.name,
    filters: normal.filters,
    // Resolved days: "this month" of yesterday's answer stays yesterday's month.
    time: time ? { dimension: time.dimension.name, ...time.span } : null,
    attribution: normal.attribution,
  };
  const common: Common = {
    a: axis === "rows" ? "ROWS" : "COLUMNS",
    ...(axis === "rows" ? { s: slice, r: state } : {}),
    f: fingerprint(slice),
  };
  const seal = sealer(common, tokenKey);
  return ({ paths, place }) =>
    seal(
      paths.flatMap((path) =>
        path.map(({ use, key }): DrillMember => {
          const named = [use.dimension.name, use.hierarchy.name, use.level.name, key] as const;
          return isOthers(key) ? [...named, keptBeside(tops, use, place.keys)] : named;
        }),
      ),
    );
}

/** The members that top-N kept under the same outer members. */
const keptBeside = (
  tops: readonly KeptMembers[],
  use: LevelUse,
  place: readonly string[],
): readonly string[] => {
  const kept = tops.find(({ slots }) => slots.at(-1)?.use === use);
  return (kept?.names ?? []).flatMap((names) => {
    const outer = names.slice(0, -1);
    return outer.every((key, at) => key === place[at]) ? names.slice(-1) : [];
  });
};

export interface DrillTokens {
  readonly slice: DrillSlice;
  readonly state: string;
  readonly members: readonly DrillMember[];
}

/** The facts of a cell by the tokens of its two positions; undefined if they are not ours or not of one answer. */
export function readTokens(
  row: string,
  column: string | null | undefined,
  tokenKey: string,
): DrillTokens | undefined {
  const [first, rows] = read(row, tokenKey);
  if (!first?.s || first.a !== "ROWS") return undefined;
  const state = first.r ?? "";
  if (column == null) return { slice: first.s, state, members: rows };
  const [second, columns] = read(column, tokenKey);
  if (second?.a !== "COLUMNS" || second.f !== first.f) return undefined;
  return { slice: first.s, state, members: [...rows, ...columns] };
}

const read = (token: string, key: string): readonly [Common | undefined, readonly DrillMember[]] =>
  (unseal(token, key) as readonly [Common, readonly DrillMember[]] | undefined) ?? [undefined, []];
