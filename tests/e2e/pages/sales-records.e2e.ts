import { expect, test } from "../support/test.ts";
import { READINGS } from "../support/reading.ts";

test.use({ companyName: "demo" });

for (const reading of READINGS) {
  test.describe(`in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("a key figure opens the records it is made of, which make up the figure", async ({
      company,
      openAs,
      expectAccessible,
    }) => {
      const page = await openAs(company.supervisor, "/management/sales");
      const figure = page.locator("[data-measure=wonAmount]").getByRole("button");
      const formatted = (await figure.textContent()) ?? "absent";
      await figure.focus();
      await page.keyboard.press("Enter");
      const drawer = page.getByRole("dialog");
      await expect(drawer.getByRole("table")).toBeVisible();
      // The page leaves the cents out, the sum of the records has them.
      await expect(drawer.getByText(formatted, { exact: true }).first()).toBeVisible();
      await expect(drawer.getByRole("status").first()).toContainText(
        /与单元格一致|equal to the cell/,
      );
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(drawer).toBeHidden();
      await expect(figure).toBeFocused();
    });
  });
}

test("bars, stages and cells open their records too, as many as they count", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.supervisor, "/management/sales");
  const drawer = page.getByRole("dialog");
  const cell = page.getByRole("table", { name: "Loss reasons" }).getByRole("row").nth(1);
  for (const figure of [
    cell.getByRole("cell").getByRole("button").first(),
    page.locator("[data-stage=developed]").getByRole("button").nth(1),
  ]) {
    const count = (await figure.textContent()) ?? "absent";
    await figure.click();
    await expect(drawer.getByRole("status").first()).toContainText(count);
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
  }
  await page.getByRole("img", { name: /^Monthly trend/ }).click({ position: { x: 20, y: 140 } });
  await expect(drawer.getByRole("table")).toBeVisible();
});

test("who may add up but not read is told so", async ({ company, openAs }) => {
  const page = await openAs(company.executive, "/management/sales");
  await page.locator("[data-measure=wonCount]").getByRole("button").click();
  await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
});
