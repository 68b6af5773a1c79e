import { readFile } from "node:fs/promises";
import { expect, test } from "../support/test.ts";

const ADDRESS =
  "/analysis/pivot?rows=customer.byTier.customer&columns=closedDate.calendar.year&measures=wonAmount";

test("the first few customers are kept, the rest is one row or none", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const page = await openAs(company.executive, ADDRESS);
  const heads = page.getByRole("treegrid").getByRole("rowheader");
  await expect(heads.nth(4)).toBeVisible();
  const total = await page.getByRole("gridcell").first().textContent();
  await page.getByRole("button", { name: "Customer: all" }).click();
  await page.getByRole("checkbox", { name: "Only the first few" }).click();
  await page.getByRole("spinbutton", { name: "How many" }).fill("2");
  await expect(page).toHaveURL(/top=customer\.byTier\.customer%3A2%3AwonAmount/);
  await expect(heads).toHaveCount(4);
  await expect(heads.last()).toHaveText("Others");
  await expectAccessible();
  await page.getByRole("checkbox", { name: "The rest as" }).click();
  await expect(heads).toHaveCount(3);
  await expect(page.getByRole("gridcell").first()).toHaveText(total ?? "-");
});

test("a figure is shown in several forms, compared ones where a time is chosen", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const page = await openAs(company.executive, `${ADDRESS}&period=2023-01-01..2023-12-31`);
  await page
    .getByRole("button", { name: "Won amount" })
    .and(page.locator("[aria-expanded]"))
    .click();
  await page.getByRole("checkbox", { name: "% of total" }).click();
  await expect(
    page.getByRole("columnheader", { name: "Won amount · % of total" }).first(),
  ).toBeVisible();
  await expect(page.getByRole("gridcell").nth(1)).toHaveText("100.00%");
  await expect(page.getByRole("checkbox", { name: "Compared value" })).toBeDisabled();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: "% of total" })).toBeHidden();

  await page.getByRole("combobox", { name: "Compare" }).click();
  await page.getByTitle("vs same period last year").click();
  await page
    .getByRole("button", { name: "Won amount" })
    .and(page.locator("[aria-expanded]"))
    .click();
  await page.getByRole("checkbox", { name: "Compared value" }).click();
  await expect(page).toHaveURL(/compare=samePeriodLastYear/);
  await expect(page.getByRole("gridcell").nth(2)).toHaveText(/^¥/);
});

test("totals are switched off and moved", async ({ company, openAs }) => {
  const page = await openAs(company.executive, ADDRESS);
  const heads = page.getByRole("treegrid").getByRole("rowheader");
  await expect(heads.first()).toHaveText("Total");
  await page.getByRole("button", { name: "Totals" }).click();
  await page.getByRole("radio", { name: "After their parts" }).click();
  await expect(heads.last()).toHaveText("Total");
  await page.getByRole("checkbox", { name: "Total row" }).click();
  await expect(heads.filter({ hasText: /^Total$/ })).toHaveCount(0);
});

test("members are searched, ticked and taken off by keyboard", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const page = await openAs(company.executive, ADDRESS);
  const total = page.getByRole("gridcell").first();
  await expect(total).toHaveText(/^¥/);
  const before = (await total.textContent()) ?? "";
  await page.getByRole("button", { name: "Add a filter" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").fill("Owner · Person");
  await page.keyboard.press("Enter");
  await dialog.getByRole("searchbox").fill("sun");
  await expect(dialog.getByRole("checkbox")).toHaveCount(1);
  await dialog.getByRole("checkbox", { name: "Sun Lan" }).press("Space");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Apply (1 chosen)" }).press("Enter");
  await expect(page).toHaveURL(/filter=owner\.organization\.user/);
  await expect(total).not.toHaveText(before);
  await page.reload();
  await expect(page.getByRole("button", { name: "Owner · Person: Sun Lan" })).toBeVisible();
  await expect(total).not.toHaveText(before);
  await page.getByRole("button", { name: "Remove filter: Owner · Person" }).press("Enter");
  await expect(total).toHaveText(before);
});

test("a link with a member that is not there says so and shows the rest", async ({
  company,
  openAs,
}) => {
  const page = await openAs(
    company.executive,
    `${ADDRESS}&filter=owner.organization.department:nobody;opportunityStatus.opportunityStatus.opportunityStatus:WON`,
  );
  await expect(page.getByRole("alert")).toContainText("owner.organization.department:nobody");
  await expect(page.getByRole("gridcell").first()).toBeVisible();
  await page.getByRole("button", { name: "Take them out" }).click();
  await expect(page).not.toHaveURL(/nobody/);
  await expect(page).toHaveURL(/WON/);
  await expect(page.getByRole("alert")).toBeHidden();
});

test("what is on screen goes to the clipboard and into a file", async ({
  company,
  openAs,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openAs(company.executive, ADDRESS);
  const first = page.getByRole("gridcell").first();
  const shown = await first.textContent();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied to the clipboard")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split("\n")[2]?.split("\t").slice(0, 2)).toEqual(["Total", shown]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.split("\r\n")[2]).toMatch(/^Total,\d+(\.\d+)?,/);
});
