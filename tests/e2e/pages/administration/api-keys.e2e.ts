import { signedUp } from "../../support/people.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

/** What another system gets with a key. */
async function codeFrom(url: string, secret: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: "{ customers(first: 1) { totalCount } }" }),
  });
  const { errors } = (await response.json()) as {
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? "answered";
}

test("a key is made, shown once, used by another system and revoked", async ({
  company,
  openAs,
  expectAccessible,
}, info) => {
  const name = `web site form ${info.testId}`;
  const page = await openAs(company.administrator, "/administration/api-keys");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "New key" }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Role").click();
  await page.getByTitle("Executive").click();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Create" }).click();
  const secret = await dialog.locator("code").first().innerText();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeDisabled();
  await expectAccessible();
  expect(await codeFrom(company.url, secret)).toBe("answered");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Done" }).click();

  const row = page.getByRole("row", { name });
  await page.reload();
  await expect(row).toContainText("Active");
  await expect(row).toContainText("Executive");
  await expect(row).not.toContainText("Never");
  await expect(page.getByText(secret)).toHaveCount(0);

  await page.getByRole("button", { name: `Revoke the key “${name}”` }).click();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => codeFrom(company.url, secret)).toBe("UNAUTHENTICATED");
  await page.getByRole("checkbox", { name: "Also revoked ones" }).click();
  await expect(row).toContainText("Revoked");
  await expect(page).toHaveURL(/revoked=1/);
});

test("a name that is taken is told at its field, and what was typed stays", async ({
  company,
  openAs,
}, info) => {
  const name = `twice ${info.testId}`;
  const page = await openAs(company.administrator, "/administration/api-keys");
  const dialog = page.getByRole("dialog");
  const create = async () => {
    await page.getByRole("button", { name: "New key" }).click();
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Role").click();
    await page.getByTitle("Executive").click();
    await dialog.getByRole("button", { name: "Create" }).click();
  };
  await create();
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await create();
  await expect(dialog.getByText("is taken", { exact: true }).last()).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
});

test("is neither in the navigation nor open for somebody without the right", async ({
  company,
  openAs,
}) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/administration/api-keys");
  await expect(page.getByText("No permission")).toBeVisible();
  await expect(page.getByRole("link", { name: "API keys" })).toHaveCount(0);
});

for (const reading of READINGS) {
  test.describe(`in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("the list and the dialog for a new key are accessible", async ({
      company,
      openAs,
      page,
      expectAccessible,
    }) => {
      await openAs(company.administrator, "/administration/api-keys?revoked=1");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible();
      await page.getByRole("button", { name: /^(新建密钥|New key)$/ }).click();
      await expectAccessible();
    });
  });
}
