import { apiAs } from "./api.ts";
import type { RunningCompany } from "./companies.ts";
import { startProduct } from "./product.ts";

interface Users {
  readonly users: {
    readonly edges: readonly {
      readonly node: {
        readonly login: string;
        readonly roles: readonly string[];
        readonly department: { readonly name: string };
      };
    }[];
  };
}

/** The company that `CRM_SEED=demo` makes on the first start; its calendar ends today. */
export async function demoCompany(password: string): Promise<RunningCompany> {
  const product = await startProduct({
    CRM_SEED: "demo",
    CRM_DEMO_PASSWORD: password,
    CRM_ADMIN_LOGIN: "admin",
    CRM_ADMIN_PASSWORD: password,
  });
  const { url, dataDir } = product;
  try {
    const api = await apiAs(url, "admin", password);
    const { users } = await api.ask<Users>(
      "{ users(first: 100) { edges { node { login roles department { name } } } } }",
    );
    const department = "销售中心";
    const one = (role: string, isWanted: (department: string) => boolean = () => true) => {
      const found = users.edges.find(
        ({ node }) => node.roles.includes(role) && isWanted(node.department.name),
      );
      if (!found) throw new Error(`the demo company has no ${role}`);
      return { login: found.node.login, password };
    };
    return {
      product,
      url,
      dataDir,
      administrator: { login: "admin", password },
      executive: one("EXECUTIVE"),
      supervisor: { ...one("SALES_SUPERVISOR", (name) => name === department), department },
      manager: one("ACCOUNT_MANAGER"),
      stranger: one("SALES_SUPERVISOR", (name) => name !== department),
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}
