import type { Page } from "@playwright/test";
import { codeFor } from "../../support/authenticator.ts";
import type { Account } from "../../support/companies.ts";
import { signedUp } from "../../support/people.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

const password = (page: Page) => page.locator("input[autocomplete=current-password]");
const oneTimeCode = (page: Page) => page.locator("input[autocomplete=one-time-code]");

/** As far as the key for the app: what stands in the dialog to be typed. */
async function beginSetUp(page: Page, person: Account): Promise<string> {
  const dialog = page.getByRole("dialog");
  await password(page).fill(person.password);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("img", { name: /QR|二维码/ })).toBeVisible();
  return dialog.locator("code").innerText();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.locator("input[autocomplete=username]").waitFor();
}

async function giveLogin(page: Page, person: Account): Promise<void> {
  await page.locator("input[autocomplete=username]").fill(person.login);
  await password(page).fill(person.password);
  await page.keyboard.press("Enter");
}

test("a second step is set up, asked for, helped out of by a recovery code, and turned off", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  test.slow();
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/account");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Turn on two-step sign-in" }).click();
  const secret = await beginSetUp(page, person);

  await test.step("a wrong code is told, and the key stays", async () => {
    await oneTimeCode(page).fill("12345");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert").first()).toContainText("is wrong or was used before");
    await expect(dialog.locator("code")).toHaveText(secret);
    await expectAccessible();
  });
  const used = codeFor(secret);
  await oneTimeCode(page).fill(used);
  await page.keyboard.press("Enter");

  const recovery = dialog.getByRole("listitem");
  await expect(recovery).toHaveCount(10);
  const [firstCode = "", secondCode = ""] = await recovery.allInnerTexts();
  await test.step("the codes are kept before they are gone", async () => {
    const done = dialog.getByRole("button", { name: "Done" });
    await expect(done).toBeDisabled();
    await page.keyboard.press("Escape");
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toBe("crm-recovery-codes.txt");
    await expectAccessible();
    await dialog.getByRole("checkbox").check();
    await done.click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Recovery codes left: 10")).toBeVisible();
  });

  await test.step("signing in takes a code, and keeps the password meanwhile", async () => {
    await signOut(page);
    await giveLogin(page, person);
    await expect(oneTimeCode(page)).toBeFocused();
    await expectAccessible();
    await oneTimeCode(page).fill(used);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("was used before");
    await page.getByRole("button", { name: "Back" }).click();
    await expect(password(page)).toHaveValue(person.password);
    await password(page).press("Enter");
    await oneTimeCode(page).fill(codeFor(secret, 1));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("navigation")).toBeVisible();
  });

  await test.step("a recovery code does it, too, and is used up", async () => {
    await signOut(page);
    await giveLogin(page, person);
    await page.getByRole("button", { name: /Use a recovery code/ }).click();
    await page.getByLabel("Recovery code", { exact: true }).fill(firstCode.toLowerCase());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("navigation")).toBeVisible();
    await page.goto(`${company.url}/account`);
    await expect(page.getByText("Recovery codes left: 9")).toBeVisible();
  });

  await test.step("turning it off takes password and code", async () => {
    await page.getByRole("button", { name: "Turn off two-step sign-in" }).click();
    await password(page).fill(person.password);
    await oneTimeCode(page).fill(secondCode);
    await expectAccessible();
    await dialog.getByRole("button", { name: "Turn off two-step sign-in" }).click();
    await expect(page.getByRole("button", { name: "Turn on two-step sign-in" })).toBeVisible();
  });
});

test("recovery codes are made anew, and the former ones are gone", async ({ company, openAs }) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/account");
  const dialog = page.getByRole("dialog");
  const recovery = dialog.getByRole("listitem");
  const keep = async () => {
    await expect(recovery).toHaveCount(10);
    const codes = await recovery.allInnerTexts();
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    return codes;
  };
  const renew = async (code: string) => {
    await page.getByRole("button", { name: "New recovery codes" }).click();
    await password(page).fill(person.password);
    await oneTimeCode(page).fill(code);
    await dialog.getByRole("button", { name: "Next" }).click();
  };
  await page.getByRole("button", { name: "Turn on two-step sign-in" }).click();
  const secret = await beginSetUp(page, person);
  await oneTimeCode(page).fill(codeFor(secret));
  await page.keyboard.press("Enter");
  const former = await keep();
  await renew(former[0] ?? "");
  const present = await keep();
  expect(present.filter((code) => former.includes(code))).toEqual([]);
  await renew(former[1] ?? "");
  await expect(dialog.getByRole("alert").first()).toContainText("is wrong or was used before");
});

for (const reading of READINGS) {
  test.describe(`in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("the account and its dialogs are accessible", async ({
      company,
      openAs,
      page,
      expectAccessible,
    }) => {
      const person = await signedUp(company, "ACCOUNT_MANAGER");
      await openAs(person, "/account");
      await expect(page.getByRole("table")).toBeVisible();
      await expectAccessible();
      await page.getByRole("button", { name: /^(启用两步验证|Turn on two-step sign-in)$/ }).click();
      await beginSetUp(page, person);
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.getByRole("button", { name: /^(更换密码|Change password)$/ }).click();
      await page.locator("input[autocomplete=new-password]").first().fill("password");
      await expect(page.getByRole("dialog").locator("[data-met=false]")).toHaveCount(1);
      await expectAccessible();
    });
  });
}
