import { chromium as playwright, type Browser } from "@playwright/test";
import { chromium } from "./support/chromium.ts";
import { startCompany, type Company } from "./support/companies.ts";

import type { PageFigures, PageTimes } from "../bench/pages.ts";

const TIMES = 5;
const PAGE = "/management/sales";

/** The sales page of the demo company, in Chromium; the medians as JSON, for `npm run bench pages`. */
async function measure(): Promise<PageFigures> {
  const company = await startCompany("demo");
  if (!company) throw new Error("the demo company is made everywhere");
  const browser = await playwright.launch(await chromium());
  try {
    const visits: PageFigures[] = [];
    for (let time = 0; time < TIMES; time += 1) visits.push(await visit(browser, company));
    return {
      cold: medians(visits.map(({ cold }) => cold)),
      warm: medians(visits.map(({ warm }) => warm)),
      requests: median(visits.map(({ requests }) => requests)),
    };
  } finally {
    await browser.close();
    await company.product.stop();
  }
}

/** A context has a cache of its own; only the session's cookie is carried from the first to the second. */
async function visit(browser: Browser, { url, executive }: Company): Promise<PageFigures> {
  const signing = await browser.newContext({ baseURL: url });
  const door = await signing.newPage();
  await door.goto(PAGE);
  await door.locator("input[autocomplete=username]").fill(executive.login);
  await door.locator("input[autocomplete=current-password]").fill(executive.password);
  await door.keyboard.press("Enter");
  await door.getByRole("navigation").waitFor();
  const storageState = await signing.storageState();
  await signing.close();

  const context = await browser.newContext({ baseURL: url, storageState });
  const page = await context.newPage();
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/graphql")) requests += 1;
  });
  const open = async (): Promise<PageTimes> => {
    const started = performance.now();
    await page.goto(PAGE, { waitUntil: "commit" });
    await page.locator("[data-measure=wonAmount]", { hasText: /\d/ }).waitFor();
    const figures = performance.now() - started;
    await page.waitForFunction(
      "document.querySelectorAll('section svg text').length > 0 && !document.querySelector('[aria-busy=true]')",
    );
    return { figures, whole: performance.now() - started };
  };
  const cold = await open();
  requests = 0;
  const warm = await open();
  await context.close();
  return { cold, warm, requests };
}

const medians = (times: readonly PageTimes[]): PageTimes => ({
  figures: median(times.map(({ figures }) => figures)),
  whole: median(times.map(({ whole }) => whole)),
});

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

process.stdout.write(JSON.stringify(await measure()));
