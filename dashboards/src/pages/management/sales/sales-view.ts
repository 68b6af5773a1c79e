import { ALL_TIME, readPeriod, writePeriod, type Period } from "../../../cube/period.ts";
import type { LevelRef } from "../../../gql/graphql.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

/** What can be picked on one card to narrow all of them. */
export const PICKS = {
  department: { dimension: "owner", hierarchy: "organization", level: "department" },
  person: { dimension: "owner", hierarchy: "user", level: "user" },
  industry: { dimension: "customer", hierarchy: "byIndustry", level: "industry" },
  tier: { dimension: "customer", hierarchy: "byTier", level: "tier" },
} as const satisfies Record<string, LevelRef>;

export type PickName = keyof typeof PICKS;
export const PICK_NAMES = Object.keys(PICKS) as PickName[];

/** The caption is for the eye, the key decides. */
export interface Member {
  readonly key: string;
  readonly caption: string;
}

export type Picked = Readonly<Partial<Record<PickName, Member>>>;

/** Everything this page can be set to; all of it stands in the address. */
export interface SalesView {
  /** When the opportunities were closed. */
  readonly period: Period;
  readonly picked: Picked;
  readonly trendAs: "chart" | "table";
}

export const SALES_VIEW: ViewCodec<SalesView> = {
  read(params, unread) {
    const text = params.get("closed");
    const period = text === null ? ALL_TIME : readPeriod(text);
    if (!period && text) unread(text);
    const picked = PICK_NAMES.flatMap((name): [PickName, Member][] => {
      const key = params.get(name);
      return key ? [[name, { key, caption: params.get(`${name}Name`) ?? key }]] : [];
    });
    return {
      period: period ?? ALL_TIME,
      picked: Object.fromEntries(picked),
      trendAs: params.get("trend") === "table" ? "table" : "chart",
    };
  },
  write: ({ period, picked, trendAs }) => ({
    closed: writePeriod(period),
    ...Object.fromEntries(
      PICK_NAMES.flatMap((name) => [
        [name, picked[name]?.key],
        [`${name}Name`, picked[name]?.caption],
      ]),
    ),
    trend: trendAs === "table" ? trendAs : undefined,
  }),
};

/** Without one of the picks, or with another member for it. */
export function repick(picked: Picked, name: PickName, member?: Member): Picked {
  const { [name]: _former, ...others } = picked;
  return member ? { ...others, [name]: member } : others;
}
