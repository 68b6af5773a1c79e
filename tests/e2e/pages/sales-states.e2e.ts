import { expect, test } from "../support/test.ts";

test.describe("a company whose figures end in the past", () => {
  test("says so, and one click leads to them", async ({ company, openAs }) => {
    const page = await openAs(company.executive, "/management/sales");
    const notice = page.getByRole("alert");
    await expect(notice).toContainText("Nothing was closed in the period chosen");
    await notice.getByRole("button", { name: /^Show \d{4}$/ }).click();
    await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
    await expect(notice).toHaveCount(0);
    await expect(page).toHaveURL(/closed=\d{4}-01-01\.\.\d{4}-12-31/);
  });
});

test("filters that let nothing through are told apart from having no data", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales?closed=1999-01-01..1999-12-31");
  await expect(page.getByRole("alert")).toContainText("Nothing was closed in the period chosen");
  await page.getByRole("alert").getByRole("button", { name: "All time" }).click();
  await expect(page).toHaveURL(/closed=all/);
  await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
});

test.describe("a company without any opportunity", () => {
  test.use({ companyName: "empty" });

  test("is told how figures come here", async ({ company, openAs }) => {
    const page = await openAs(company.executive, "/management/sales");
    await expect(page.getByText("There are no opportunities yet")).toBeVisible();
    await expect(page.getByText("crm import")).toBeVisible();
  });
});
