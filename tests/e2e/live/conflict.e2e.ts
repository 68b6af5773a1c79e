import { deskOf } from "../support/opportunities.ts";
import { expect, test } from "../support/test.ts";

test("a record that changes under an open dialog is told there, and sent on without typing again", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const desk = await deskOf(company, company.supervisor);
  const id = await desk.create("Changes under a dialog");
  await desk.assign(id, 1, company.manager.login);
  const page = await openAs(company.manager, `/opportunities/${id}`);
  await page.getByRole("button", { name: "Lose" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Loss reason").click();
  await page.getByTitle("Price").click();
  const note = dialog.getByLabel("Closing note");
  await note.fill("They buy from their sister company.");
  await desk.update(id, 2, { estimatedAmount: "950.00" });
  await expect(dialog.getByRole("alert")).toContainText("The record changed while you were typing");
  await expect(dialog.getByRole("alert")).toContainText("Estimate");
  await expect(note).toBeFocused();
  await expectAccessible();

  // Sent all the same, it is refused and nothing typed is lost.
  await dialog.getByRole("button", { name: "Close as lost", exact: true }).click();
  await expect(dialog.getByRole("button", { name: "Close as lost", exact: true })).toBeEnabled();
  await expect(note).toHaveValue("They buy from their sister company.");
  await dialog.getByRole("button", { name: "Close as lost anyway" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("definition").filter({ hasText: "sister company" })).toBeVisible();
});

test("a dialog about what somebody else has done already says that it is too late", async ({
  company,
  openAs,
}) => {
  const desk = await deskOf(company, company.supervisor);
  const id = await desk.create("Assigned by two");
  const page = await openAs(company.supervisor, `/opportunities/${id}`);
  await page.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog");
  await desk.assign(id, 1, company.manager.login);
  await expect(dialog.getByRole("alert")).toContainText("Unassigned → Assigned");
  await expect(dialog.getByRole("alert")).toContainText("This can no longer be done");
});
