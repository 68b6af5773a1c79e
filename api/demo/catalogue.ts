import { DEMO_CATEGORIES, DEMO_REGIONS, type DemoCategory } from "./company.ts";
import { demoId } from "./identity.ts";
import type { Random } from "./random.ts";
import type { DictionaryRow, ProductRow } from "./rows.ts";

export interface DemoProduct {
  readonly row: ProductRow;
  readonly category: DemoCategory;
  readonly price: number;
}

/** The products, as if a sales system had sent them. */
export const makeProducts = (random: Random, currency: string, founded: Date): DemoProduct[] =>
  DEMO_CATEGORIES.flatMap((category) =>
    category.models.map(([name, model, price]) => ({
      category,
      price,
      row: {
        id: demoId(random, founded),
        source: "demo",
        external_id: model,
        name,
        model,
        category: category.name,
        unit: category.name === "维保服务" ? "年" : "台",
        price: price.toFixed(4),
        currency,
        source_updated_at: founded.toISOString(),
        fetched_at: founded.toISOString(),
      },
    })),
  );

/** Region entries for every place and the levels above it. */
export function makeRegions(): DictionaryRow[] {
  const paths = new Set<string>();
  for (const region of DEMO_REGIONS) {
    for (const place of region.offices.flatMap((office) => office.places)) {
      const steps = place.split(" / ");
      steps.forEach((_step, index) => paths.add(steps.slice(0, index + 1).join(" / ")));
    }
  }
  return [...paths].map((path, index) => ({
    type: "region",
    code: path,
    caption_zh: path,
    caption_en: path,
    sort_order: index,
  }));
}
