import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium as playwright, type Browser, type Page } from "@playwright/test";
import { chromium } from "./support/chromium.ts";
import { startCompany, type Account, type CompanyName } from "./support/companies.ts";
import { READINGS, type Reading } from "./support/reading.ts";

/**
 * Writes a picture of every page, in both languages and appearances, for a person to look at:
 * `node tests/e2e/screenshots.ts <folder> [generated|demo|empty|crm-sales-opportunities]`.
 */
const [folder = "screenshots", company = "generated"] = process.argv.slice(2);

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Nobody, for what stands before signing in. */
  readonly as: "administrator" | "executive" | "supervisor" | "nobody";
  /** Of the window, where that is not the usual one. */
  readonly width?: number;
  /** Brings the page to what is to be seen: a record, an open dialog. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const firstRecord = (page: Page) => page.getByRole("rowheader").getByRole("link").first().click();
const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name }).first().click();

const openFirst = (page: Page) => page.getByRole("rowheader").last().click();
const drillFirst = async (page: Page) => {
  await page.getByRole("gridcell").nth(2).click();
  await page.getByRole("dialog").locator("summary").click();
};
const reviewFirst = async (page: Page) => {
  await firstRecord(page);
  await page.locator('[data-place="0:-1"]').click();
  await page.locator('[data-place="0:0"]').click();
  await page.getByRole("menuitemradio").last().click();
  await press(/^(Review changes|检查修改)$/)(page);
};
const openEntry = async (page: Page) => {
  await page.getByRole("row").nth(1).getByRole("button").click();
  await page.getByRole("dialog").getByRole("term").first().waitFor();
};
const CUSTOMERS = "/analysis/pivot?rows=customer.byTier.customer&columns=closedDate.calendar.year";

/** As far as the key for the app; the password is the one that everybody has here. */
const setUpTwoSteps = async (page: Page) => {
  await press(/^(Turn on two-step sign-in|启用两步验证)$/)(page);
  await page
    .locator("input[autocomplete=current-password]")
    .fill(running?.supervisor.password ?? "");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").locator("code").waitFor();
};

const SHOTS: readonly Shot[] = [
  { name: "sales", path: "/management/sales", as: "executive" },
  { name: "sales-table", path: "/management/sales?trend=table&funnel=table", as: "executive" },
  { name: "sales-laptop", path: "/management/sales", as: "executive", width: 1024 },
  { name: "sales-phone", path: "/management/sales", as: "executive", width: 390 },
  {
    name: "sales-records",
    path: "/management/sales?closed=all",
    as: "supervisor",
    prepare: (page) => page.locator("[data-measure=wonCount] button").click(),
  },
  {
    name: "sales-nothing",
    path: "/management/sales?closed=1999-01-01..1999-12-31",
    as: "executive",
  },
  { name: "pivot", path: "/analysis/pivot", as: "executive" },
  {
    name: "pivot-open",
    path: "/analysis/pivot?rows=owner.organization&columns=closedDate.calendar",
    as: "executive",
    prepare: openFirst,
  },
  {
    name: "pivot-forms",
    path: `${CUSTOMERS}&measures=wonAmount:VALUE:PCT_OF_COLUMN:RANK&top=customer.byTier.customer:3:wonAmount`,
    as: "executive",
    prepare: press(/^(Won amount|赢单金额)$/),
  },
  {
    name: "pivot-filter",
    path: `${CUSTOMERS}&filter=owner.organization.department:nobody`,
    as: "executive",
    prepare: press(/^(Add a filter|添加筛选)$/),
  },
  { name: "pivot-drill", path: CUSTOMERS, as: "supervisor", prepare: drillFirst },
  { name: "pivot-drill-refused", path: CUSTOMERS, as: "executive", prepare: drillFirst },
  { name: "opportunities", path: "/opportunities", as: "supervisor" },
  { name: "opportunity", path: "/opportunities", as: "supervisor", prepare: firstRecord },
  {
    name: "opportunity-new",
    path: "/opportunities",
    as: "supervisor",
    prepare: press(/^(New opportunity|新建机会)$/),
  },
  { name: "forgot-password", path: "/forgot-password", as: "nobody" },
  { name: "reset-password", path: "/reset-password#used-before", as: "nobody" },
  { name: "single-sign-on-failed", path: "/?signInError=SSO_NO_USER", as: "nobody" },
  { name: "account", path: "/account", as: "supervisor" },
  { name: "account-phone", path: "/account", as: "supervisor", width: 390 },
  {
    name: "account-password",
    path: "/account",
    as: "supervisor",
    prepare: async (page) => {
      await press(/^(Change password|更换密码)$/)(page);
      await page.locator("input[autocomplete=new-password]").first().fill("password");
    },
  },
  { name: "account-two-step", path: "/account", as: "supervisor", prepare: setUpTwoSteps },
  { name: "api-keys", path: "/administration/api-keys", as: "administrator" },
  {
    name: "api-key-new",
    path: "/administration/api-keys",
    as: "administrator",
    prepare: press(/^(New key|新建密钥)$/),
  },
  { name: "audit", path: "/administration/audit", as: "administrator" },
  {
    name: "audit-entry",
    path: "/administration/audit?action=user:create",
    as: "administrator",
    prepare: openEntry,
  },
  {
    name: "break-glass",
    path: "/administration/audit",
    as: "administrator",
    prepare: async (page) => {
      await press(/^(Account: |账户：)/)(page);
      await page.getByRole("menuitem", { name: /^(Read everything|紧急访问)/ }).click();
    },
  },
  { name: "customers", path: "/customers", as: "supervisor" },
  { name: "customer", path: "/customers", as: "supervisor", prepare: firstRecord },
  { name: "users", path: "/administration/users", as: "administrator" },
  { name: "user", path: "/administration/users", as: "administrator", prepare: firstRecord },
  {
    name: "user-new",
    path: "/administration/users",
    as: "administrator",
    prepare: press(/^(New user|新建用户)$/),
  },
  { name: "roles", path: "/administration/roles", as: "administrator" },
  { name: "role", path: "/administration/roles", as: "administrator", prepare: firstRecord },
  {
    name: "role-review",
    path: "/administration/roles",
    as: "administrator",
    prepare: reviewFirst,
  },
  {
    name: "departments",
    path: "/administration/departments",
    as: "administrator",
    prepare: (page) => page.getByRole("treeitem").last().click(),
  },
];

async function enter(page: Page, { login, password }: Account, seen: () => Promise<void>) {
  const name = page.locator("input[autocomplete=username]");
  await name.waitFor();
  await seen();
  await name.fill(login);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").waitFor();
}

async function shoot(
  browser: Browser,
  url: string,
  reading: Reading,
  shot: Shot,
  account: Account | undefined,
) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: shot.width ?? 1440, height: 900 },
    timezoneId: "Asia/Shanghai",
  });
  await context.addInitScript(({ locale, shade }) => {
    localStorage.setItem("crm.locale", locale);
    localStorage.setItem("crm.appearance", shade);
  }, reading);
  const page = await context.newPage();
  const picture = (name: string) =>
    page.screenshot({
      path: join(resolve(folder), `${name}.${reading.locale}.${reading.shade}.png`),
      fullPage: true,
    });
  await page.goto(shot.path);
  if (account)
    await enter(page, account, async () => {
      if (shot === SHOTS[0]) await picture("sign-in");
    });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await shot.prepare?.(page);
  await page.waitForLoadState("networkidle");
  // Charts and dialogs are drawn within their animation.
  await page.waitForTimeout(500);
  await picture(shot.name);
  await context.close();
}

await mkdir(resolve(folder), { recursive: true });
const running = await startCompany(company as CompanyName);
if (!running) throw new Error(`the data of ${company} is not on this machine`);
const browser = await playwright.launch(await chromium());
try {
  for (const reading of READINGS) {
    for (const shot of SHOTS) {
      await shoot(
        browser,
        running.url,
        reading,
        shot,
        shot.as === "nobody" ? undefined : running[shot.as],
      );
    }
  }
} finally {
  await browser.close();
  await running.product.stop();
}
