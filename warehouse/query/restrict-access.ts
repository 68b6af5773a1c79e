import type { CubeDeclaration } from "../define-cube.ts";
import { and, NEVER, or, raw, sql, type Fragment } from "../sql/fragment.ts";
import type { CubeAccess } from "./context.ts";
import type { Reference } from "./reference.ts";

/*
 * Pass: access. Assumes nothing of the question: whatever is asked, the facts are first cut to those
 * whose present owner is among the asker's users. Users are numbered in the order of the department
 * tree, so a subtree is one or a few ranges, and BETWEEN costs next to nothing where a semi-join
 * would cost half as much again as the question.
 */

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Rows that the asker may not see take no part in any figure. `undefined` means all rows. */
export function ownerRanges(
  { owners }: CubeAccess,
  { users, numbers }: Reference,
): readonly Range[] | undefined {
  if (owners === "all") return undefined;
  const admitted = new Set(owners.flatMap((id) => users.get(id.toLowerCase()) ?? []));
  const ranges: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  // Walking over all numbers, a gap in the numbering does not end a range; a foreign user does.
  for (const number of numbers) {
    if (!admitted.has(number)) {
      open = undefined;
    } else if (open) {
      open.to = number;
    } else {
      open = { from: number, to: number };
      ranges.push(open);
    }
  }
  return ranges;
}

/** The ranges as a predicate on the facts (alias f). */
export function ownerPredicate(
  cube: CubeDeclaration,
  ranges: readonly Range[] | undefined,
): Fragment | undefined {
  if (!ranges) return undefined;
  if (ranges.length === 0) return NEVER;
  const owner = raw(`f.${cube.owner}`);
  return and([or(ranges.map(({ from, to }) => sql`${owner} between ${from} and ${to}`))]);
}
