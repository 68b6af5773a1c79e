import type { Page } from "@playwright/test";
import type { Account } from "./companies.ts";

/** Opens the application at an address and signs in there. */
export async function signIn(
  page: Page,
  { login, password }: Account,
  address: string,
): Promise<Page> {
  await page.goto(address);
  await page.locator("input[autocomplete=username]").fill(login);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").waitFor();
  return page;
}
