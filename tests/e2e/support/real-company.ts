import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { apiAs } from "./api.ts";
import type { RunningCompany } from "./companies.ts";
import { startProduct, type Product } from "./product.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAPPINGS = join(ROOT, "tests/fixtures/crm-sales-opportunities");

/** File and mapping, in the order in which one needs the other. */
const IMPORTS = [
  ["sales_teams.csv", "departments"],
  ["sales_teams.csv", "supervisors"],
  ["sales_teams.csv", "agents"],
  ["products.csv", "products"],
  ["accounts.csv", "customers"],
  ["sales_pipeline.csv", "opportunities"],
] as const;

/** The manager of this region is who looks at less than everything. */
const SUPERVISOR = { login: "dustin.brinkmann", department: "Central" };

/**
 * A company that nobody here invented, brought in as its administrator would: import, load, hand out
 * passwords. Undefined where the data set is not on this machine; with CI=true that is an error.
 */
export async function realCompany(password: string): Promise<RunningCompany | undefined> {
  const folder = resolve(
    ROOT,
    process.env["CRM_TEST_DATA"] ?? "../shared/data",
    "crm-sales-opportunities",
  );
  if (!existsSync(folder)) {
    if (process.env["CI"] === "true")
      throw new Error(`CRM_TEST_DATA: there is no folder ${folder}`);
    return undefined;
  }
  const product = await startProduct({
    CRM_SEED: "empty",
    CRM_ADMIN_LOGIN: "admin",
    CRM_ADMIN_PASSWORD: password,
  });
  try {
    for (const [file, mapping] of IMPORTS) {
      const mappingFile = join(MAPPINGS, `${mapping}.mapping.json`);
      await product.command("import", join(folder, file), "--mapping", mappingFile);
    }
    await product.command("etl", "run");
    const created = await product.command("user", "create", "executive", "--role", "EXECUTIVE");
    await replacePassword(product.url, "executive", givenPassword(created), password);
    await resetPassword(product, SUPERVISOR.login, password);
  } catch (error) {
    await product.stop();
    throw error;
  }
  return {
    product,
    url: product.url,
    executive: { login: "executive", password },
    supervisor: { ...SUPERVISOR, password },
  };
}

async function resetPassword(product: Product, login: string, password: string): Promise<void> {
  const told = await product.command("user", "reset-password", login);
  await replacePassword(product.url, login, givenPassword(told), password);
}

/** What the command line prints once. */
function givenPassword(output: string): string {
  const password = /password (\S+)/.exec(output)?.[1];
  if (!password) throw new Error(`no password in: ${output}`);
  return password;
}

/** A password that was handed out has to be changed before anything else is possible. */
async function replacePassword(url: string, login: string, given: string, next: string) {
  const api = await apiAs(url, login, given);
  await api.ask("mutation($input: ChangePasswordInput!) { changePassword(input: $input) { id } }", {
    input: { current: given, new: next },
  });
}
