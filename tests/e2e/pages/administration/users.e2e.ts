import { officeOf, unique } from "../../support/administration.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

const WITHIN_PROMISE = { timeout: 3_000 };
const PASSWORD = "Only for this very test 7";

for (const reading of READINGS) {
  test.describe(`users in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("are listed, and each has a page whose dialogs are accessible", async ({
      company,
      openAs,
      expectAccessible,
    }) => {
      const person = await (await officeOf(company)).person(["EXECUTIVE"]);
      const page = await openAs(
        company.administrator,
        `/administration/users?search=${person.login}`,
      );
      await page.getByRole("button", { name: /^(New user|新建用户)$/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await page.getByRole("rowheader").getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1, name: person.login })).toBeVisible();
      await expectAccessible();
      for (const name of [
        /^(Edit|修改)$/,
        /^(Change roles|更改角色)$/,
        /^(Set password|设置密码)$/,
        /^(Reset second factor|重置两步验证)$/,
        /^(Disable|停用)$/,
      ]) {
        await page.getByRole("button", { name }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible();
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    });
  });
}

test("somebody new is created and signs in with what was handed over", async ({
  company,
  openAs,
  besides,
}) => {
  const login = unique("newcomer.");
  const page = await openAs(company.administrator, "/administration/users");
  await page.getByRole("button", { name: "New user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Login").fill(company.executive.login);
  await dialog.getByLabel("Name", { exact: true }).fill("Nora Newcomer");
  await dialog.getByRole("combobox", { name: "Department" }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "North" }).click();
  await dialog.getByRole("checkbox", { name: /^Executive/ }).check();
  await dialog.getByLabel("First password").fill("short");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await dialog.getByLabel("First password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByText("is taken").first()).toBeVisible();
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Nora Newcomer");
  await dialog.getByLabel("Login").fill(login);
  await dialog.getByRole("checkbox", { name: "Has to be changed" }).uncheck();
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nora Newcomer" })).toBeVisible();

  const theirs = await besides({ login, password: PASSWORD }, "/customers");
  await expect(theirs.getByRole("rowheader").first()).toBeVisible();
});

test("the list is narrowed by role, department and status, all in the address", async ({
  company,
  openAs,
}) => {
  const office = await officeOf(company);
  const { code } = await office.role([]);
  const person = await office.person([code]);
  const page = await openAs(company.administrator, `/administration/users?role=${code}`);
  await expect(page.getByRole("rowheader")).toHaveText([person.login]);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByTitle("Disabled").click();
  await expect(page).toHaveURL(/status=inactive/);
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("a role is given and taken, and the other's menu follows", async ({
  company,
  openAs,
  besides,
}) => {
  const person = await (await officeOf(company)).person([]);
  const other = await besides(person, "/");
  await expect(other.getByText("No pages for you yet")).toBeVisible();
  const page = await openAs(company.administrator, `/administration/users/${person.id}`);
  await page.getByRole("button", { name: "Change roles" }).click();
  await page.getByRole("checkbox", { name: /^Service agent/ }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Service agent" })).toBeVisible();
  await expect(other.getByRole("navigation").getByRole("link", { name: "Customers" })).toBeVisible(
    WITHIN_PROMISE,
  );
  const access = page.getByRole("region", { name: "What they may see and do" }).first();
  await expect(access.getByRole("row").filter({ hasText: "Customer" })).toContainText("5");
});

test("nobody gives themselves a role, and the last administrator stays: each says why", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.administrator, "/administration/users?search=admin");
  await page.getByRole("rowheader").getByRole("link", { name: "admin", exact: true }).click();
  await expect(page.getByText("This is your own account", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change roles" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox", { name: /^Executive/ })).toBeDisabled();
  await expect(dialog).toContainText("Nobody gives themselves a role");
  await expect(dialog).toContainText("last active system administrator");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Disable" }).click();
  await dialog.getByRole("button", { name: "Disable" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "No active system administrator would be left",
  );
});

test.describe("somebody who is signed in elsewhere", () => {
  test.use({ tolerated: [/WebSocket connection/, /Failed to load resource/] });

  test("is seen there, and signed out from here", async ({ company, openAs, besides }) => {
    const person = await (await officeOf(company)).person(["EXECUTIVE"]);
    const other = await besides(person, "/customers");
    const page = await openAs(company.administrator, `/administration/users/${person.id}`);
    const sessions = page.getByRole("region", { name: "Signed in on" }).first();
    await expect(sessions.getByRole("rowheader")).not.toHaveCount(0);
    await sessions.getByRole("button", { name: "End all sessions" }).click();
    await expect(sessions.getByText("Not signed in anywhere")).toBeVisible();
    await expect(other.getByRole("dialog")).toContainText("Your session has ended", WITHIN_PROMISE);
  });

  test("is signed out by being disabled, and comes back when enabled", async ({
    company,
    openAs,
    besides,
  }) => {
    const person = await (await officeOf(company)).person(["EXECUTIVE"]);
    const other = await besides(person, "/customers");
    const page = await openAs(company.administrator, `/administration/users/${person.id}`);
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
    await expect(other.getByRole("dialog")).toContainText("Your session has ended", WITHIN_PROMISE);
    await page.getByRole("button", { name: "Enable" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Enable" }).click();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
  });
});
