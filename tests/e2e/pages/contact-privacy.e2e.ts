import { readFile } from "node:fs/promises";
import { officeOf, unique } from "../support/administration.ts";
import { apiAs } from "../support/api.ts";
import type { Company } from "../support/companies.ts";
import { signedUp } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const MOBILE = "13900001234";

/** A new contact of a customer that the supervisor looks after; answers where it stands and its name. */
async function newContact({ url, supervisor }: Company) {
  const api = await apiAs(url, supervisor.login, supervisor.password);
  const { customers } = await api.ask<{ customers: { edges: { node: { id: string } }[] } }>(
    "{ customers(first: 1) { edges { node { id } } } }",
  );
  const customerId = customers.edges[0]?.node.id ?? "";
  const name = unique("Person ");
  await api.ask("mutation($input: CreateContactInput!) { createContact(input: $input) { id } }", {
    input: { customerId, name, mobile: MOBILE },
  });
  return { path: `/customers/${customerId}`, name };
}

test("a masked value is shown once, for a reason", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const { path, name } = await newContact(company);
  const office = await officeOf(company);
  const role = await office.role([
    { resource: "customer", action: "read", scope: "ALL" },
    {
      resource: "contact",
      action: "read",
      scope: "ALL",
      fields: [{ field: "mobile", right: "masked" }],
    },
    { resource: "contact", action: "reveal", scope: "ALL" },
  ]);
  const page = await openAs(await office.person([role.code]), path);
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("***");
  await expect(row.getByRole("button")).toHaveCount(1);
  await row.getByRole("button", { name: `Show Mobile of ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(dialog.getByText("Please fill this in")).toBeVisible();
  await dialog.getByLabel("Reason").fill("calling back");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(dialog.getByRole("status").first()).toHaveText(MOBILE);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByText(MOBILE)).toHaveCount(0);
});

test("the data of a person is exported, and erased when their name is typed", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const { path, name } = await newContact(company);
  const page = await openAs(company.supervisor, path);
  const row = page.getByRole("row", { name });
  const dialog = page.getByRole("dialog");
  const choose = async (command: string) => {
    await row.getByRole("button", { name: `Personal data of ${name}` }).click();
    await page.getByRole("menuitem", { name: command }).click();
  };
  await choose("Export personal data");
  await expectAccessible();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
    contact: { name, mobile: MOBILE },
  });
  await expect(dialog).toBeHidden();

  await choose("Erase personal data…");
  await dialog.getByLabel("Reason").fill("asked for it");
  await dialog.getByLabel(`Type the name “${name}” to confirm`).fill("Somebody Else");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Erase" }).click();
  await expect(dialog.getByText("This is not the name")).toBeVisible();
  await dialog.getByLabel(`Type the name “${name}” to confirm`).fill(name);
  await dialog.getByRole("button", { name: "Erase" }).click();
  await expect(row).toHaveCount(0);
});

test("nothing of it is offered to somebody without the rights", async ({ company, openAs }) => {
  const { path, name } = await newContact(company);
  const executive = await signedUp(company, "EXECUTIVE");
  const page = await openAs(executive, path);
  const row = page.getByRole("row", { name });
  await expect(row).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
});
