import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningCompany } from "./companies.ts";
import { importedCompany, MAPPINGS } from "./imported-company.ts";

type Row = Readonly<Record<string, string | number>>;

const TEAMS = [
  ["North", "Zhao Min", ["Qian Wei", "Sun Lan"]],
  ["South", "Li Qiang", ["Zhou Jing", "Wu Tao"]],
  ["East", "Zheng Hua", ["Wang Yu", "Feng Lei"]],
] as const;
const PRODUCTS = ["Pump", "Valve", "Compressor"];
const CUSTOMERS = ["上海远洋", "北京恒信", "Harbour Tools", "Lakeside Foods", "深圳前海"];
const STAGES = ["Won", "Won", "Lost", "Engaging", "Prospecting"];
const DEALS = 240;
const PEOPLE = {
  supervisor: { login: "Zhao Min", department: "North" },
  manager: { login: "Qian Wei" },
  stranger: { login: "Zheng Hua" },
};

/** A small company, the same each time, for machines without the public data sets. */
export async function generatedCompany(password: string): Promise<RunningCompany> {
  const folder = await mkdtemp(join(tmpdir(), "crm-e2e-files-"));
  try {
    await writeFile(join(folder, "sales_teams.csv"), csv(teams()));
    await writeFile(join(folder, "products.csv"), csv(products()));
    await writeFile(join(folder, "accounts.csv"), csv(accounts()));
    await writeFile(join(folder, "sales_pipeline.csv"), csv(deals()));
    await adaptMappings(folder);
    return await importedCompany(folder, folder, PEOPLE, password);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same mappings but for the one person they name. */
async function adaptMappings(folder: string): Promise<void> {
  for (const file of await readdir(MAPPINGS)) {
    const mapping = await readFile(join(MAPPINGS, file), "utf8");
    await writeFile(
      join(folder, file),
      mapping.replaceAll("dustin.brinkmann", PEOPLE.supervisor.login),
    );
  }
}

const agents = () => TEAMS.flatMap(([, , names]) => names);

function teams(): Row[] {
  return TEAMS.flatMap(([office, manager, names]) =>
    names.map((name) => ({ sales_agent: name, manager, regional_office: office })),
  );
}

function products(): Row[] {
  return PRODUCTS.map((product, index) => ({
    product,
    series: "A",
    sales_price: 500 * (index + 1),
  }));
}

function accounts(): Row[] {
  return CUSTOMERS.map((account, index) => ({
    account,
    sector: "manufacturing",
    year_established: 1990 + index,
    revenue: 100 + index,
    employees: 50 * (index + 1),
    office_location: "China",
    subsidiary_of: "",
  }));
}

/** Spread over two years, so that every month and person has something to tell. */
function deals(): Row[] {
  return Array.from({ length: DEALS }, (_, index) => {
    const stage = pick(STAGES, index);
    const isClosed = stage === "Won" || stage === "Lost";
    const begun = index * 3;
    return {
      opportunity_id: `G${index}`,
      sales_agent: pick(agents(), index * 7 + (index >> 3)),
      product: pick(PRODUCTS, index),
      account: pick(CUSTOMERS, index + (index >> 2)),
      deal_stage: stage,
      engage_date: stage === "Prospecting" ? "" : day(begun),
      close_date: isClosed ? day(begun + 20 + (index % 40)) : "",
      close_value: stage === "Won" ? 300 + ((index * 137) % 2900) : stage === "Lost" ? 0 : "",
    };
  });
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function day(offset: number): string {
  return new Date(Date.UTC(2022, 0, 3 + offset)).toISOString().slice(0, 10);
}

function csv(rows: readonly Row[]): string {
  const heads = Object.keys(rows[0] ?? {});
  return [heads, ...rows.map((row) => heads.map((head) => row[head]))]
    .map((line) => line.join(","))
    .join("\r\n");
}
