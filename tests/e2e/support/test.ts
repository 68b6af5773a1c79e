import { expect, test as base, type Page } from "@playwright/test";
import { companyNamed, type Account, type Company, type CompanyName } from "./companies.ts";
import type { Reading } from "./reading.ts";
import { signIn } from "./sign-in.ts";
import { accessibilityFaults, watch } from "./watch.ts";

interface Options {
  readonly reading: Reading;
  readonly companyName: CompanyName;
  /** Console errors that the test itself brings about. */
  readonly tolerated: readonly RegExp[];
}

interface Fixtures {
  readonly company: Company;
  /** Opens the application at an address and signs in there. */
  readonly openAs: (account: Account, path: string) => Promise<Page>;
  /** The same for a further person, in a browser of their own beside the first. */
  readonly besides: (account: Account, path: string) => Promise<Page>;
  /** Fails on accessibility faults of what is on screen now: after opening a dialog, say. */
  readonly expectAccessible: () => Promise<void>;
}

/** Every test fails on console errors, policy violations and accessibility faults of the last screen. */
export const test = base.extend<Options & Fixtures>({
  reading: [{ locale: "en", shade: "light" }, { option: true }],
  companyName: ["generated", { option: true }],
  tolerated: [[], { option: true }],

  company: async ({ companyName }, use, info) => {
    const company = companyNamed(companyName);
    info.skip(company === undefined, `the data of ${companyName} is not on this machine`);
    if (company) await use(company);
  },

  page: async ({ page, reading, tolerated }, use) => {
    const verify = await prepare(page, reading, tolerated);
    await use(page);
    await verify();
  },

  openAs: async ({ page, company }, use) => {
    await use((account, path) => signIn(page, account, company.url + path));
  },

  besides: async ({ browser, company, reading, tolerated }, use) => {
    const opened: { page: Page; verify: () => Promise<void> }[] = [];
    await use(async (account, path) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      opened.push({ page, verify: await prepare(page, reading, tolerated) });
      return signIn(page, account, company.url + path);
    });
    for (const { page, verify } of opened) {
      await verify();
      await page.context().close();
    }
  },

  expectAccessible: async ({ page }, use) => {
    await use(async () => expect(await accessibilityFaults(page)).toEqual([]));
  },
});

/** Watches a page from its beginning; the answer says at the end whether it was without fault. */
async function prepare(
  page: Page,
  reading: Reading,
  tolerated: readonly RegExp[],
): Promise<() => Promise<void>> {
  const seen = await watch(page);
  await page.addInitScript(({ locale, shade }) => {
    localStorage.setItem("crm.locale", locale);
    localStorage.setItem("crm.appearance", shade);
  }, reading);
  return async () => {
    const isTolerated = (line: string) => tolerated.some((pattern) => pattern.test(line));
    expect(seen().filter((line) => !isTolerated(line))).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
}

export { expect } from "@playwright/test";
