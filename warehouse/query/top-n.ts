import type { Read } from "../engine/engine.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { compareValues } from "./arrange.ts";
import { Figures } from "./cells.ts";
import { Collected } from "./collect.ts";
import type { MemberFound } from "./member-found.ts";
import { placeAt, type Place } from "./place.ts";
import { branchesOf } from "./plan.ts";
import type { KeptMembers } from "./render-kept.ts";
import { renderBranch, type RenderSetting } from "./render.ts";
import type { Top, ValidQuestion } from "./resolved.ts";
import { planAxis, type AxisPlan } from "./totals.ts";

/*
 * Pass: top-N. Assumes a planned question and the slice that it is cut to. Ranks the members of an item
 * by their totals over the other axis and keeps the first n (of each parent, or of the axis); the facts
 * of all others are grouped as one member, so that OTHERS is computed by the engine like any other
 * and also its ratios and medians are right. Outer items first: the inner ones rank within what is kept.
 */

export async function keepTop(
  question: ValidQuestion,
  axes: { readonly rows: AxisPlan; readonly columns: AxisPlan },
  setting: RenderSetting,
  read: Read,
): Promise<KeptMembers[]> {
  const kept: KeptMembers[] = [];
  for (const axis of [axes.rows, axes.columns]) {
    for (const [index, { top }] of axis.items.entries()) {
      if (top)
        kept.push(await rank(question, axis, index, top, { ...setting, tops: [...kept] }, read));
    }
  }
  return kept;
}

async function rank(
  question: ValidQuestion,
  axis: AxisPlan,
  index: number,
  top: Top,
  setting: RenderSetting,
  read: Read,
): Promise<KeptMembers> {
  // The axis cut after the item, with the very slots of the whole one.
  const items = axis.items.slice(0, index + 1);
  const grain = axis.grains.findIndex(({ depths }) => depths.length === index + 1);
  const slots = axis.grains[grain]?.slots ?? [];
  const ranked: AxisPlan = {
    items,
    slots,
    grains: [{ slots, depths: items.map(() => 1), kind: "detail", shown: true }],
  };
  const other = planAxis({ items: [], grandTotal: true }, "x", NOTHING_ELSE);
  const plan = {
    rows: ranked,
    columns: other,
    measures: [top.by],
    branches: branchesOf(ranked, other, [top.by]),
  };
  const collected = new Collected(setting.locale, null);
  for (const branch of plan.branches) {
    const rendered = renderBranch(branch, setting);
    collected.add(rendered, await read(rendered.statement));
  }
  const figures = new Figures(collected, plan, question);
  const chosen = choose(
    [...collected.rows.values()],
    ranked,
    top,
    collected,
    figures,
    setting.locale,
  );
  return {
    slots,
    keys: chosen.map(({ keys }) => keys.map((key, at) => rawOf(collected, ranked, key, at))),
    names: chosen.map(({ keys }) => keys),
  };
}

const NOTHING_ELSE = { grand: false, prefixes: new Set<number>() } as const;

const rawOf = (collected: Collected, { slots }: AxisPlan, key: string, at: number) => {
  const slot = slots[at];
  return slot ? collected.member(slot, key).raw : null;
};

function choose(
  places: readonly Place[],
  { slots }: AxisPlan,
  top: Top,
  collected: Collected,
  figures: Figures,
  locale: Locale,
): Place[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const last = slots.at(-1);
  const member = (place: Place): MemberFound | undefined =>
    last && collected.member(last, place.keys.at(-1) ?? "");
  const sign = top.order === "DESC" ? -1 : 1;
  const ranked = places
    .map((place) => ({
      place,
      value: figures.at(place, GRAND, top.by).value,
      member: member(place),
    }))
    // What has no value cannot be among the first.
    .filter(({ value }) => value !== null)
    .toSorted(
      (left, right) =>
        compareValues(left.value, right.value, sign) ||
        collator.compare(left.member?.caption ?? "", right.member?.caption ?? "") ||
        ((left.member?.key ?? "") < (right.member?.key ?? "") ? -1 : 1),
    );
  const groups = Map.groupBy(ranked, ({ place }) =>
    top.per === "PARENT" ? place.keys.slice(0, -1).join("\u0000") : "",
  );
  return [...groups.values()].flatMap((group) => {
    const bar = group[top.n - 1]?.value ?? null;
    return group.flatMap(({ place, value }, at) => {
      const ties = top.ties === "INCLUDE" && bar !== null && value === bar;
      return at < top.n || ties ? [place] : [];
    });
  });
}

const GRAND = placeAt(0, []);
