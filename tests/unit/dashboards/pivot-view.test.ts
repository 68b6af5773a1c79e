import { describe, expect, it } from "vitest";
import type { Cube } from "../../../dashboards/src/pages/analysis/pivot/axis-item.ts";
import { itemChoices } from "../../../dashboards/src/pages/analysis/pivot/axis-item.ts";
import { pivotQuestion } from "../../../dashboards/src/pages/analysis/pivot/pivot-question.ts";
import { PIVOT_VIEW } from "../../../dashboards/src/pages/analysis/pivot/pivot-view.ts";
import { viewInCube } from "../../../dashboards/src/pages/analysis/pivot/view-in-cube.ts";

const level = (name: string, depth = 0) => ({ name, title: name, depth });
const hierarchy = (name: string, ...levels: string[]) => ({
  name,
  title: name,
  isDefault: true,
  levels: levels.map(level),
});
const measure = (name: string) => ({
  name,
  title: name,
  description: null,
  formula: null,
  compatibleDimensions: [],
});
const CUBE: Cube = {
  name: "opportunities",
  title: "Opportunities",
  measures: [measure("wonAmount"), measure("winRate")],
  dimensions: [
    {
      name: "owner",
      title: "Owner",
      kind: "PARENT_CHILD",
      hierarchies: [hierarchy("organization", "department", "user")],
    },
    {
      name: "customer",
      title: "Customer",
      kind: "REGULAR",
      hierarchies: [
        hierarchy("byTier", "tier", "customer"),
        hierarchy("byIndustry", "industry", "customer"),
      ],
    },
    {
      name: "closedDate",
      title: "Closed",
      kind: "TIME",
      hierarchies: [hierarchy("calendar", "year", "quarter")],
    },
  ],
};

function read(address: string) {
  const unread: string[] = [];
  const view = PIVOT_VIEW.read(new URLSearchParams(address), (text) => unread.push(text));
  return { view, unread };
}
const written = (address: string) =>
  new URLSearchParams(
    Object.entries(PIVOT_VIEW.write(read(address).view)).flatMap(
      ([name, text]): [string, string][] => (text ? [[name, text]] : []),
    ),
  ).toString();
const asked = (address: string) => pivotQuestion(viewInCube(read(address).view, CUBE).view, CUBE);

describe("the address of a pivot", () => {
  it.each([
    "rows=owner.organization&open=owner.organization%3Aa%2Fb",
    "measures=wonAmount%3AVALUE%3APCT_OF_TOTAL%2CwinRate",
    "period=thisYear&compare=samePeriodLastYear",
    "filter=customer.byTier.tier%3A1%3A3%3Bowner.organization.department%3Aa%2520b",
    "top=customer.byTier.customer%3A5%3AwonAmount%3Ahide",
    "totals=grandRow&totalsAt=after",
    "rows=%2C&columns=%2C&measures=%2C&totals=%2C",
    "sort=-2017%3AwonAmount%3AVALUE",
    "",
  ])("says the same after it was read: %s", (address) => {
    expect(new URLSearchParams(written(address))).toEqual(new URLSearchParams(address));
    expect(read(address).unread).toEqual([]);
  });

  it.each([
    ["measures=wonAmount:NONSENSE", "NONSENSE"],
    ["compare=nextYear&period=thisYear", "nextYear"],
    ["filter=customer.byTier:1", "customer.byTier:1"],
    ["top=customer.byTier.customer:0:wonAmount", "customer.byTier.customer:0:wonAmount"],
    ["totals=sideways", "sideways"],
    ["rows=owner", "owner"],
  ])("tells what it does not understand: %s", (address, text) => {
    expect(read(address).unread).toEqual([text]);
  });

  it("compares with nothing where no time is chosen", () => {
    const { view } = read("compare=previousPeriod&measures=wonAmount:COMPARISON_PCT");
    expect([view.compare, view.measures]).toEqual([
      undefined,
      [{ measure: "wonAmount", shows: ["VALUE"] }],
    ]);
  });
});

describe("a view in its cube", () => {
  it("leaves out and names what the cube does not have", () => {
    const { view, missing } = viewInCube(
      read(
        "rows=owner.organization.team,customer.byTier.tier&measures=wonAmont,winRate&filter=a.b.c:1",
      ).view,
      CUBE,
    );
    expect(missing).toEqual(["owner.organization.team", "wonAmont", "a.b.c"]);
    expect(view.rows).toHaveLength(1);
    expect(view.measures).toHaveLength(1);
    expect(view.filters).toEqual([]);
  });

  it("has no first few of departments, which lie inside one another", () => {
    const address = "top=owner.organization.department:3:wonAmount";
    expect(viewInCube(read(address).view, CUBE).missing).toEqual([
      "owner.organization.department:3:wonAmount",
    ]);
  });

  it("offers no level twice", () => {
    const chosen = [{ dimension: "owner", hierarchy: "organization" }];
    const owner = itemChoices(CUBE, chosen, (title) => title)[0]?.options ?? [];
    expect(owner.map(({ value, disabled }) => [value, disabled])).toEqual([
      ["owner.organization", false],
      ["owner.organization.department", true],
      ["owner.organization.user", true],
    ]);
  });
});

describe("what an axis can hold", () => {
  const customer = (chosen: Parameters<typeof itemChoices>[1]) =>
    itemChoices(CUBE, chosen, (title) => title)[1]?.options.map(({ value }) => value);

  it("offers a level that several hierarchies end in once, and the chosen one always", () => {
    const once = [
      "customer.byTier",
      "customer.byTier.tier",
      "customer.byTier.customer",
      "customer.byIndustry",
      "customer.byIndustry.industry",
    ];
    expect(customer([])).toEqual(once);
    const chosen = { dimension: "customer", hierarchy: "byIndustry", level: "customer" };
    expect(customer([chosen])).toEqual([...once, "customer.byIndustry.customer"]);
  });
});

describe("the question of a pivot", () => {
  it("opens a hierarchy at the members that the address names", () => {
    const { rows } = asked(
      "rows=owner.organization&open=owner.organization:a/b%252F,customer.byTier:1",
    );
    expect(rows?.[0]?.item).toEqual({
      hierarchy: {
        dimension: "owner",
        hierarchy: "organization",
        expanded: [{ keys: ["a", "b/"] }],
      },
    });
  });

  it("gives a row to every outer member that opens in place, subtotals or not", () => {
    const { rows } = asked("rows=customer.byTier,owner.organization.user&totals=grandRow");
    expect(rows?.map(({ options }) => options?.totals)).toEqual([true, false]);
  });

  it("orders the first few by their measure unless a column orders the rows", () => {
    const address = "rows=customer.byTier.customer&top=customer.byTier.customer:5:wonAmount:hide";
    expect(asked(address).rows?.[0]?.options).toMatchObject({
      topN: { n: 5, by: "wonAmount", others: "HIDE" },
      sort: { byMeasure: { measure: "wonAmount", dir: "DESC" } },
    });
    expect(asked(`${address}&sort=:winRate:VALUE`).rows?.[0]?.options?.sort).toEqual({
      byMeasure: { measure: "winRate", dir: "ASC" },
    });
  });

  it("orders at a column of a hierarchy by its outermost level", () => {
    const { rows } = asked("columns=closedDate.calendar&sort=-2017:wonAmount:VALUE");
    expect(rows?.[0]?.options?.sort?.byMeasure?.at).toEqual([
      { dimension: "closedDate", hierarchy: "calendar", level: "year", key: "2017" },
    ]);
  });

  it("asks for members of a level, for another range and for the totals chosen", () => {
    const question = asked(
      "filter=customer.byTier.tier:1:3&period=lastYear&compare=previousPeriod&totals=grandColumn&totalsAt=after",
    );
    expect(question.filters).toEqual({
      and: [
        {
          test: {
            dimension: "customer",
            hierarchy: "byTier",
            level: "tier",
            op: "IN",
            members: ["1", "3"],
          },
        },
      ],
    });
    expect(question.time).toMatchObject({
      dimension: "closedDate",
      compareTo: { previousPeriod: true },
    });
    expect(question.totals).toEqual({ grandRow: false, grandColumn: true, position: "AFTER" });
  });
});
