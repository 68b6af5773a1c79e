import { apiAs } from "../support/api.ts";
import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const QUESTION = `query($locale: String!) {
  cubeQuery(input: {
    cube: "opportunities"
    locale: $locale
    measures: [{ measure: "wonAmount" }, { measure: "winRate" }]
    rows: [{ item: { level: { dimension: "owner", hierarchy: "organization", level: "department" } } }]
    columns: [{ item: { level: { dimension: "closedDate", hierarchy: "calendar", level: "year" } } }]
    totals: { position: BEFORE }
  }) {
    axes { rows { positions { kind members { caption } } } }
    grid { formatted }
  }
}`;
const ADDRESS =
  "/analysis/pivot?rows=owner.organization.department&columns=closedDate.calendar.year";

interface Asked {
  readonly cubeQuery: {
    readonly axes: {
      readonly rows: {
        readonly positions: readonly { kind: string; members: { caption: string }[] }[];
      };
    };
    readonly grid: { readonly formatted: readonly (readonly (string | null)[])[] };
  };
}

for (const reading of READINGS) {
  test.describe(`the pivot in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("shows in every cell what the API answers", async ({ company, openAs }) => {
      const { login, password } = company.executive;
      const api = await apiAs(company.url, login, password, reading.locale);
      const { cubeQuery } = await api.ask<Asked>(QUESTION, { locale: reading.locale });
      const page = await openAs(company.executive, ADDRESS);
      const grid = page.getByRole("treegrid");
      await expect(grid.getByRole("rowheader")).toHaveCount(cubeQuery.axes.rows.positions.length);
      const rows = grid.getByRole("row").filter({ has: page.getByRole("rowheader") });
      for (const [index, cells] of cubeQuery.grid.formatted.entries()) {
        await expect(rows.nth(index).getByRole("gridcell")).toHaveText(
          // Where no fact lies the API answers null, and the cell stays empty.
          cells.map((cell) => cell ?? ""),
        );
      }
    });
  });
}

test("the pivot is walked and folded by keyboard, and the address keeps what is folded", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/analysis/pivot");
  const heads = page.getByRole("treegrid").getByRole("rowheader");
  await expect(heads.nth(3)).toBeVisible();
  const before = await heads.count();
  await heads.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(heads.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/closed=/);
  await expect.poll(() => heads.count()).toBeLessThan(before);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => heads.count()).toBe(before);
  await page.keyboard.press("End");
  await expect(page.getByRole("gridcell").and(page.locator(":focus"))).toBeVisible();
});

test("the pivot is ordered by the server when a column's head is pressed", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, ADDRESS);
  const head = page.getByRole("columnheader").getByRole("button").first();
  await head.click();
  await expect(page).toHaveURL(/sort=-/);
  await expect(page.locator('[aria-sort="descending"]')).toBeVisible();
});

test("a link to a figure that does not exist says which and what was meant", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/analysis/pivot?measures=wonAmont");
  await expect(page.getByRole("alert")).toContainText("wonAmont");
});
