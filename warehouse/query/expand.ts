import { and, or, raw, sql, type Fragment } from "../sql/fragment.ts";
import type { Collected } from "./collect.ts";
import type { MemberFound } from "./member-found.ts";
import type { Place } from "./place.ts";
import type { Branch, Plan } from "./plan.ts";
import type { AxisItem } from "./resolved.ts";
import type { AxisPlan, Grain, Slot } from "./totals.ts";

/*
 * Pass: expand. Assumes a plan with the grains of the open levels. Of a hierarchy that is opened in
 * place, shows the members of its first level and the children of those that are open: by statement
 * where members may be many, and finally by position.
 */

const SEPARATOR = "\u0000";
const pathId = (keys: readonly string[]): string => keys.join(SEPARATOR);

/** The keys of one item within the keys of a place. */
function keysOfItem(place: Place, grain: Grain, item: number): readonly string[] {
  const start = grain.depths.slice(0, item).reduce((sum, depth) => sum + depth, 0);
  return place.keys.slice(start, start + (grain.depths[item] ?? 0));
}

/** Whether every member above a place is open. */
export function isOpen(place: Place, axis: AxisPlan, collected: Collected): boolean {
  const grain = axis.grains[place.grain];
  if (!grain) return false;
  return axis.items.slice(0, grain.depths.length).every((item, at) => {
    if (!isExpandable(item)) return true;
    const keys = keysOfItem(place, grain, at);
    const open = new Set(item.expanded.map(pathId));
    const [first] = grain.slots.filter(({ use }) => item.chain[0] === use);
    return first?.use.level.source.kind === "tree"
      ? isTreeOpen(keys, first, open, collected)
      : keys.every((_, depth) => depth === 0 || open.has(pathId(keys.slice(0, depth))));
  });
}

/** One level is simply listed; a hierarchy that could open is shown closed first. */
const isExpandable = ({ chain, isHierarchy }: AxisItem): boolean => isHierarchy || chain.length > 1;

/** Departments hang below each other: the way up to the topmost one has to be open. */
function isTreeOpen(
  [department = "", person]: readonly string[],
  slot: Slot,
  open: ReadonlySet<string>,
  collected: Collected,
): boolean {
  const path = treePath(collected.member(slot, department), slot, collected).map(({ key }) => key);
  const above = person === undefined ? path.slice(0, -1) : path;
  return above.every((_, depth) => open.has(pathId(above.slice(0, depth + 1))));
}

/** From the topmost department that the answer knows down to this one. */
function treePath(member: MemberFound, slot: Slot, collected: Collected): MemberFound[] {
  const parent = member.tree?.parent ?? null;
  const above = parent === null ? undefined : collected.members.get(slot.alias)?.get(parent);
  return above ? [...treePath(above, slot, collected), member] : [member];
}

/** Deeper groups only below open members: a condition on the groups of a branch. */
export const onlyOpen =
  (plan: Plan) =>
  (branch: Branch, masks: readonly number[]): Fragment | undefined => {
    const conditions = branch.sets.flatMap((set, at): Fragment[] =>
      [
        { axis: plan.rows, grain: plan.rows.grains[set.row] },
        { axis: plan.columns, grain: plan.columns.grains[set.column] },
      ].flatMap(({ axis, grain }) => {
        const below = grain ? belowOpen(axis, grain) : undefined;
        return below ? [sql`(g.mask <> ${raw(String(masks[at] ?? 0))} or ${below})`] : [];
      }),
    );
    return conditions.length === 0 ? undefined : and(conditions);
  };

function belowOpen({ items }: AxisPlan, grain: Grain): Fragment | undefined {
  const conditions = grain.depths.flatMap((depth, at): Fragment[] => {
    const item = items[at];
    if (!item || depth === 1 || item.chain[0]?.level.source.kind === "tree") return [];
    const start = grain.depths.slice(0, at).reduce((sum, each) => sum + each, 0);
    const above = grain.slots.slice(start, start + depth - 1);
    const paths = item.expanded.filter((path) => path.length === depth - 1);
    return [
      or(
        paths.map((path) =>
          and(
            above.map(({ alias }, index) => sql`g.${raw(alias)}::varchar = ${path[index] ?? ""}`),
          ),
        ),
      ),
    ];
  });
  return conditions.length === 0 ? undefined : and(conditions);
}
