import { chromium as playwright } from "@playwright/test";
import type { ScrollFigures } from "../bench/scroll-figures.ts";
import { chromium } from "./support/chromium.ts";
import { signIn } from "./support/sign-in.ts";

const PAGE =
  "/analysis/pivot?rows=customer.byTier.customer&columns=closedDate.calendar.month&measures=wonAmount&period=2020-01-01..2024-02-29";
const FRAMES = 240;

/** For `npm run bench scroll`, which gives the address of a server and who to sign in as. */
async function measure(url: string, login: string, password: string): Promise<ScrollFigures> {
  const browser = await playwright.launch(await chromium());
  try {
    const page = await browser.newPage();
    await signIn(page, { login, password }, url);
    await page.goto(url + PAGE);
    const grid = page.getByRole("treegrid");
    await page.waitForRequest((request) => isQuestion(request.postData()));
    const started = performance.now();
    await grid.waitFor({ timeout: 120_000 });
    const drawn = performance.now() - started;
    const size = (name: string) => grid.getAttribute(name).then(Number);
    const frames = await grid.evaluate(scrolled, FRAMES);
    const sorted = frames.toSorted((left, right) => left - right);
    return {
      rows: await size("aria-rowcount"),
      columns: await size("aria-colcount"),
      framesPerSecond: 1000 / (sorted[sorted.length >> 1] ?? NaN),
      slowFrame: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      drawn,
    };
  } finally {
    await browser.close();
  }
}

const isQuestion = (body: string | null): boolean => body?.includes("query CubeMatrix") ?? false;

/** Runs in the page: down through the rows and across the columns; milliseconds of each frame. */
function scrolled(box: Element, frames: number): Promise<number[]> {
  const times: number[] = [];
  return new Promise((resolve) => {
    let last = performance.now();
    const step = (now: number) => {
      times.push(now - last);
      last = now;
      // Ten rows with each frame, and across the columns meanwhile.
      box.scrollTop += 320;
      box.scrollLeft = (Math.sin(times.length / 40) + 1) * 1000;
      if (times.length < frames) requestAnimationFrame(step);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(step);
  });
}

const [url = "", login = "", password = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(url, login, password)));
