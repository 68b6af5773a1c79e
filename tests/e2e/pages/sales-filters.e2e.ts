import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

test.use({ companyName: "demo" });

const won = (page: Page) => page.locator("[data-measure=wonCount]");
const table = (page: Page, name: string) => page.getByRole("table", { name });
const total = (page: Page, name: string) => table(page, name).getByRole("row").last();

test("a name clicked narrows every card, survives a reload, and going back undoes it", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales");
  const before = await won(page).textContent();
  const funnel = page.locator("[data-stage=created]");
  const created = await funnel.textContent();
  const open = await total(page, "Pipeline now").textContent();
  const reasons = await total(page, "Loss reasons").textContent();
  const region = table(page, "By customer region").getByRole("button").first();
  const name = (await region.textContent()) ?? "absent";
  await region.click();

  await expect(page).toHaveURL(/region=/);
  await expect(won(page)).not.toHaveText(before ?? "");
  const narrowed = await won(page).textContent();
  await expect(total(page, "By person")).toContainText(narrowed ?? "absent");
  await expect(funnel).not.toHaveText(created ?? "");
  await expect(total(page, "Pipeline now")).not.toHaveText(open ?? "");
  await expect(total(page, "Loss reasons")).not.toHaveText(reasons ?? "");
  const tag = page.getByText(`Region: ${name}`);
  await expect(tag).toBeVisible();

  await page.reload();
  await expect(tag).toBeVisible();
  await expect(won(page)).toHaveText(narrowed ?? "");
  expect(decodeURIComponent(page.url())).not.toContain("Name=");
  await page.goBack();
  await expect(won(page)).toHaveText(before ?? "");
  await expect(tag).toBeHidden();
});

test("a picker searches at the server, works by keyboard, and is cleared with all others", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales");
  const before = await won(page).textContent();
  await page.getByRole("combobox", { name: "Department" }).focus();
  await page.keyboard.type("华东");
  await expect(page.getByTitle("华东大区", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/department=/);
  await expect(won(page)).not.toHaveText(before ?? "");
  await table(page, "By customer tier").getByRole("button", { name: "Key account" }).click();
  await expect(page).toHaveURL(/department=.*tier=/);
  await page.getByRole("button", { name: "Remove filter: Key account" }).click();
  await expect(page).not.toHaveURL(/tier=/);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).not.toHaveURL(/department=/);
  await expect(won(page)).toHaveText(before ?? "");
});

test("departments open in place, and the address keeps which", async ({ company, openAs }) => {
  const page = await openAs(company.executive, "/management/sales");
  const departments = table(page, "By department");
  await expect(departments.getByRole("rowheader", { name: "上海办事处" })).toHaveCount(0);
  await departments.getByRole("button", { name: "Open 华东大区" }).click();
  await expect(departments.getByRole("rowheader", { name: "上海办事处" })).toBeVisible();
  await page.reload();
  await departments.getByRole("button", { name: "Close 华东大区" }).click();
  await expect(departments.getByRole("rowheader", { name: "上海办事处" })).toHaveCount(0);
  await expect(page).not.toHaveURL(/turned=/);
});

test("a link with members nobody knows says so and shows the rest", async ({ company, openAs }) => {
  const page = await openAs(
    company.executive,
    "/management/sales?department=nobody-here&tier=3&closed=2017-99-99..x",
  );
  const alerts = page.getByRole("alert");
  await expect(alerts.filter({ hasText: "nobody-here" })).toBeVisible();
  await expect(alerts.filter({ hasText: "2017-99-99..x" })).toBeVisible();
  await expect(page.getByText("Tier: Key account")).toBeVisible();
  await expect(won(page)).toHaveText(/\d/);
  await page.getByRole("button", { name: "Take it off the link" }).click();
  await expect(page).not.toHaveURL(/nobody-here/);
  await expect(page).toHaveURL(/tier=3/);
});
