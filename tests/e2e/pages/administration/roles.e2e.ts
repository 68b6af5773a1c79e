import type { Page } from "@playwright/test";
import { officeOf } from "../../support/administration.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

const WITHIN_PROMISE = { timeout: 3_000 };
const all = (resource: string, action: string) => ({ resource, action, scope: "ALL" });
const cell = (page: Page, name: string) => page.getByRole("gridcell", { name });
const choose = async (page: Page, at: string, scope: RegExp) => {
  await cell(page, at).click();
  await page.getByRole("menuitemradio", { name: scope }).click();
};

for (const reading of READINGS) {
  test.describe(`the matrix in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("is accessible with a choice, the fields and the review open", async ({
      company,
      openAs,
      expectAccessible,
    }) => {
      const { id } = await (await officeOf(company)).role([all("customer", "read")]);
      const page = await openAs(company.administrator, `/administration/roles/${id}`);
      await page.locator('[data-place="0:-1"]').click();
      await expect(page.getByRole("radiogroup").first()).toBeVisible();
      await page.locator('[data-place="0:0"]').click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible();
      await page.getByRole("menuitemradio").nth(1).click();
      await page.getByRole("button", { name: /^(Review changes|检查修改)$/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible();
    });
  });
}

test("a grant is changed, looked at, saved, and bites at once where somebody else is signed in", async ({
  company,
  openAs,
  besides,
  expectAccessible,
}) => {
  const office = await officeOf(company);
  const { id, code } = await office.role([all("opportunity", "aggregate")]);
  const person = await office.person([code]);
  const other = await besides(person, "/analysis/pivot");
  const menu = other.getByRole("navigation");
  await expect(menu.getByRole("link", { name: "Pivot" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "Customers" })).toHaveCount(0);

  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await choose(page, "Customer · Read", /^Everything/);
  await choose(page, "Opportunity · Aggregate", /^Not allowed/);
  await expect(cell(page, "Customer · Read")).toHaveAccessibleName(/was: Not allowed/);
  await expect(page.getByText("2 unsaved changes")).toBeVisible();
  await page.getByRole("button", { name: "Review changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 person");
  await expect(dialog).toContainText("Not allowed → Everything");
  await dialog.getByRole("combobox").click();
  await page.locator(".ant-select-item-option").filter({ hasText: person.login }).click();
  const row = dialog.getByRole("row").filter({ hasText: "Customer" });
  await expect(row).toContainText("0 → 5");
  await expectAccessible();
  await expect(menu.getByRole("link", { name: "Customers" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("No unsaved changes")).toBeVisible();

  await expect(menu.getByRole("link", { name: "Customers" })).toBeVisible(WITHIN_PROMISE);
  await expect(menu.getByRole("link", { name: "Pivot" })).toHaveCount(0);
  await expect(other.getByRole("alert")).toContainText("No permission");
});

test("the grid is walked and changed by keys, and edits are undone", async ({
  company,
  openAs,
}) => {
  const { id } = await (await officeOf(company)).role([]);
  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await page.getByRole("rowheader", { name: "Customer 18" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "Customer · Read")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: /^Not allowed/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(cell(page, "Customer · Read")).toBeFocused();
  await expect(cell(page, "Customer · Read")).toHaveAccessibleName(/Own records/);
  await page.keyboard.press("End");
  await expect(cell(page, "Customer · Aggregate")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(cell(page, "Customer · Aggregate")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("No unsaved changes")).toBeVisible();
});

test("field rights and a list of departments are part of the review", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const { id } = await (await officeOf(company)).role([all("customer", "read")]);
  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await page.getByRole("rowheader", { name: "Customer 18" }).click();
  await page
    .getByRole("radiogroup", { name: "Bank", exact: true })
    .getByRole("radio", { name: "Masked" })
    .check({ force: true });
  await choose(page, "Contact · Read", /^Certain departments/);
  const list = page.getByRole("dialog");
  await list.getByRole("checkbox", { name: /^North/ }).check();
  await expectAccessible();
  await list.getByRole("button", { name: "Choose" }).click();
  await expect(cell(page, "Contact · Read")).toHaveAccessibleName(/only North/);
  await page.getByRole("button", { name: "Review changes" }).click();
  await expect(page.getByRole("dialog")).toContainText("Field Bank");
  await expect(page.getByRole("dialog")).toContainText("View → Masked");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("No unsaved changes")).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole("radiogroup", { name: "Bank", exact: true }).getByRole("radio", {
      name: "Masked",
    }),
  ).toBeChecked();
});

test("nobody widens a role they hold: the choice says why", async ({ company, openAs }) => {
  const page = await openAs(company.administrator, "/administration/roles");
  await page.getByRole("link", { name: "System administrator" }).click();
  await cell(page, "Customer · Read").click();
  const everything = page.getByRole("menuitemradio", { name: /^Everything/ });
  await expect(everything).toBeDisabled();
  await expect(everything).toContainText("You hold this role yourself");
  await everything.click({ force: true });
  await page.keyboard.press("Escape");
  await cell(page, "Role · Update").click();
  await expect(page.getByRole("menuitemradio", { name: /^Not allowed/ })).toContainText(
    "nobody could give anything back",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByText("No unsaved changes")).toBeVisible();
});

test("what somebody else saves meanwhile is told, and one's own edits lie over it", async ({
  company,
  openAs,
}) => {
  const office = await officeOf(company);
  const { id } = await office.role([]);
  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await choose(page, "Customer · Read", /^Own records/);
  await page.getByRole("button", { name: "Review changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await office.setGrants(id, [all("contact", "read")]);
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Somebody else has changed this role");
  await dialog.getByRole("button", { name: "Go on editing" }).click();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Your edits are kept");
  await expect(notice).toContainText("Not allowed → Everything");
  await notice.getByRole("button", { name: "All right" }).click();
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("No unsaved changes")).toBeVisible();
  await expect(cell(page, "Customer · Read")).toHaveAccessibleName(/Own records/);
  await expect(cell(page, "Contact · Read")).toHaveAccessibleName(/Everything/);
});

test("unsaved edits are not left unasked, by a link or by going back", async ({
  company,
  openAs,
}) => {
  const { id, code } = await (await officeOf(company)).role([]);
  const page = await openAs(company.administrator, "/administration/roles");
  await page.getByRole("link", { name: code }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await choose(page, "Customer · Read", /^Own records/);
  const dialog = page.getByRole("dialog");
  await page.getByRole("link", { name: "Users" }).click();
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(dialog).toBeHidden();
  await page.goBack();
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await page.goBack();
  await dialog.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/administration\/roles$/);
});

test("a role is copied, renamed and deleted", async ({ company, openAs, expectAccessible }) => {
  const office = await officeOf(company);
  const { id, code } = await office.role([all("customer", "read")]);
  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await page.getByRole("button", { name: "Copy to a new role" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Chinese name").fill("副本");
  await dialog.getByLabel("English name").fill(`Copy of ${code}`);
  await dialog.getByLabel("Code").fill(code);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("taken");
  await dialog.getByLabel("Code").fill(`${code}_2`);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Copy of ${code}` })).toBeVisible();
  await expect(cell(page, "Customer · Read")).toHaveAccessibleName(/Everything/);
  await page.getByRole("button", { name: "Rename" }).click();
  await dialog.getByLabel("English name").fill("Renamed");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Renamed" })).toBeVisible();
  await page.getByRole("button", { name: "Delete role" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/administration\/roles$/);
});

test("a role that somebody holds is not deleted, and says so", async ({ company, openAs }) => {
  const office = await officeOf(company);
  const { id, code } = await office.role([]);
  await office.person([code]);
  const page = await openAs(company.administrator, `/administration/roles/${id}`);
  await page.getByRole("button", { name: "Delete role" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("The role is in use");
});

test("the administration is closed to whoever has no right to it", async ({ company, openAs }) => {
  const page = await openAs(company.executive, "/administration/roles");
  await expect(page.getByRole("alert")).toContainText("No permission");
  await expect(page.getByRole("navigation")).not.toContainText("Administration");
  for (const address of ["users", "departments"]) {
    await page.goto(`${company.url}/administration/${address}`);
    await expect(page.getByRole("alert")).toContainText("No permission");
  }
});
