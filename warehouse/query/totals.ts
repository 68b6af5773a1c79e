import type { AxisItem, AxisQuestion, LevelUse, MemberAt } from "./resolved.ts";
import { levelId } from "./resolved.ts";

/*
 * Pass: totals. Assumes a valid axis. Lists the grains at which an axis has to be computed: every
 * total, subtotal and opened level is a grain of its own for the engine, never a sum of cells.
 */

/** A level on an axis, and its column in the result. */
export interface Slot {
  readonly alias: string;
  readonly use: LevelUse;
}

export interface Grain {
  /** Outer to inner; none for the grand total. */
  readonly slots: readonly Slot[];
  /** How many levels of each item's chain take part; shorter than the items for a subtotal. */
  readonly depths: readonly number[];
  readonly kind: "detail" | "subtotal" | "grand";
  /** Others are computed for sorting and conditions only. */
  readonly shown: boolean;
}

export interface AxisPlan {
  readonly items: readonly AxisItem[];
  readonly slots: readonly Slot[];
  readonly grains: readonly Grain[];
}

/** Whether any level of the axis is a period. */
export const hasPeriod = ({ items }: Pick<AxisPlan, "items">): boolean =>
  items.some(({ chain }) => chain.some(({ level }) => level.period !== undefined));

/** How deep the chain of an item is open: closed members show one level. */
export function openDepth({ chain, expanded }: AxisItem): number {
  if (chain.length === 1) return 1;
  // A department opens into departments and, where the chain has them, its own people.
  const treeOpens = chain[0]?.level.source.kind === "tree" && expanded.length > 0;
  const deepest = Math.max(0, ...expanded.map((path) => path.length));
  return Math.min(chain.length, treeOpens ? chain.length : 1 + deepest);
}

/** All ways to open the first `count` items: [[1], [2]] or [[1, 1], [2, 1]] … */
function depthsOf(items: readonly AxisItem[], count: number): number[][] {
  return items
    .slice(0, count)
    .reduce<number[][]>(
      (all, item) =>
        all.flatMap((depths) =>
          Array.from({ length: openDepth(item) }, (_, depth) => [...depths, depth + 1]),
        ),
      [[]],
    );
}

export function planAxis(
  axis: AxisQuestion,
  prefix: string,
  needs: { readonly grand: boolean; readonly prefixes: ReadonlySet<number> },
): AxisPlan {
  const { items } = axis;
  const slots: Slot[] = [];
  const chains = items.map(({ chain }) =>
    chain.map((use) => {
      const slot = { alias: `${prefix}${slots.length}`, use };
      slots.push(slot);
      return slot;
    }),
  );
  const grains: Grain[] = [];
  const add = (count: number, kind: Grain["kind"], shown: boolean): void => {
    for (const depths of depthsOf(items, count)) {
      const used = depths.flatMap((depth, item) => chains[item]?.slice(0, depth) ?? []);
      grains.push({ slots: used, depths, kind, shown });
    }
  };
  if (items.length > 0) add(items.length, "detail", true);
  for (let count = items.length - 1; count > 0; count -= 1) {
    const shown = items[count - 1]?.subtotal ?? false;
    if (shown || needs.prefixes.has(count)) add(count, "subtotal", shown);
  }
  const shown = axis.grandTotal || items.length === 0;
  if (shown || needs.grand) add(0, "grand", shown);
  return { items, slots, grains };
}

/** The number of items whose members `at` names, which is where its cells are; undefined if none. */
export function prefixOf(axis: AxisQuestion, at: readonly MemberAt[]): number | undefined {
  const wanted = new Set(at.map(({ use }) => levelId(use)));
  const standing = axis.items.slice(0, at.length).map(({ chain }) => chain[0]);
  const matches = standing.every((use) => use && wanted.has(levelId(use)));
  return matches && standing.length === at.length && wanted.size === at.length
    ? at.length
    : undefined;
}
