import type { Page } from "@playwright/test";
import { officeOf, unique } from "../../support/administration.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

// A company of its own kind: what is moved here is nobody's else's organisation.
test.use({ companyName: "empty" });

const item = (page: Page, name: string) => page.getByRole("treeitem", { name });

for (const reading of READINGS) {
  test.describe(`departments in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("are shown with what can be done, each dialog accessible", async ({
      company,
      openAs,
      expectAccessible,
    }) => {
      const name = unique("Shown ");
      await (await officeOf(company)).department(name);
      const page = await openAs(company.administrator, "/administration/departments");
      await item(page, name).click();
      await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
      await expectAccessible();
      for (const key of ["m", "n", "F2", "Delete"]) {
        await item(page, name).press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible();
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    });
  });
}

test("a department is moved by keys, and the move is taken back", async ({ company, openAs }) => {
  const office = await officeOf(company);
  const [here, there] = [unique("Here "), unique("There ")];
  await office.department(here);
  await office.department(there);
  const page = await openAs(company.administrator, "/administration/departments");
  await expect(item(page, here)).toHaveAttribute("aria-level", "2");
  await item(page, here).press("m");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").fill(there);
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: `${here} is now below ${there}` }),
  ).toBeVisible();
  await expect(item(page, here)).toHaveAttribute("aria-level", "3");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item(page, here)).toHaveAttribute("aria-level", "2");
  await expect(page.getByText(`${here} is back below`)).toBeVisible();
});

test("a department is dragged to its new place and back by Undo; not below itself", async ({
  company,
  openAs,
}) => {
  const office = await officeOf(company);
  const [dragged, onto, below] = [unique("Dragged "), unique("Onto "), unique("Below ")];
  const id = await office.department(dragged);
  await office.department(below, id);
  await office.department(onto);
  const page = await openAs(company.administrator, "/administration/departments");
  await item(page, dragged).dragTo(item(page, below));
  await expect(page.getByText(`${dragged} cannot go below itself`)).toBeVisible();
  await item(page, dragged).dragTo(item(page, onto));
  await expect(page.getByText(`${dragged} is now below ${onto}`)).toBeVisible();
  await expect(item(page, dragged)).toHaveAttribute("aria-level", "3");
  await expect(item(page, below)).toHaveAttribute("aria-level", "4");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item(page, dragged)).toHaveAttribute("aria-level", "2");
  // The keys are there at once after dragging.
  await item(page, below).press("m");
  await expect(page.getByRole("dialog")).toContainText(below);
});

test("a department is added below another, renamed and removed; one in use says by what", async ({
  company,
  openAs,
}) => {
  const above = unique("Above ");
  await (await officeOf(company)).department(above);
  const page = await openAs(company.administrator, "/administration/departments");
  await item(page, above).click();
  await page.getByRole("button", { name: "New department below" }).click();
  const dialog = page.getByRole("dialog");
  const name = unique("New ");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Code").fill(unique("N"));
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  await item(page, above).press("Delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(dialog.getByRole("alert")).toContainText("still has 1 departments below");
  await page.keyboard.press("Escape");
  await item(page, name).press("F2");
  await dialog.getByLabel("Name").fill(`${name} renamed`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await item(page, `${name} renamed`).press("Delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(item(page, name)).toHaveCount(0);
});

test("the tree is walked, folded and unfolded by keys, and the address keeps it", async ({
  company,
  openAs,
}) => {
  const office = await officeOf(company);
  const [above, below] = [unique("Walk "), unique("Under ")];
  await office.department(below, await office.department(above));
  const page = await openAs(company.administrator, "/administration/departments");
  await item(page, below).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(item(page, above)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(item(page, below)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await page.reload();
  await expect(item(page, above)).toHaveAttribute("aria-selected", "true");
  await expect(item(page, below)).toHaveCount(0);
});
