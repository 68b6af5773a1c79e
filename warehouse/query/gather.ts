import { limitExceeded } from "../../schema/kernel/errors.ts";
import type { Read } from "../engine/engine.ts";
import type { Freshness } from "./cellset.ts";
import { Collected } from "./collect.ts";
import type { CubeContext } from "./context.ts";
import { readFreshness } from "./freshness.ts";
import { lookUpMembers, type KnownMembers } from "./look-up.ts";
import type { Plan } from "./plan.ts";
import { referenceOf } from "./reference.ts";
import { onlyOpen } from "./expand.ts";
import { fillEmpty } from "./fill-empty.ts";
import type { KeptMembers } from "./render-kept.ts";
import { keepTop } from "./top-n.ts";
import { visibleRows } from "./visible-rows.ts";
import {
  MAX_GROUPS,
  renderBranch,
  type Rendered,
  type RenderSetting,
  type Slice,
} from "./render.ts";
import type { ValidQuestion } from "./resolved.ts";
import { resolveTime, type ResolvedTime } from "./resolve-time.ts";
import { ownerRanges } from "./restrict-access.ts";

/** What the engine answered, from one state of the warehouse. */
export interface Gathered {
  readonly freshness: Freshness;
  readonly time: ResolvedTime | undefined;
  readonly known: KnownMembers;
  readonly slice: Slice;
  readonly rendered: readonly Rendered[];
  readonly collected: Collected;
  /** The members that top-N keeps, by item. */
  readonly tops: readonly KeptMembers[];
  /** The same places over the range of comparison. */
  readonly compared: Collected | undefined;
}

/** Everything that has to be known before statements can be written. */
export interface Prepared {
  readonly freshness: Freshness;
  readonly time: ResolvedTime | undefined;
  readonly setting: RenderSetting;
  /** The one currency of all facts of the cube, if there is one. */
  readonly currency: string | null;
}

export async function prepare(
  question: ValidQuestion,
  context: CubeContext,
  version: number | undefined,
  read: Read,
): Promise<Prepared> {
  const { engine, scope, fiscalStart, now } = context;
  const freshness = await readFreshness(read, now);
  const reference = await referenceOf(engine, version, read);
  const time = resolveTime(question, now, fiscalStart);
  const currencies = reference.currencies.get(question.cube.name) ?? [];
  return {
    freshness,
    time,
    currency: currencies.length === 1 ? (currencies[0] ?? null) : null,
    setting: {
      cube: question.cube,
      ranges: ownerRanges(scope, reference),
      time,
      filter: question.filter,
      known: await lookUpMembers(question.filter, read),
      attribution: question.normal.attribution,
      fiscalStart,
      locale: question.locale,
      manyCurrencies: currencies.length > 1,
    },
  };
}

/** Runs every branch of the plan, for the range and for the one it is compared with. */
export async function gather(
  question: ValidQuestion,
  plan: Plan,
  context: CubeContext,
  version: number | undefined,
  read: Read,
): Promise<Gathered> {
  const {
    freshness,
    time,
    currency,
    setting: slice,
  } = await prepare(question, context, version, read);
  const run = async (own: RenderSetting): Promise<[Rendered[], Collected]> => {
    const collected = new Collected(question.locale, currency);
    const rendered = plan.branches.map((branch) => renderBranch(branch, own));
    for (const each of rendered) {
      const answer = await read(each.statement);
      if (answer.rows.length > MAX_GROUPS) throw tooManyGroups();
      collected.add(each, answer);
    }
    return [rendered, collected];
  };
  const tops = await keepTop(question, plan, slice, read);
  let setting: RenderSetting = { ...slice, tops, only: onlyOpen(plan) };
  let [rendered, collected] = await run(setting);
  const visible = visibleRows(question, plan, collected);
  if (visible) {
    setting = { ...setting, visible };
    [rendered, collected] = await run(setting);
  }
  await fillEmpty(plan, time, setting, collected, read);
  const comparison = time?.comparison && { ...time, span: time.comparison };
  const [, compared] = comparison ? await run({ ...setting, time: comparison }) : [];
  return { freshness, time, known: slice.known, slice, rendered, collected, tops, compared };
}

const tooManyGroups = () =>
  limitExceeded({
    zh: `结果超过 ${MAX_GROUPS} 组；请缩小范围、减少层级或使用 topN`,
    en: `The answer has more than ${MAX_GROUPS} groups; narrow it, use fewer levels or topN`,
  });
