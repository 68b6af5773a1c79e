import type { Route } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const LAPSED = JSON.stringify({
  data: null,
  errors: [{ message: "lapsed", extensions: { code: "UNAUTHENTICATED" } }],
});
const isAsking = (route: Route, operation: string) =>
  (route.request().postData() ?? "").includes(operation);
const lapse = (route: Route) => route.fulfill({ contentType: "application/json", body: LAPSED });

test("a wrong password is told in a sentence, and what was typed stays", async ({
  company,
  page,
}) => {
  await page.goto(company.url);
  await page.locator("input[autocomplete=username]").fill(company.executive.login);
  await page.locator("input[autocomplete=current-password]").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("input[autocomplete=username]")).toHaveValue(company.executive.login);
});

test("a reload keeps the session and the view", async ({ company, openAs }) => {
  const page = await openAs(company.executive, "/management/sales?closed=last12Months");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Sales results" })).toBeVisible();
  await expect(page).toHaveURL(/closed=last12Months/);
});

test("an access token that ran out is renewed without anybody noticing", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales?closed=all");
  let lapsed = false;
  await page.route("**/graphql", (route) => {
    if (lapsed || !isAsking(route, "query Cellset")) return route.continue();
    lapsed = true;
    return lapse(route);
  });
  await page.reload();
  await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
  expect(lapsed).toBe(true);
});

test("a session that is over asks to sign in over the page, which stays as it is", async ({
  company,
  openAs,
  context,
  expectAccessible,
}) => {
  const page = await openAs(company.supervisor, "/opportunities");
  const search = page.getByRole("searchbox");
  await expect(page.getByRole("table")).toBeVisible();
  await context.clearCookies();
  await page.route("**/graphql", (route) =>
    isAsking(route, "query OpportunityList") || isAsking(route, "mutation RefreshSession")
      ? lapse(route)
      : route.continue(),
  );
  await search.fill("a");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expectAccessible();
  await page.unroute("**/graphql");
  await dialog.locator("input[autocomplete=username]").fill(company.supervisor.login);
  await dialog.locator("input[autocomplete=current-password]").fill(company.supervisor.password);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(search).toHaveValue("a");
  await expect(page.getByRole("table")).toBeVisible();
});

test.describe("a server that is away", () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test("is told on each card, with a way to try again", async ({ company, openAs }) => {
    const page = await openAs(company.executive, "/management/sales?closed=2022-01-01..2022-12-31");
    await expect(page.locator("[data-measure=wonAmount]")).toHaveText(/\d/);
    await page.route("**/graphql", (route) => route.abort());
    await page.getByLabel("Closed").click();
    await page.getByTitle("All time").click();
    const alert = page.getByRole("alert").first();
    await expect(alert).toContainText("The server cannot be reached");
    await page.unroute("**/graphql");
    const retry = page.getByRole("button", { name: "Try again" });
    for (let left = await retry.count(); left > 0; left -= 1) {
      await retry.first().click();
      await expect(retry).toHaveCount(left - 1);
    }
    await expect(page.getByRole("alert")).toHaveCount(0);
    // Where trying again has scrolled to, the bar at the top may lie half over a figure.
    await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  });
});

test("a page outside one's rights says so, and is not in the navigation", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/nowhere/at/all");
  await expect(page.getByText("There is no such page")).toBeVisible();
  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(page).toHaveURL(/management\/sales/);
});

test("the language and the appearance change at once, without a reload", async ({
  company,
  openAs,
}) => {
  const page = await openAs(company.executive, "/management/sales");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "销售业绩" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "外观" }).click();
  await page.getByRole("menuitem", { name: "深色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-shade", "dark");
});

test("the first Tab leads past the navigation", async ({ company, openAs }) => {
  const page = await openAs(company.executive, "/management/sales");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
});
