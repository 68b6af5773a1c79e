import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunningCompany } from "./companies.ts";
import { importedCompany, MAPPINGS } from "./imported-company.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PEOPLE = {
  supervisor: { login: "dustin.brinkmann", department: "Central" },
  manager: { login: "moses.frase" },
  stranger: { login: "rocco.neubert" },
};

/**
 * A company that nobody here invented. Undefined where the data set is not on this machine; with
 * CI=true that is an error.
 */
export async function realCompany(password: string): Promise<RunningCompany | undefined> {
  const data = resolve(ROOT, process.env["CRM_TEST_DATA"] ?? "../shared/data");
  const folder = resolve(data, "crm-sales-opportunities");
  if (existsSync(folder)) return importedCompany(folder, MAPPINGS, PEOPLE, password);
  if (process.env["CI"] === "true") throw new Error(`CRM_TEST_DATA: there is no folder ${folder}`);
  return undefined;
}
