import { apiAs, type Api } from "./api.ts";
import type { RunningCompany } from "./companies.ts";
import { startProduct } from "./product.ts";

interface Person {
  readonly login: string;
  readonly department: { readonly name: string };
}

/** The company that every installation can make for itself: what a fresh clone is tested with. */
export async function demoCompany(password: string): Promise<RunningCompany> {
  const product = await startProduct({
    CRM_SEED: "demo",
    CRM_DEMO_PASSWORD: password,
    CRM_ADMIN_LOGIN: "admin",
    CRM_ADMIN_PASSWORD: password,
  });
  const { url } = product;
  const admin = await apiAs(url, "admin", password);
  const executive = await someoneWith(admin, "EXECUTIVE");
  const supervisor = await someoneWith(admin, "SALES_SUPERVISOR");
  return {
    product,
    url,
    executive: { login: executive.login, password },
    supervisor: { login: supervisor.login, password, department: supervisor.department.name },
  };
}

async function someoneWith(api: Api, role: string): Promise<Person> {
  const { users } = await api.ask<{ users: { edges: { node: Person & { roles: string[] } }[] } }>(
    "{ users(first: 200) { edges { node { login roles department { name } } } } }",
  );
  const person = users.edges.find(({ node }) => node.roles.includes(role))?.node;
  if (!person) throw new Error(`nobody in the demo company holds ${role}`);
  return person;
}
