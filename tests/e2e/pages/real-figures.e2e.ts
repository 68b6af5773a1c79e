import { apiAs } from "../support/api.ts";
import { expect, test } from "../support/test.ts";

test.use({ companyName: "crm-sales-opportunities" });

interface Figures {
  readonly cubeQuery: {
    readonly cells: readonly { measure: string; value: string; formatted: string }[];
  };
}

const KEY_FIGURES = `{
  cubeQuery(input: {
    cube: "opportunities"
    measures: [{ measure: "wonAmount", format: { decimals: 0 } }, { measure: "winRate" }, { measure: "wonCount" }]
  }) { cells { measure value formatted } }
}`;

test("won revenue and win rate on the page are those of the API and of the books", async ({
  company,
  openAs,
}) => {
  const { login, password } = company.executive;
  const api = await apiAs(company.url, login, password);
  const { cells } = (await api.ask<Figures>(KEY_FIGURES)).cubeQuery;
  const figure = (measure: string) => cells.find((cell) => cell.measure === measure);
  expect(Number(figure("wonAmount")?.value)).toBe(10_005_534);
  expect(Number(figure("winRate")?.value)).toBeCloseTo(0.6315, 4);

  const page = await openAs(company.executive, "/management/sales?closed=all");
  const shown = (measure: string) => page.locator(`[data-measure=${measure}]`);
  await expect(shown("wonAmount")).toHaveText(figure("wonAmount")?.formatted ?? "absent");
  await expect(shown("wonAmount")).toContainText("10,005,534");
  await expect(shown("winRate")).toHaveText(figure("winRate")?.formatted ?? "absent");
  await expect(shown("winRate")).toContainText("63.15");
});

test("a regional supervisor sees one region in list, cube and page, and the three agree", async ({
  company,
  openAs,
}) => {
  const { login, password, department } = company.supervisor;
  const api = await apiAs(company.url, login, password);
  const { opportunities } = await api.ask<{ opportunities: { totalCount: number } }>(
    "{ opportunities(first: 1, filter: { status: { eq: WON } }) { totalCount } }",
  );
  const { cells } = (await api.ask<Figures>(KEY_FIGURES)).cubeQuery;
  const won = cells.find((cell) => cell.measure === "wonCount");
  expect(Number(won?.value)).toBe(opportunities.totalCount);
  expect(opportunities.totalCount).toBeLessThan(4_238);

  const page = await openAs(company.supervisor, "/management/sales?closed=all");
  await expect(page.locator("[data-measure=wonCount]")).toHaveText(won?.formatted ?? "absent");
  const departments = page.getByRole("table", { name: "By department" }).getByRole("rowheader");
  await expect(departments.filter({ hasText: department })).toBeVisible();
  for (const other of ["Central", "East", "West"].filter((name) => name !== department)) {
    await expect(page.getByText(other, { exact: true })).toHaveCount(0);
  }
});
