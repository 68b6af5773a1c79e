import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

for (const reading of READINGS) {
  test.describe(`lists and records in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("lead from a customer in the list to the customer's page", async ({ company, openAs }) => {
      const page = await openAs(company.supervisor, "/customers");
      const link = page.getByRole("rowheader").getByRole("link").first();
      const name = (await link.textContent()) ?? "";
      await link.click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    });

    test("lead from an opportunity in the list to its page", async ({ company, openAs }) => {
      const page = await openAs(company.supervisor, "/opportunities");
      const link = page.getByRole("rowheader").getByRole("link").first();
      const name = (await link.textContent()) ?? "";
      await link.click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    });
  });
}

test("a list is filtered, ordered and continued by the server, all in the address", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.supervisor, "/opportunities?status=WON");
  const rows = page.getByRole("row");
  await expect(rows.nth(1)).toContainText("Won");
  await page.getByRole("columnheader", { name: "Won amount" }).getByRole("button").click();
  await expect(page).toHaveURL(/order=CLOSED_AMOUNT/);
  await expect(page.locator('[aria-sort="ascending"]')).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("no such title anywhere");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows.nth(1)).toBeVisible();
});

test("an opportunity is created, and what the server refuses keeps everything typed", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const page = await openAs(company.supervisor, "/opportunities");
  await page.getByRole("button", { name: "New opportunity" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Spare parts for two years");
  await dialog.getByRole("radio", { name: "Prospect" }).check();
  await dialog.getByRole("textbox", { name: "Prospect" }).fill("Riverside Mills");
  await dialog.getByLabel("Source").click();
  await page.getByTitle("Website").click();
  await dialog.getByLabel("Description").fill("They want a frame contract.");
  await dialog.getByLabel("Estimate").fill("12.34567");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await expect(dialog.getByLabel("Title")).toHaveValue("Spare parts for two years");
  await dialog.getByLabel("Estimate").fill("1250.50");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Spare parts for two years" }),
  ).toBeVisible();
  await expect(page.getByText("Unassigned", { exact: true })).toBeVisible();
});

test("an account manager plans a step, then gives the opportunity up with a reason", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const page = await openAs(company.manager, "/opportunities?status=ASSIGNED");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("button", { name: "Add plan item" }).click();
  await page.getByLabel("Planned on").fill("2030-05-17");
  await page.getByLabel("What").fill("Show the new model at their site");
  await expectAccessible();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Show the new model at their site")).toBeVisible();
  await expect(page.getByText("Developing", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Lose" }).click();
  await page.getByLabel("Loss reason").click();
  await page.getByTitle("Price").click();
  await page.getByRole("button", { name: "Close as lost" }).click();
  await expect(page.getByText("Lost", { exact: true })).toBeVisible();
  await expect(page.getByText("Price", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add plan item" })).toHaveCount(0);
});
