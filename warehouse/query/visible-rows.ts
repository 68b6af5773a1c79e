import { Figures } from "./cells.ts";
import { placesToShow } from "./choose-places.ts";
import type { Collected } from "./collect.ts";
import type { Plan } from "./plan.ts";
import type { KeptMembers } from "./render-kept.ts";
import type { ValidQuestion } from "./resolved.ts";

/*
 * Pass: visible totals. Assumes collected groups. With basis VISIBLE, totals are those of the rows
 * that conditions and top-N left: the engine computes them again over just these rows' facts.
 */

export function visibleRows(
  question: ValidQuestion,
  plan: Plan,
  collected: Collected,
): KeptMembers | undefined {
  if (question.normal.totals.basis === "ALL" || plan.rows.items.length === 0) return undefined;
  const figures = new Figures(collected, plan, question);
  const detail = plan.rows.grains.findIndex(({ kind }) => kind === "detail");
  const slots = plan.rows.grains[detail]?.slots ?? [];
  const { rows } = placesToShow(question, plan, collected, figures);
  const names = rows.filter(({ grain }) => grain === detail).map(({ keys }) => keys);
  return {
    slots,
    names,
    keys: names.map((keys) =>
      keys.map((key, at) => {
        const slot = slots[at];
        return slot ? collected.member(slot, key).raw : null;
      }),
    ),
  };
}
