import { freePort } from "../../../../schema/postgres/free-port.ts";
import {
  OIDC_CLIENT,
  startIdentityProvider,
  type IdentityProvider,
} from "../../../support/identity-provider.ts";
import { catchMails, textOf, type MailCatcher } from "../../../support/mail-catcher.ts";
import { apiAs } from "../../support/api.ts";
import type { Account } from "../../support/companies.ts";
import { runSql } from "../../support/database.ts";
import { signedUp } from "../../support/people.ts";
import { startProduct, type Product } from "../../support/product.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

const NEXT = "a lantern over the river";

/** A product that sends mails and knows an identity provider, at the address that both are told. */
let mails: MailCatcher | undefined;
let provider: IdentityProvider | undefined;
let product: Product | undefined;
let address = "";

test.describe.configure({ mode: "serial" });
// The provider's own pages are none of ours.
test.use({ tolerated: [/fonts\.googleapis|ERR_|Failed to load resource/] });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const port = await freePort();
  address = `http://localhost:${port}`;
  mails = await catchMails();
  provider = await startIdentityProvider(`${address}/auth/oidc/callback`);
  product = await startProduct({
    PORT: String(port),
    SMTP_URL: mails.url,
    SMTP_FROM: "CRM <crm@example.com>",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: OIDC_CLIENT.id,
    OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
  });
});
test.afterAll(async () => {
  await product?.stop();
  await provider?.close();
  await mails?.close();
});

/** Somebody with a mail address of their own. */
async function reachable(): Promise<Account & { readonly email: string }> {
  if (!product) throw new Error("nothing runs");
  const person = await signedUp(product, "EXECUTIVE");
  const email = `${person.login}@example.com`;
  await runSql(
    product.dataDir,
    "update crm.app_user set email = $2, locale = 'en' where login = $1",
    [person.login, email],
  );
  return { ...person, email };
}

test("a forgotten password is replaced by the link of a mail", async ({
  page,
  expectAccessible,
}) => {
  const person = await reachable();
  await page.goto(address);
  await page.getByRole("link", { name: "Forgot password?" }).click();
  const ask = async (who: string) => {
    await page.getByLabel("Login or mail address").fill(who);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("the mail is on its way");
    return (await page.getByRole("status").innerText()).replace(who, "somebody");
  };
  const forNobody = await ask("nobody.at.all");
  await expectAccessible();
  await page.getByRole("button", { name: "Enter something else" }).click();
  expect(await ask(person.login)).toBe(forNobody);

  const link = /http:\S+\/reset-password#\S+/.exec(textOf((await mails?.next()) ?? ""))?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByText(`“${person.login}”`)).toBeVisible();
  const [next, again] = [
    page.getByLabel("New password", { exact: true }),
    page.getByLabel("New password once more"),
  ];
  await next.fill("password");
  await expect(page.locator("[data-met=true]")).toHaveCount(2);
  await expect(page.locator("[data-met=false]")).toContainText("guessed first");
  await again.fill("password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").first()).toContainText("guessed first");
  await expectAccessible();
  await next.fill(NEXT);
  await again.fill(NEXT);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The password is changed");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.locator("input[autocomplete=username]").fill(person.login);
  await page.locator("input[autocomplete=current-password]").fill(NEXT);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation")).toBeVisible();

  await test.step("the link works once, and says what to do", async () => {
    await page.goto(`${address}/icon.svg`);
    await page.goto(link);
    await expect(page.getByRole("alert")).toContainText("was used before");
    await page.getByRole("link", { name: "Ask for another mail" }).click();
    await expect(page).toHaveURL(/forgot-password/);
  });
});

test("single sign-on leads to the address that was asked for", async ({ page }) => {
  const person = await reachable();
  if (provider) provider.people["known"] = { email: person.email, email_verified: true };
  await page.goto(`${address}/management/sales?closed=all`);
  await page.getByRole("link", { name: "Sign in with the company account" }).click();
  await page.locator("input[name=login]").fill("known");
  await page.locator("input[name=password]").fill("any");
  await page.locator("[type=submit]").click();
  await page.locator("[type=submit]").click();
  await expect(page.getByRole("heading", { level: 1, name: "Sales results" })).toBeVisible();
  await expect(page).toHaveURL(`${address}/management/sales?closed=all`);
  await expect(page.getByRole("button", { name: /^Account/ })).toContainText(person.login);
});

test("somebody whom nobody knows here is told so, in words", async ({ page }) => {
  if (provider)
    provider.people["stranger"] = { email: "stranger@example.com", email_verified: true };
  await page.goto(address);
  await page.getByRole("link", { name: "Sign in with the company account" }).click();
  await page.locator("input[name=login]").fill("stranger");
  await page.locator("input[name=password]").fill("any");
  await page.locator("[type=submit]").click();
  await page.locator("[type=submit]").click();
  await expect(page.getByRole("alert")).toContainText("No user belongs to your company account");
  await expect(page).toHaveURL(`${address}/`);
});

test("a sign-on that another browser began is refused in words", async ({ page }) => {
  await page.goto(`${address}/auth/oidc/callback?code=forged&state=forged`);
  await expect(page.getByRole("alert")).toContainText("The company account could not sign you in");
});

test("somebody whose session ended goes on by signing in beside the page", async ({
  page,
  context,
}) => {
  const person = await reachable();
  if (provider) provider.people["beside"] = { email: person.email, email_verified: true };
  await page.goto(address);
  await page.locator("input[autocomplete=username]").fill(person.login);
  await page.locator("input[autocomplete=current-password]").fill(person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation")).toBeVisible();
  const api = await apiAs(product?.url ?? "", person.login, person.password);
  await api.ask("mutation { endOtherSessions }");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Your session has ended");
  const opened = context.waitForEvent("page");
  await dialog.getByRole("link", { name: "Sign in with the company account" }).click();
  const beside = await opened;
  await beside.locator("input[name=login]").fill("beside");
  await beside.locator("input[name=password]").fill("any");
  await beside.locator("[type=submit]").click();
  await beside.locator("[type=submit]").click();
  await expect(beside.getByRole("navigation")).toBeVisible();
  await expect(dialog).toBeHidden();
});

for (const reading of READINGS) {
  test.describe(`in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("every way in is accessible", async ({ page, expectAccessible }) => {
      await page.goto(`${address}/?signInError=SSO_FAILED`);
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(page.getByRole("link")).toHaveCount(2);
      await expectAccessible();
      await page.goto(`${address}/forgot-password`);
      await expect(page.getByRole("textbox")).toBeFocused();
      await expectAccessible();
      await page.goto(`${address}/reset-password#no-such-token`);
      await expect(page.getByRole("alert")).toBeVisible();
    });
  });
}
