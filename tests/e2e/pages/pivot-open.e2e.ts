import { apiAs } from "../support/api.ts";
import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const QUESTION = `query($input: CubeQueryInput!) {
  cubeQuery(input: $input) {
    axes { rows { positions { expanded members { caption path } } } }
    grid { formatted }
  }
}`;
const ADDRESS = "/analysis/pivot?rows=owner.organization&columns=closedDate.calendar.year";

interface Asked {
  readonly cubeQuery: {
    readonly axes: {
      readonly rows: {
        readonly positions: readonly { members: { caption: string; path: string[] }[] }[];
      };
    };
    readonly grid: { readonly formatted: readonly (readonly (string | null)[])[] };
  };
}

const question = (locale: string, expanded: readonly (readonly string[])[]) => ({
  input: {
    cube: "opportunities",
    locale,
    measures: [{ measure: "wonAmount" }, { measure: "winRate" }],
    rows: [
      {
        item: {
          hierarchy: {
            dimension: "owner",
            hierarchy: "organization",
            expanded: expanded.map((keys) => ({ keys })),
          },
        },
      },
    ],
    columns: [
      { item: { level: { dimension: "closedDate", hierarchy: "calendar", level: "year" } } },
    ],
    totals: { position: "BEFORE" },
  },
});

for (const reading of READINGS) {
  test.describe(`a hierarchy of the pivot in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("shows opened what the API answers", async ({ company, openAs }) => {
      const { login, password } = company.executive;
      const api = await apiAs(company.url, login, password, reading.locale);
      const closed = await api.ask<Asked>(QUESTION, question(reading.locale, []));
      const top = closed.cubeQuery.axes.rows.positions[1]?.members[0];
      const opened = await api.ask<Asked>(QUESTION, question(reading.locale, [top?.path ?? []]));
      const { positions } = opened.cubeQuery.axes.rows;
      expect(positions.length).toBeGreaterThan(closed.cubeQuery.axes.rows.positions.length);

      const page = await openAs(company.executive, ADDRESS);
      const heads = page.getByRole("treegrid").getByRole("rowheader");
      await expect(heads).toHaveCount(2);
      await heads.filter({ hasText: top?.caption ?? "" }).click();
      await expect(heads).toHaveCount(positions.length);
      const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
      for (const [index, cells] of opened.cubeQuery.grid.formatted.entries()) {
        await expect(rows.nth(index).getByRole("gridcell")).toHaveText(
          cells.map((cell) => cell ?? ""),
        );
      }
    });
  });
}

test("a hierarchy is opened and closed by keyboard, and the focus stays", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, ADDRESS);
  const heads = page.getByRole("treegrid").getByRole("rowheader");
  await expect(heads).toHaveCount(2);
  await heads.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/open=owner\.organization/);
  await expect.poll(() => heads.count()).toBeGreaterThan(2);
  await expect(heads.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(heads).toHaveCount(2);
  await expect(heads.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => heads.count()).toBeGreaterThan(2);
  await page.reload();
  await expect.poll(() => heads.count()).toBeGreaterThan(2);
});

test("a year on the columns is opened into its quarters", async ({ company, openAs }) => {
  const page = await openAs(
    company.executive,
    "/analysis/pivot?rows=owner.organization&columns=closedDate.calendar",
  );
  const years = page.getByRole("columnheader").getByRole("button", { expanded: false });
  await expect(years.first()).toHaveText("2022");
  await years.first().click();
  await expect(page.getByRole("columnheader", { name: "Q1 2022" })).toBeVisible();
  await expect(
    page.getByRole("columnheader").getByRole("button", { name: "2022", exact: true }),
  ).toHaveAttribute("aria-expanded", "true");
});
