import type { RunningCompany } from "./companies.ts";
import { givenPassword, replacePassword } from "./people.ts";
import { startProduct } from "./product.ts";

/** A company that has people and nothing else, loaded once: what a first day looks like. */
export async function emptyCompany(password: string): Promise<RunningCompany> {
  const product = await startProduct({ CRM_ADMIN_LOGIN: "admin", CRM_ADMIN_PASSWORD: password });
  const account = async (login: string, role: string) => {
    const told = await product.command("user", "create", login, "--role", role);
    await replacePassword(product.url, login, givenPassword(told), password);
    return { login, password };
  };
  try {
    await product.command("etl", "run");
    return {
      product,
      url: product.url,
      dataDir: product.dataDir,
      administrator: { login: "admin", password },
      executive: await account("executive", "EXECUTIVE"),
      supervisor: { ...(await account("supervisor", "SALES_SUPERVISOR")), department: "" },
      manager: await account("manager", "ACCOUNT_MANAGER"),
      stranger: await account("stranger", "ACCOUNT_MANAGER"),
    };
  } catch (error) {
    await product.stop();
    throw error;
  }
}
