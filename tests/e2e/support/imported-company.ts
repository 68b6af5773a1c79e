import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunningCompany } from "./companies.ts";
import { givenPassword, replacePassword } from "./people.ts";
import { startProduct } from "./product.ts";

/** The mappings of that data set. */
export const MAPPINGS = fileURLToPath(
  new URL("../../fixtures/crm-sales-opportunities/", import.meta.url),
);

/** File and mapping, in the order in which one needs the other. */
const IMPORTS = [
  ["sales_teams.csv", "departments"],
  ["sales_teams.csv", "supervisors"],
  ["sales_teams.csv", "agents"],
  ["products.csv", "products"],
  ["accounts.csv", "customers"],
  ["sales_pipeline.csv", "opportunities"],
] as const;

/** Who of the people in the files signs in during the tests. */
export interface People {
  readonly supervisor: { readonly login: string; readonly department: string };
  readonly manager: { readonly login: string };
  readonly stranger: { readonly login: string };
}

/**
 * A company brought in as its administrator would: import the files of a folder, load the warehouse,
 * hand out passwords. The files have the columns of the data set "CRM Sales Opportunities".
 */
export async function importedCompany(
  folder: string,
  mappings: string,
  { supervisor, manager, stranger }: People,
  password: string,
): Promise<RunningCompany> {
  const product = await startProduct({
    CRM_SEED: "empty",
    CRM_ADMIN_LOGIN: "admin",
    CRM_ADMIN_PASSWORD: password,
  });
  const { url, dataDir, command } = product;
  try {
    for (const [file, mapping] of IMPORTS) {
      await command(
        "import",
        join(folder, file),
        "--mapping",
        join(mappings, `${mapping}.mapping.json`),
      );
    }
    await command("etl", "run");
    const told = [
      await command("user", "create", "executive", "--role", "EXECUTIVE"),
      await command("user", "reset-password", supervisor.login),
      await command("user", "reset-password", manager.login),
      await command("user", "reset-password", stranger.login),
    ];
    const logins = ["executive", supervisor.login, manager.login, stranger.login];
    for (const [index, login] of logins.entries()) {
      await replacePassword(url, login, givenPassword(told[index] ?? ""), password);
    }
  } catch (error) {
    await product.stop();
    throw error;
  }
  return {
    product,
    url,
    dataDir,
    administrator: { login: "admin", password },
    executive: { login: "executive", password },
    supervisor: { ...supervisor, password },
    manager: { ...manager, password },
    stranger: { ...stranger, password },
  };
}
