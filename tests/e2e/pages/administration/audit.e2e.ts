import { officeOf, unique } from "../../support/administration.ts";
import type { Account, Company } from "../../support/companies.ts";
import { runSql } from "../../support/database.ts";
import { signedUp } from "../../support/people.ts";
import { READINGS } from "../../support/reading.ts";
import { expect, test } from "../../support/test.ts";

/** Who may break the glass and read the log without being one more administrator, whom other tests count. */
async function guardianOf(company: Company): Promise<Account> {
  const office = await officeOf(company);
  const { code } = await office.role(
    [
      ["breakGlass", "run"],
      ["audit", "read"],
      ["user", "read"],
    ].map(([resource = "", action = ""]) => ({ resource, action, scope: "ALL" })),
  );
  return office.person([code]);
}

const DENIED = /the server responded with a status of/;

test("a change is read as a sentence, with what was there before and is since", async ({
  company,
  openAs,
  expectAccessible,
}) => {
  const office = await officeOf(company);
  const { id, login } = await office.person([]);
  await office.api.ask(
    "mutation($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }",
    {
      input: { userId: id, version: 1, roles: ["EXECUTIVE"] },
    },
  );
  const page = await openAs(company.administrator, `/administration/audit?about=${id}`);
  const sentence = page.getByRole("button", { name: `changed the roles of ${login}` });
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await sentence.click();

  const drawer = page.getByRole("dialog");
  await expect(
    drawer.getByRole("heading", { name: `changed the roles of ${login}` }),
  ).toBeVisible();
  const row = drawer.getByRole("row", { name: "Roles" });
  await expect(row.getByRole("cell").nth(0)).toHaveText("(empty)");
  await expect(row.getByRole("cell").nth(1)).toHaveText("EXECUTIVE");
  await expect(page).toHaveURL(/entry=/);
  await expectAccessible();

  await drawer.getByRole("button", { name: "Everything by this request" }).click();
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByRole("row")).toHaveCount(2);
  await sentence.click();
  await drawer.getByRole("link", { name: login }).click();
  await expect(page).toHaveURL(new RegExp(`/administration/users/${id}`));
});

test("values that the reader may not see are said to be hidden", async ({ company, openAs }) => {
  const page = await openAs(company.administrator, "/administration/audit?kind=customer");
  await page
    .getByRole("button", { name: /the customer/ })
    .first()
    .click();
  await expect(page.getByRole("dialog").getByText("You may not see this").first()).toBeVisible();
});

test("filters stand in the address, and what matches none of them is said", async ({
  company,
  openAs,
}) => {
  const office = await officeOf(company);
  const { login } = await office.person([]);
  const page = await openAs(company.administrator, "/administration/audit");
  await page.getByLabel("Login or source (press /)").fill("nobody-at-all");
  await expect(page).toHaveURL(/who=nobody-at-all/);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();

  await page.getByLabel("What was done").fill("created the user");
  await page.getByTitle("created the user …").click();
  await expect(page).toHaveURL(/action=user%3Acreate/);
  await expect(page.getByRole("button", { name: `created the user ${login}` })).toBeVisible();
  await expect(page.getByRole("button", { name: "signed in" })).toHaveCount(0);
  await page.getByLabel("Last day").fill("2001-01-01");
  await expect(page).toHaveURL(/to=2001-01-01/);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: `created the user ${login}` })).toBeVisible();
});

test("a refused sign-in stands out", async ({ company, openAs }) => {
  const person = await signedUp(company, "EXECUTIVE");
  await fetch(`${company.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
      variables: { input: { login: person.login, password: "not the password" } },
    }),
  });
  const page = await openAs(
    company.administrator,
    "/administration/audit?action=session:signInFailed",
  );
  const row = page.getByRole("row", { name: `Failed sign-in as ${person.login}` });
  await expect(row).toContainText("Refused");
});

test.describe("break-glass access", () => {
  test.use({ tolerated: [DENIED] });

  test("is over when its time is, without anybody doing anything", async ({ company, openAs }) => {
    const guardian = await guardianOf(company);
    const page = await openAs(guardian, "/administration/audit");
    const customers = page.getByRole("link", { name: "Customers" });
    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitem", { name: "Read everything for a while…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("as short as can be");
    await dialog.getByLabel("Minutes").fill("1");
    await dialog.getByLabel("Your password").fill(guardian.password);
    await dialog.getByRole("button", { name: "Begin" }).click();
    await expect(customers).toBeVisible();

    await runSql(
      company.dataDir,
      `update crm.break_glass b set expires_at = clock_timestamp() + interval '10 seconds'
       from crm.app_user u where u.id = b.user_id and u.login = $1`,
      [guardian.login],
    );
    await page.reload();
    const banner = page.getByRole("region", { name: "Read everything for a while" });
    await expect(banner).toBeVisible();
    await expect(banner).toBeHidden({ timeout: 30_000 });
    await expect(customers).toHaveCount(0);
  });

  test("opens all records for a while, says so on every page, and ends", async ({
    company,
    openAs,
    expectAccessible,
  }) => {
    const guardian = await guardianOf(company);
    const reason = unique("complaint ");
    const page = await openAs(guardian, "/administration/audit");
    const customers = page.getByRole("link", { name: "Customers" });
    const banner = page.getByRole("region", { name: "Read everything for a while" });
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await expect(customers).toHaveCount(0);

    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitem", { name: "Read everything for a while…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill(reason);
    await dialog.getByLabel("Your password").fill("not the password");
    await expectAccessible();
    await dialog.getByRole("button", { name: "Begin" }).click();
    await expect(dialog.getByText("The password is wrong").last()).toBeVisible();
    await expect(dialog.getByLabel("Reason")).toHaveValue(reason);
    await dialog.getByLabel("Your password").fill(guardian.password);
    await dialog.getByRole("button", { name: "Begin" }).click();

    await expect(banner).toContainText("You may read all business records until");
    await customers.click();
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await expect(banner).toBeVisible();
    await expectAccessible();

    await banner.getByRole("button", { name: "End now" }).click();
    await expect(banner).toHaveCount(0);
    await expect(page.getByText("No permission")).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(0);

    await page.goto(`${company.url}/administration/audit?who=${guardian.login}`);
    await page
      .getByRole("button", { name: /began break-glass access/ })
      .first()
      .click();
    await expect(dialog.getByRole("row", { name: `Reason ${reason}` })).toBeVisible();
  });
});

test("is neither in the navigation nor open for somebody without the right", async ({
  company,
  openAs,
}) => {
  const person = await signedUp(company, "ACCOUNT_MANAGER");
  const page = await openAs(person, "/administration/audit");
  await expect(page.getByText("No permission")).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Account: / }).click();
  await expect(page.getByRole("menuitem", { name: "My account" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Read everything/ })).toHaveCount(0);
});

for (const reading of READINGS) {
  test.describe(`in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });

    test("the list and an open entry are accessible", async ({
      company,
      openAs,
      page,
      expectAccessible,
    }) => {
      await openAs(company.administrator, "/administration/audit?action=session:signIn");
      await page.getByRole("rowheader").first().waitFor();
      await expectAccessible();
      await page.getByRole("row").nth(1).getByRole("button").click();
      await page.getByRole("dialog").getByRole("term").first().waitFor();
      await expectAccessible();
    });
  });
}
