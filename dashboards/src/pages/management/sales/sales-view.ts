import { ALL_TIME, readPeriod, writePeriod, type Period } from "../../../cube/period.ts";
import type { LevelRef } from "../../../gql/graphql.ts";
import { decoded } from "../../../lib/decoded.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

/** By what the whole page can be narrowed: with a picker at the top, or by a name on a card. */
export const PICKS = {
  department: { dimension: "owner", hierarchy: "organization", level: "department" },
  person: { dimension: "owner", hierarchy: "user", level: "user" },
  region: { dimension: "customer", hierarchy: "byRegion", level: "region1" },
  tier: { dimension: "customer", hierarchy: "byTier", level: "tier" },
  industry: { dimension: "customer", hierarchy: "byIndustry", level: "industry" },
} as const satisfies Record<string, LevelRef>;

export type PickName = keyof typeof PICKS;
export const PICK_NAMES = Object.keys(PICKS) as PickName[];

/** Keys of members; their captions are the server's to give. */
export type Picked = Readonly<Partial<Record<PickName, readonly string[]>>>;

/**
 * A year up to now: never empty on the first of January as "this year" is, every month stands beside
 * the same month of a year ago, and whole seasons are compared.
 */
export const USUAL_PERIOD: Period = { kind: "relative", name: "last12Months" };

export const SHAPES = ["chart", "table"] as const;
export type Shape = (typeof SHAPES)[number];

/** Everything this page can be set to; all of it stands in the address. */
export interface SalesView {
  /** When the opportunities were closed. */
  readonly period: Period;
  readonly picked: Picked;
  readonly trendAs: Shape;
  readonly funnelAs: Shape;
  /** Departments that are not open or closed as they usually are. */
  readonly turned: readonly string[];
}

export const SALES_VIEW: ViewCodec<SalesView> = {
  read(params, unread) {
    const shape = (name: string): Shape => {
      const text = params.get(name);
      const known = SHAPES.find((one) => one === text);
      if (text !== null && !known) unread(text);
      return known ?? "chart";
    };
    return {
      period: periodOf(params.get("closed"), unread),
      picked: Object.fromEntries(
        PICK_NAMES.flatMap((name) => {
          const keys = readKeys(params.get(name));
          return keys.length > 0 ? [[name, keys]] : [];
        }),
      ),
      trendAs: shape("trend"),
      funnelAs: shape("funnel"),
      turned: readKeys(params.get("turned")),
    };
  },
  write: ({ period, picked, trendAs, funnelAs, turned }) => ({
    closed: textOf(period),
    ...Object.fromEntries(PICK_NAMES.map((name) => [name, writeKeys(picked[name] ?? [])])),
    trend: trendAs === "chart" ? undefined : trendAs,
    funnel: funnelAs === "chart" ? undefined : funnelAs,
    turned: writeKeys(turned),
  }),
};

const ALL = "all";

function periodOf(text: string | null, unread: (text: string) => void): Period {
  if (text === null) return USUAL_PERIOD;
  const period = text === ALL ? ALL_TIME : readPeriod(text);
  if (!period) unread(text);
  return period ?? USUAL_PERIOD;
}

function textOf(period: Period): string | undefined {
  const text = writePeriod(period) ?? ALL;
  return text === writePeriod(USUAL_PERIOD) ? undefined : text;
}

const writeKeys = (keys: readonly string[]) => keys.map(encodeURIComponent).join(",");

function readKeys(text: string | null): readonly string[] {
  const keys = (text ?? "").split(",").filter((part) => part !== "");
  return [...new Set(keys.map(decoded))];
}

/** The same picks with these members for one name; none takes it off. */
export function repick(picked: Picked, name: PickName, keys: readonly string[] = []): Picked {
  const { [name]: _former, ...others } = picked;
  return keys.length > 0 ? { ...others, [name]: keys } : others;
}
