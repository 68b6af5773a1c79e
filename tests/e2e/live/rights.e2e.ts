import { runSql } from "../support/database.ts";
import { signedUp } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const WITHIN_PROMISE = { timeout: 3_000 };
test.use({ tolerated: [/WebSocket connection/] });

test("a right taken away closes page and navigation at once, and what was typed stays", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const person = await signedUp(company, "SALES_SUPERVISOR");
  const page = await openAs(person, "/opportunities");
  await page.getByRole("button", { name: "New opportunity" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Typed before the change");
  await runSql(
    company.dataDir,
    "delete from crm.user_role using crm.app_user u where u.id = user_id and u.login = $1",
    [person.login],
  );
  await expect(page.getByText("No permission").first()).toBeVisible(WITHIN_PROMISE);
  await expect(dialog.getByLabel("Title")).toHaveValue("Typed before the change");
  await expect(dialog.getByRole("alert")).toContainText("What you typed stays here");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("navigation").getByRole("link")).toHaveCount(0);
});

test("a disabled user is told that the session has ended", async ({ company, openAs }) => {
  const person = await signedUp(company, "SALES_SUPERVISOR");
  const page = await openAs(person, "/opportunities");
  await expect(page.getByRole("heading", { level: 1, name: "Opportunities" })).toBeVisible();
  await runSql(company.dataDir, "update crm.app_user set active = false where login = $1", [
    person.login,
  ]);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Your session has ended", WITHIN_PROMISE);
  await expect(dialog).toContainText("your account may have been disabled");
});
