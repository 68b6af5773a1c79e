import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const NAMES = {
  "zh-CN": { title: "销售业绩", table: "以表格显示", department: "按部门", trend: /^月度趋势/ },
  en: {
    title: "Sales results",
    table: "Show as table",
    department: "By department",
    trend: /^Monthly trend/,
  },
};

for (const reading of READINGS) {
  test.describe(`the sales page in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });
    const names = NAMES[reading.locale];

    test("shows key figures, trend, departments and people", async ({ company, openAs }) => {
      const page = await openAs(company.executive, "/management/sales");
      await expect(page.getByRole("heading", { level: 1, name: names.title })).toBeVisible();
      await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
      await expect(page.getByRole("img", { name: names.trend }).first()).toBeVisible();
      await expect(page.getByRole("table", { name: names.department })).toBeVisible();
    });

    test("shows the trend as a table too, and keeps that in the address", async ({
      company,
      openAs,
    }) => {
      const page = await openAs(company.executive, "/management/sales");
      await page.getByRole("button", { name: names.table }).click();
      await expect(page).toHaveURL(/trend=table/);
      await page.reload();
      await expect(page.getByRole("table").first()).toBeVisible();
    });
  });
}

test("a link with a filter nobody understands says so and shows the rest", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales?closed=2017-99-99..x");
  await expect(page.getByRole("alert")).toContainText("2017-99-99..x");
  await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
});

test("a department picked narrows every card and can be taken off again", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales");
  const whole = await page.locator("[data-measure=wonCount]").textContent();
  const departments = page.getByRole("table", { name: NAMES.en.department });
  await departments.getByRole("button").last().click();
  await expect(page).toHaveURL(/department=/);
  await expect(page.locator("[data-measure=wonCount]")).not.toHaveText(whole ?? "");
  await page.getByRole("button", { name: /^Remove filter/ }).click();
  await expect(page.locator("[data-measure=wonCount]")).toHaveText(whole ?? "");
});
