import { apiAs } from "../../support/api.ts";
import { signedUp } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

const WITHIN_PROMISE = { timeout: 3_000 };
test.use({ tolerated: [/WebSocket connection/] });

test("ending the session of another device signs it out at once, and only it", async ({
  company,
  openAs,
  besides,
  expectAccessible,
}) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const other = await besides(person, "/opportunities");
  await expect(other.getByRole("heading", { level: 1, name: "Opportunities" })).toBeVisible();
  const page = await openAs(person, "/account");
  const rows = page.getByRole("table").getByRole("row");
  // The head, this device, the other one and the script that changed the first password.
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: "This device" })).toHaveCount(1);
  const browsers = rows.filter({ hasText: "Linux" }).filter({ hasNotText: "This device" });
  await browsers.getByRole("button", { name: "Sign out" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("signed out at once");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await expect(rows).toHaveCount(3);
  await expect(other.getByRole("dialog")).toContainText("session has ended", WITHIN_PROMISE);
  await page.getByRole("button", { name: "Sign out all others" }).click();
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Sign out all others" })).toHaveCount(0);
});

test("the language is changed here at once, and in the user's record", async ({
  company,
  openAs,
}) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/account");
  const api = await apiAs(company.url, person.login, person.password);
  const kept = async () =>
    (await api.ask<{ viewer: { locale: string } }>("{ viewer { locale } }")).viewer.locale;
  await page.getByText("中文", { exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "我的账户" })).toBeVisible();
  await expect.poll(kept).toBe("ZH_CN");
  await page.getByText("English", { exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "My account" })).toBeVisible();
  await expect.poll(kept).toBe("EN");
});

test("a new password is judged by the server while it is typed", async ({ company, openAs }) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/account");
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog");
  const next = dialog.getByLabel("New password", { exact: true });
  const met = dialog.locator("[data-met=true]");
  await next.fill("password");
  await expect(met).toHaveCount(2);
  await expect(dialog.locator("[data-met=false]")).toContainText("guessed first");
  await next.fill(`${person.login} forever`);
  await expect(dialog.locator("[data-met=false]").filter({ hasNotText: "guessed" })).toContainText(
    "Without the login",
  );
  await next.fill("a lantern over the river");
  await expect(met).toHaveCount(3);
  await dialog.getByLabel("Current password").fill(person.password);
  await dialog.getByLabel("New password once more").fill("a lantern over the river");
  await dialog.getByRole("button", { name: "Change password" }).click();
  await expect(dialog).toBeHidden();
  await apiAs(company.url, person.login, "a lantern over the river");
});
