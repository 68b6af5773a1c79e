import { randomBytes } from "node:crypto";
import { demoCompany } from "./demo-company.ts";
import { realCompany } from "./real-company.ts";
import type { Product } from "./product.ts";

export type CompanyName = "demo" | "crm-sales-opportunities";

export interface Account {
  readonly login: string;
  readonly password: string;
}

/** A running product with data in its warehouse, and people who look at it differently. */
export interface Company {
  readonly url: string;
  /** Sees every figure. */
  readonly executive: Account;
  /** Sees one department with everything below it. */
  readonly supervisor: Account & { readonly department: string };
}

export interface RunningCompany extends Company {
  readonly product: Product;
}

/** Where the workers of a run find what was started before them. */
const HANDOVER = "CRM_E2E_COMPANIES";

/** Starts every company whose data is here, once a run; the answer stops them. */
export default async function startCompanies(): Promise<() => Promise<void>> {
  const password = randomBytes(18).toString("base64url");
  const started = new Map<CompanyName, RunningCompany>();
  const stop = async () => {
    await Promise.all([...started.values()].map(({ product }) => product.stop()));
  };
  try {
    started.set("demo", await demoCompany(password));
    const real = await realCompany(password);
    if (real) started.set("crm-sales-opportunities", real);
  } catch (error) {
    await stop();
    throw error;
  }
  const handover = Object.fromEntries(
    [...started].map(([name, { url, executive, supervisor }]) => [
      name,
      { url, executive, supervisor },
    ]),
  );
  process.env[HANDOVER] = JSON.stringify(handover);
  return stop;
}

/** Undefined where its data is not on this machine. */
export function companyNamed(name: CompanyName): Company | undefined {
  const companies = JSON.parse(process.env[HANDOVER] ?? "{}") as Partial<
    Record<CompanyName, Company>
  >;
  return companies[name];
}
