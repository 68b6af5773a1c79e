import { expect, test } from "../support/test.ts";

const LAPSED = JSON.stringify({
  data: null,
  errors: [{ message: "lapsed", extensions: { code: "UNAUTHENTICATED" } }],
});

test("tabs whose tokens run out at once renew them without ending the session", async ({
  company,
  openAs,
  context,
}) => {
  const first = await openAs(company.supervisor, "/opportunities");
  const others = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  for (const tab of others) await tab.goto(`${company.url}/opportunities`);
  const tabs = [first, ...others];
  for (const tab of tabs) {
    await tab.getByRole("table").waitFor();
    let lapsed = false;
    await tab.route("**/graphql", (route) => {
      const isList = (route.request().postData() ?? "").includes("query OpportunityList");
      if (lapsed || !isList) return route.continue();
      lapsed = true;
      return route.fulfill({ contentType: "application/json", body: LAPSED });
    });
  }
  await Promise.all(tabs.map((tab) => tab.getByRole("searchbox").fill("no such title")));
  for (const tab of tabs) {
    await expect(tab.getByText("Nothing matches")).toBeVisible();
    await expect(tab.getByRole("dialog")).toHaveCount(0);
  }
});

test("signing out in one tab signs out the others", async ({ company, openAs, context }) => {
  const first = await openAs(company.supervisor, "/opportunities");
  const second = await context.newPage();
  await second.goto(`${company.url}/customers`);
  await second.getByRole("table").waitFor();
  await first.getByRole("button", { name: /^Account/ }).click();
  await first.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(first.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Sign in" })).toBeVisible();
});
