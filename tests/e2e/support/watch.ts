import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Everything a page must never do: write an error to the console, throw, or break its content policy
 * (which browsers report as a console error too, but not for reports the page makes itself).
 */
export async function watch(page: Page): Promise<() => readonly string[]> {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.push(`thrown: ${error.message}`));
  await page.exposeFunction("crmReportViolation", (text: string) => seen.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report: unknown = Reflect.get(window, "crmReportViolation");
      if (typeof report === "function") {
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      }
    });
  });
  return () => seen;
}

/** The package of axe brings types of another Playwright version; the page itself is the same. */
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]["page"];

/** Whether nothing is being fetched or moved: an answer is dimmed only until the next one has come. */
const isAtRest = (): boolean =>
  document.querySelector('[aria-busy="true"]') === null &&
  document
    .getAnimations()
    .every(({ effect }) => effect?.getComputedTiming().iterations === Infinity);

/**
 * The accessibility faults of the page once it is at rest, each in one readable line. Behind a modal dialog nothing
 * can be reached, and where the page behind happens to be scrolled to says nothing; without the dialog it is judged.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(isAtRest);
  const reachable = new AxeBuilder({ page: page as unknown as AxePage }).withTags(WCAG_22_AA);
  if (await page.locator('[aria-modal="true"]').last().isVisible()) reachable.exclude("#root");
  const { violations } = await reachable.analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} ${node.html}`),
  );
}
