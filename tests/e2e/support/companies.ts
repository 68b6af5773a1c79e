import { randomBytes } from "node:crypto";
import { demoCompany } from "./demo-company.ts";
import { emptyCompany } from "./empty-company.ts";
import { generatedCompany } from "./generated-company.ts";
import type { Product } from "./product.ts";
import { realCompany } from "./real-company.ts";

export interface Account {
  readonly login: string;
  readonly password: string;
}

/** A running product with data in its warehouse, and people who look at it differently. */
export interface Company {
  readonly url: string;
  /** Where its database lies, for what no command changes yet. */
  readonly dataDir: string;
  /** Holds every administrative right and sees no business data. */
  readonly administrator: Account;
  /** Sees every figure and no opportunity. */
  readonly executive: Account;
  /** Sees one department with everything below it. */
  readonly supervisor: Account & { readonly department: string };
  /** Sees and closes their own opportunities. */
  readonly manager: Account;
  /** Sees another department, and nothing of the first. */
  readonly stranger: Account;
}

export interface RunningCompany extends Company {
  readonly product: Product;
}

/** Undefined where its data is not on this machine. */
const COMPANIES = {
  generated: generatedCompany,
  demo: demoCompany,
  empty: emptyCompany,
  "crm-sales-opportunities": realCompany,
} as const satisfies Record<string, (password: string) => Promise<RunningCompany | undefined>>;

export type CompanyName = keyof typeof COMPANIES;

/** Where the workers of a run find what was started before them. */
const HANDOVER = "CRM_E2E_COMPANIES";

export function startCompany(name: CompanyName): Promise<RunningCompany | undefined> {
  return COMPANIES[name](randomBytes(18).toString("base64url"));
}

/** Starts every company whose data is here, once a run; the answer stops them. */
export default async function startCompanies(): Promise<() => Promise<void>> {
  const started = new Map<CompanyName, RunningCompany>();
  const stop = async () => {
    await Promise.all([...started.values()].map(({ product }) => product.stop()));
  };
  try {
    for (const name of Object.keys(COMPANIES) as CompanyName[]) {
      const company = await startCompany(name);
      if (company) started.set(name, company);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const handover = [...started].map(([name, { product: _product, ...company }]) => [name, company]);
  process.env[HANDOVER] = JSON.stringify(Object.fromEntries(handover));
  return stop;
}

/** Undefined where its data is not on this machine. */
export function companyNamed(name: CompanyName): Company | undefined {
  const companies = JSON.parse(process.env[HANDOVER] ?? "{}") as Partial<
    Record<CompanyName, Company>
  >;
  return companies[name];
}
