import { deskOf } from "../support/opportunities.ts";
import { expect, test } from "../support/test.ts";

const UNKNOWN = "0190a000-0000-7000-8000-000000000000";

for (const area of ["opportunities", "customers"]) {
  for (const id of [UNKNOWN, "not-an-id"]) {
    test(`/${area}/${id} says that there is no such record, with a way back`, async ({
      company,
      openAs,
    }) => {
      const page = await openAs(company.supervisor, `/${area}/${id}`);
      await expect(page.getByRole("alert")).toContainText("Not found");
      await expect(page).toHaveTitle(/Not found/);
      await page.getByRole("link", { name: "Back to the list" }).click();
      await expect(page.getByRole("table")).toBeVisible();
    });
  }
}

for (const area of ["users", "roles"]) {
  test(`/administration/${area}/${UNKNOWN} says that there is no such record, with a way back`, async ({
    company,
    openAs,
  }) => {
    const page = await openAs(company.administrator, `/administration/${area}/${UNKNOWN}`);
    await expect(page.getByRole("alert")).toContainText("Not found");
    await page.getByRole("link", { name: "Back to the list" }).click();
    await expect(page.getByRole("table")).toBeVisible();
  });
}

test("a record of somebody else reads like one that does not exist", async ({
  company,
  openAs,
}) => {
  const id = await (await deskOf(company, company.stranger)).create("Foreign");
  const page = await openAs(company.supervisor, `/opportunities/${id}`);
  await expect(page.getByRole("alert")).toContainText("It does not exist, or lies outside");
});

const MISREAD = [
  ["opportunities", "status=WONN&order=COLOUR", ["WONN", "COLOUR"]],
  ["customers", "tier=9&status=ACTIVE,GONE", ["9", "GONE"]],
  ["opportunities", "mine=perhaps", ["perhaps"]],
] as const;
for (const [area, query, texts] of MISREAD) {
  test(`/${area}?${query} says what is not understood and shows the rest`, async ({
    company,
    openAs,
  }) => {
    const page = await openAs(company.supervisor, `/${area}?${query}`);
    for (const text of texts) await expect(page.getByRole("alert")).toContainText(text);
    await expect(page.getByRole("table")).toBeVisible();
  });
}

test("a page that one may not open says so, and so does one that does not exist", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/opportunities");
  await expect(page.getByRole("alert")).toContainText("No permission");
  await expect(page).toHaveTitle(/No permission/);
  await page.goto(`${company.url}/customers/1/orders`);
  await expect(page.getByText("There is no such page")).toBeVisible();
  await expect(page).toHaveTitle(/no such page/);
});
