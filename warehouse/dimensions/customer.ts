import type { Text } from "../../schema/kernel/text.ts";
import {
  columnLevel,
  type HierarchyDeclaration,
  type LevelDeclaration,
  type Role,
} from "../define-dimension.ts";
import type { Col } from "../define.ts";
import { dimCustomer } from "../tables/dim-customer.ts";

const key: Col<typeof dimCustomer> = "customer_id";
const name: Col<typeof dimCustomer> = "name";

const customerLevel: LevelDeclaration = {
  name: "customer",
  title: { zh: "客户", en: "Customer" },
  source: { kind: "own", key, order: undefined },
  caption: { by: "column", zh: name, en: name },
  valueType: "id",
  period: undefined,
  isPrivate: true,
};

const TIERS: Readonly<Record<string, Text>> = {
  "1": { zh: "普通客户", en: "Regular" },
  "2": { zh: "重点开发客户", en: "Focus" },
  "3": { zh: "大客户", en: "Key account" },
  "4": { zh: "合作伙伴", en: "Partner" },
  "5": { zh: "战略合作伙伴", en: "Strategic partner" },
};
const STATUSES: Readonly<Record<string, Text>> = {
  ACTIVE: { zh: "正常", en: "Active" },
  LOST: { zh: "流失", en: "Lost" },
  DELETED: { zh: "已删除", en: "Deleted" },
};
const STARS: Readonly<Record<string, Text>> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((star) => [star, { zh: `${star} 星`, en: `${star} of 5` }]),
);

const tier = columnLevel(dimCustomer, "tier", { zh: "客户等级", en: "Tier" }, ["tier"], {
  caption: { by: "texts", texts: TIERS },
  valueType: "integer",
});
const industry = columnLevel(dimCustomer, "industry", { zh: "行业", en: "Industry" }, ["industry"]);

/** Where a path is shorter than the level, the region is taken as deep as it is known. */
const region = (
  level: string,
  title: Text,
  columns: readonly [Col<typeof dimCustomer>, ...Col<typeof dimCustomer>[]],
): LevelDeclaration =>
  columnLevel(dimCustomer, level, title, columns, { caption: { by: "segment" } });

const attribute = (level: LevelDeclaration): HierarchyDeclaration => ({
  name: level.name,
  title: level.title,
  levels: [level],
});

const hierarchies: readonly HierarchyDeclaration[] = [
  {
    name: "byRegion",
    title: { zh: "按地区", en: "By region" },
    levels: [
      region("region1", { zh: "大区", en: "Region" }, ["region1"]),
      region("region2", { zh: "地区", en: "Area" }, ["region2", "region1"]),
      region("region3", { zh: "片区", en: "District" }, ["region3", "region2", "region1"]),
      customerLevel,
    ],
  },
  { name: "byTier", title: { zh: "按等级", en: "By tier" }, levels: [tier, customerLevel] },
  {
    name: "byIndustry",
    title: { zh: "按行业", en: "By industry" },
    levels: [industry, customerLevel],
  },
  attribute(columnLevel(dimCustomer, "region", { zh: "地区全称", en: "Region path" }, ["region"])),
  attribute(
    columnLevel(dimCustomer, "credit", { zh: "信用度", en: "Credit" }, ["credit"], {
      caption: { by: "texts", texts: STARS },
      valueType: "integer",
    }),
  ),
  attribute(
    columnLevel(
      dimCustomer,
      "satisfaction",
      { zh: "满意度", en: "Satisfaction" },
      ["satisfaction"],
      {
        caption: { by: "texts", texts: STARS },
        valueType: "integer",
      },
    ),
  ),
  attribute(
    columnLevel(dimCustomer, "status", { zh: "客户状态", en: "Customer status" }, ["status"], {
      caption: { by: "texts", texts: STATUSES },
    }),
  ),
];

/** The customer of the event, with its type 2 attributes. */
export const customer = <const V extends string>(via: {
  readonly asIs: V;
  readonly asWas: V;
}): Role<V> => ({
  via: [via.asIs, via.asWas],
  named: (role) => ({
    name: role,
    title: { zh: "客户", en: "Customer" },
    kind: "REGULAR",
    scd: 2,
    join: {
      table: dimCustomer,
      asIs: { fact: via.asIs, column: "customer_durable_key" },
      asWas: { fact: via.asWas, column: "customer_key" },
      isVersioned: true,
    },
    column: undefined,
    hierarchies,
    looksAhead: false,
  }),
});
