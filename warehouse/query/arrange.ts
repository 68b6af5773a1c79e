import type { Locale } from "../../schema/kernel/text.ts";
import type { AxisItem, Sort } from "./resolved.ts";
import type { Collected } from "./collect.ts";
import type { MemberFound } from "./member-found.ts";
import { placeAt, type Place } from "./place.ts";
import { compareDecimals } from "./decimal.ts";
import type { AxisPlan, Grain, Slot } from "./totals.ts";
import { isOthers, isReserved } from "./validate-values.ts";

/*
 * Pass: arrange. Assumes that all groups are collected. Puts the positions of an axis in order: a tree
 * by members, sorted within each parent, departments below the one they belong to; ties go by caption,
 * then by key, so the order never depends on the engine's threads.
 */

/** A node of the tree of positions; one that is shown has a place. */
export interface Node {
  readonly step: Step;
  readonly place: Place;
  /** Absent where the grain is computed but not shown. */
  readonly shown: boolean;
  readonly kind: Grain["kind"];
  readonly children: Map<string, Node>;
}

/** The last member on the way to a node. */
interface Step {
  readonly item: number;
  readonly depth: number;
  readonly slot: Slot;
  readonly member: MemberFound;
}

/** A position in its order, not yet numbered. */
export interface Arranged {
  readonly place: Place;
  readonly kind: Grain["kind"];
  readonly depth: number;
  /** Among the arranged positions. */
  readonly parent: Arranged | undefined;
  readonly members: readonly MemberFound[];
  /** Members by item: the path within the chain of each item. */
  readonly paths: readonly (readonly MemberFound[])[];
}

export interface ArrangeSetting {
  readonly axis: AxisPlan;
  readonly collected: Collected;
  readonly locale: Locale;
  readonly totalsFirst: boolean;
  /** The value of a measure at a place of this axis and the sort's position on the other one. */
  readonly valueAt: (place: Place, sort: Extract<Sort, { kind: "measure" }>) => string | null;
  /** The places that are to be shown. */
  readonly places: Iterable<Place>;
}

export function arrange(setting: ArrangeSetting): Arranged[] {
  const { axis, totalsFirst } = setting;
  const out: Arranged[] = [];
  const across = axis.items
    .map(({ sort }) => sort)
    .find((sort) => sort.kind === "measure" && sort.acrossParents);
  const { roots, grand } = grow(setting);
  walk(roots, setting, { parent: undefined, depth: 0, paths: [] }, out);
  if (across?.kind === "measure") sortAcross(out, across, setting);
  if (!grand) return out;
  const total: Arranged = {
    place: grand,
    kind: "grand",
    depth: 0,
    parent: undefined,
    members: [],
    paths: [],
  };
  return totalsFirst ? [total, ...out] : [...out, total];
}

/** The tree of all places; nodes on the way that have no place of their own are not shown. */
function grow({ axis, collected, places }: ArrangeSetting): {
  roots: Map<string, Node>;
  grand: Place | undefined;
} {
  const roots = new Map<string, Node>();
  const grainOf = new Map(axis.grains.map(({ slots }, index) => [aliases(slots), index]));
  let grand: Place | undefined;
  for (const place of places) {
    const grain = axis.grains[place.grain];
    if (!grain) continue;
    if (grain.slots.length === 0) {
      grand = place;
      continue;
    }
    let level = roots;
    stepsOf(grain).forEach(({ item, depth, slot }, index, steps) => {
      const key = place.keys[index] ?? "";
      const id = `${item}.${depth}\u0000${key}`;
      const last = index === steps.length - 1;
      const known = level.get(id);
      const above = grainOf.get(aliases(grain.slots.slice(0, index + 1))) ?? -1;
      const prefix = last ? place : placeAt(above, place.keys.slice(0, index + 1));
      const node: Node = {
        step: { item, depth, slot, member: collected.member(slot, key) },
        place: prefix,
        shown: last || (known?.shown ?? false),
        kind: last ? grain.kind : (known?.kind ?? "subtotal"),
        children: known?.children ?? new Map<string, Node>(),
      };
      level.set(id, node);
      level = node.children;
    });
  }
  return { roots, grand };
}

const aliases = (slots: readonly Slot[]): string => slots.map(({ alias }) => alias).join();

const stepsOf = ({ depths, slots }: Grain): { item: number; depth: number; slot: Slot }[] =>
  depths
    .flatMap((depth, item) => Array.from({ length: depth }, (_, each) => ({ item, depth: each })))
    .flatMap((step, index) => {
      const slot = slots[index];
      return slot ? [{ ...step, slot }] : [];
    });

interface Above {
  readonly parent: Arranged | undefined;
  readonly depth: number;
  readonly paths: readonly (readonly MemberFound[])[];
}

function walk(
  nodes: ReadonlyMap<string, Node>,
  setting: ArrangeSetting,
  above: Above,
  out: Arranged[],
): void {
  // The next item's members first, then the deeper members of the same chain.
  const bySlot = Map.groupBy(nodes.values(), ({ step }) => step.slot);
  const inOrder = [...bySlot.values()].toSorted(
    ([left], [right]) => (right?.step.item ?? 0) - (left?.step.item ?? 0),
  );
  for (const siblings of inOrder) {
    for (const { node, nested } of inTree(siblings, setting)) {
      visit(node, nested, setting, above, [], out);
    }
  }
}

/** Siblings with those that belong below another of them (departments) put there. */
interface InTree {
  readonly node: Node;
  readonly nested: InTree[];
}

function inTree(siblings: readonly Node[], setting: ArrangeSetting): InTree[] {
  const sorted = siblings.toSorted(comparator(siblings, setting));
  const byKey = new Map(
    sorted.map((node) => [node.step.member.key, { node, nested: [] as InTree[] }]),
  );
  const roots: InTree[] = [];
  for (const entry of byKey.values()) {
    const parent = entry.node.step.member.tree?.parent;
    const above = parent == null ? undefined : byKey.get(parent);
    (above?.nested ?? roots).push(entry);
  }
  return roots;
}

function visit(
  node: Node,
  nested: readonly InTree[],
  setting: ArrangeSetting,
  above: Above,
  /** The departments above, for one that stands below another. */
  ancestors: readonly MemberFound[],
  out: Arranged[],
): void {
  const { item, depth, member } = node.step;
  const paths = above.paths.slice(0, item);
  const path = [...(depth === 0 ? ancestors : (above.paths[item] ?? [])), member];
  paths[item] = path;
  const position: Arranged | undefined = node.shown
    ? {
        place: node.place,
        kind: node.kind,
        depth: above.depth,
        parent: above.parent,
        members: paths.flatMap((each) => each.at(-1) ?? []),
        paths,
      }
    : undefined;
  const isTotal = node.kind === "subtotal";
  if (position && (!isTotal || setting.totalsFirst)) out.push(position);
  const below = { parent: position ?? above.parent, depth: above.depth + 1 };
  walk(node.children, setting, { ...below, paths }, out);
  if (position && isTotal && !setting.totalsFirst) out.push(position);
  for (const inner of nested) {
    visit(inner.node, inner.nested, setting, { ...below, paths: above.paths }, path, out);
  }
}

type Compare = (left: Node, right: Node) => number;

function comparator(siblings: readonly Node[], setting: ArrangeSetting): Compare {
  const item: AxisItem | undefined = setting.axis.items[siblings[0]?.step.item ?? 0];
  const collator = new Intl.Collator(setting.locale, { numeric: true });
  const byKey: Compare = (left, right) => compareTexts(left.step.member.key, right.step.member.key);
  const byCaption: Compare = (left, right) =>
    collator.compare(left.step.member.caption, right.step.member.caption) || byKey(left, right);
  const sort = item?.sort ?? { kind: "member", property: "default", dir: "ASC" };
  const sign = sort.dir === "DESC" ? -1 : 1;
  if (sort.kind === "measure") {
    const values = new Map(siblings.map((node) => [node, setting.valueAt(node.place, sort)]));
    return (left, right) =>
      othersLast(left, right) ||
      compareValues(values.get(left) ?? null, values.get(right) ?? null, sign) ||
      byCaption(left, right);
  }
  const inner = memberComparator(sort.property, byKey, byCaption);
  // What is unknown stands last in either direction.
  return (left, right) =>
    othersLast(left, right) || reservedLast(left, right) || sign * inner(left, right);
}

function memberComparator(
  property: "key" | "caption" | "default",
  byKey: Compare,
  byCaption: Compare,
): Compare {
  if (property === "key") return byKey;
  if (property === "caption") return byCaption;
  return (left, right) => {
    const [one, other] = [left.step.member, right.step.member];
    const byRank = (one.rank ?? Infinity) - (other.rank ?? Infinity);
    if (byRank !== 0 && !Number.isNaN(byRank)) return byRank;
    return one.use.level.period ? byKey(left, right) : byCaption(left, right);
  };
}

const othersLast = (left: Node, right: Node): number =>
  Number(isOthers(left.step.member.key)) - Number(isOthers(right.step.member.key));

const reservedLast = (left: Node, right: Node): number =>
  Number(isReserved(left.step.member.key)) - Number(isReserved(right.step.member.key));

const compareTexts = (left: string, right: string): number => {
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** No value stands last in either direction. */
export function compareValues(left: string | null, right: string | null, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * compareDecimals(left, right);
}

function sortAcross(
  positions: Arranged[],
  sort: Extract<Sort, { kind: "measure" }>,
  { valueAt, locale }: ArrangeSetting,
): void {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = sort.dir === "DESC" ? -1 : 1;
  const name = ({ members }: Arranged): string => members.map(({ caption }) => caption).join(" ");
  const values = new Map(positions.map((each) => [each, valueAt(each.place, sort)]));
  positions.sort(
    (left, right) =>
      compareValues(values.get(left) ?? null, values.get(right) ?? null, sign) ||
      collator.compare(name(left), name(right)) ||
      compareTexts(left.place.id, right.place.id),
  );
}
