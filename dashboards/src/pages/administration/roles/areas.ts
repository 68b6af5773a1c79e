import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";

export type Area = "sales" | "base" | "people" | "system" | "other";

const AREAS: Readonly<Record<Exclude<Area, "other">, readonly string[]>> = {
  sales: ["customer", "contact", "opportunity"],
  base: ["product", "dictionary"],
  people: ["user", "department", "role", "apiKey"],
  system: ["audit", "etl", "settings"],
};

export interface AreaRows {
  readonly area: Area;
  readonly resources: readonly CatalogueResourceFragment[];
}

/** The kinds of records in the order in which one looks for them; what is new here comes last. */
export function byArea(catalogue: readonly CatalogueResourceFragment[]): readonly AreaRows[] {
  const areaOf = (name: string): Area =>
    (Object.keys(AREAS) as (keyof typeof AREAS)[]).find((area) => AREAS[area].includes(name)) ??
    "other";
  const grouped = Map.groupBy(catalogue, ({ name }) => areaOf(name));
  return (["sales", "base", "people", "system", "other"] as const).flatMap((area) => {
    const resources = grouped.get(area);
    return resources ? [{ area, resources }] : [];
  });
}

/** Every action of any resource, each once: the columns of the matrix. */
export function actionsOf(catalogue: readonly CatalogueResourceFragment[]) {
  const known = new Map<string, string>();
  for (const { actions } of catalogue) {
    for (const { name, caption } of actions) known.set(name, known.get(name) ?? caption);
  }
  return [...known].map(([name, caption]) => ({ name, caption }));
}
