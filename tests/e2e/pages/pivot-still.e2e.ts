import { apiAs, type Api } from "../support/api.ts";
import { expect, test } from "../support/test.ts";

const QUESTION = `query($input: CubeQueryInput!) {
  cubeQuery(input: $input) {
    axes { rows { positions { hasChildren expanded members { caption path } } } }
    grid { formatted }
  }
}`;
const ADDRESS =
  "/analysis/pivot?rows=owner.organization&columns=closedDate.calendar.month&measures=wonAmount";
const HIERARCHY = { dimension: "owner", hierarchy: "organization" };

type Path = readonly string[];
interface Asked {
  readonly cubeQuery: {
    readonly axes: {
      readonly rows: {
        readonly positions: readonly {
          readonly hasChildren: boolean;
          readonly expanded: boolean;
          readonly members: readonly { readonly caption: string; readonly path: Path }[];
        }[];
      };
    };
    readonly grid: { readonly formatted: readonly (readonly (string | null)[])[] };
  };
}

/** The tree of departments with the members of `expanded` opened, by the API. */
async function tree(api: Api, expanded: readonly Path[], dir?: "ASC" | "DESC") {
  const sort = dir && { byMeasure: { measure: "wonAmount", dir } };
  const { cubeQuery } = await api.ask<Asked>(QUESTION, {
    input: {
      cube: "opportunities",
      measures: [{ measure: "wonAmount" }],
      rows: [
        {
          item: { hierarchy: { ...HIERARCHY, expanded: expanded.map((keys) => ({ keys })) } },
          options: sort ? { sort } : {},
        },
      ],
      totals: { position: "BEFORE" },
    },
  });
  const rows = cubeQuery.axes.rows.positions.map(({ members, ...position }) => ({
    ...position,
    caption: members[0]?.caption ?? "Total",
    path: members[0]?.path ?? [],
  }));
  return { rows, figures: cubeQuery.grid.formatted.map(([figure]) => figure ?? "") };
}

/** How the address names opened members. */
const opened = (paths: readonly Path[]) =>
  `&open=${encodeURIComponent(paths.map((path) => `owner.organization:${path.join("/")}`).join(","))}`;

test.describe("a table larger than its box", () => {
  test.use({ companyName: "demo", viewport: { width: 900, height: 600 } });

  test("stays where it was scrolled to while a member opens", async ({ company, openAs }) => {
    const { login, password } = company.executive;
    const api = await apiAs(company.url, login, password);
    const paths: Path[] = [];
    // Everything is opened, level by level, but for one member that is to be opened by hand.
    let shown = await tree(api, paths);
    while (shown.rows.some(({ hasChildren, expanded }) => hasChildren && !expanded)) {
      const closed = shown.rows.filter(({ hasChildren, expanded }) => hasChildren && !expanded);
      paths.push(...closed.map(({ path }) => path));
      shown = await tree(api, paths);
    }
    const last = shown.rows.findLast(({ expanded }) => expanded);
    const others = paths.filter((path) => path.join() !== last?.path.join());
    const page = await openAs(company.executive, ADDRESS + opened(others));
    const grid = page.getByRole("treegrid");
    await grid.getByRole("rowheader").first().waitFor();
    await grid.evaluate((box) => box.scrollTo(400, box.scrollHeight));
    const head = grid.getByRole("rowheader", { name: last?.caption ?? "", exact: false });
    await expect(head.last()).toBeVisible();
    const before = await grid.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]);
    expect(Math.min(...before)).toBeGreaterThan(0);
    const count = Number(await grid.getAttribute("aria-rowcount"));
    await head.last().click();
    await expect
      .poll(async () => Number(await grid.getAttribute("aria-rowcount")))
      .toBeGreaterThan(count);
    const after = await grid.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft]);
    expect(after).toEqual(before);
  });
});

test("a column orders an opened tree within each member, and it stays open", async ({
  company,
  openAs,
}) => {
  const { login, password } = company.executive;
  const api = await apiAs(company.url, login, password);
  const root = (await tree(api, [])).rows[1]?.path ?? [];
  const page = await openAs(company.executive, ADDRESS + opened([root]));
  const grid = page.getByRole("treegrid");
  const heads = grid.getByRole("rowheader");
  const sorter = grid.getByRole("columnheader").getByRole("button", { name: "Won amount" }).first();
  const orders: string[] = [];
  for (const dir of ["DESC", "ASC"] as const) {
    const { rows, figures } = await tree(api, [root], dir);
    expect(rows.length).toBeGreaterThan(3);
    await sorter.click();
    await expect(heads).toHaveText(rows.map(({ caption }) => new RegExp(caption)));
    await expect(grid.locator("[role=gridcell][aria-colindex='2']")).toHaveText(figures);
    await expect(heads.nth(1).locator("xpath=..")).toHaveAttribute("aria-expanded", "true");
    orders.push(rows.map(({ caption }) => caption).join());
  }
  expect(new Set(orders).size).toBe(2);
});
