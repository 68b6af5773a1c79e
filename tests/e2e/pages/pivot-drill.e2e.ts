import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const ADDRESS =
  "/analysis/pivot?rows=owner.organization.user&columns=closedDate.calendar.year&measures=wonCount,wonAmount";

for (const reading of READINGS) {
  test.describe(`the facts behind a figure in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("are counted and summed as the cell says, and lead to their records", async ({
      company,
      openAs,
      expectAccessible,
    }) => {
      const page = await openAs(company.supervisor, ADDRESS);
      const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
      const cells = rows.nth(1).getByRole("gridcell");
      const count = await cells.nth(2).textContent();
      const amount = await cells.nth(3).textContent();
      expect(Number(count)).toBeGreaterThan(0);
      await cells.nth(3).click();
      const drawer = page.getByRole("dialog");
      await expect(drawer.getByRole("status").first()).toContainText(`${count} `);
      await expect(drawer.getByRole("status").first()).toContainText(amount ?? "-");
      await expect(drawer.getByRole("rowheader")).toHaveCount(Number(count));
      await drawer.locator("summary").click();
      await expect(drawer.getByText("fact_opportunity.closed_amount")).toBeVisible();
      await expectAccessible();
      const link = drawer.getByRole("rowheader").getByRole("link").first();
      const number = await link.textContent();
      await link.click();
      await expect(page).toHaveURL(/\/opportunities\/[0-9a-f-]+$/);
      await expect(page.getByRole("main")).toContainText(number ?? "-");
    });
  });
}

test("the drawer is opened by Enter, pages on demand, and gives the focus back", async ({
  company,
  openAs,
}) => {
  const page = await openAs(
    company.supervisor,
    "/analysis/pivot?rows=owner.organization.user&columns=,&measures=opportunityCount",
  );
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const total = rows.first().getByRole("gridcell").first();
  const count = Number(await total.textContent());
  expect(count).toBeGreaterThan(50);
  await rows.first().getByRole("rowheader").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("rowheader")).toHaveCount(50);
  await drawer.getByRole("button", { name: "Show more" }).click();
  await expect(drawer.getByRole("rowheader")).toHaveCount(Math.min(count, 100));
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(total).toBeFocused();
});

test.describe("whoever may add up more than they may read", () => {
  test("is told so in the drawer", async ({ company, openAs, expectAccessible }) => {
    const page = await openAs(company.executive, ADDRESS);
    await page.getByRole("gridcell").first().click();
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByRole("alert")).toContainText("not the records behind it");
    await expectAccessible();
  });
});
