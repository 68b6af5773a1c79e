import { randomBytes } from "node:crypto";
import { apiAs } from "./api.ts";
import type { Account } from "./companies.ts";
import { runCrm } from "./product.ts";

/** Somebody new, whose rights a test may take away again. */
export async function signedUp(
  product: { readonly url: string; readonly dataDir: string },
  role: string,
): Promise<Account> {
  const login = `new.${randomBytes(6).toString("hex")}`;
  const password = randomBytes(18).toString("base64url");
  const told = await runCrm(product.dataDir, ["user", "create", login, "--role", role]);
  await replacePassword(product.url, login, givenPassword(told), password);
  return { login, password };
}

/** What the command line prints once. */
export function givenPassword(output: string): string {
  const password = /password (\S+)/.exec(output)?.[1];
  if (!password) throw new Error(`no password in: ${output}`);
  return password;
}

/** A password that was handed out has to be changed before anything else is possible. */
export async function replacePassword(
  url: string,
  login: string,
  given: string,
  next: string,
): Promise<void> {
  const api = await apiAs(url, login, given);
  await api.ask("mutation($input: ChangePasswordInput!) { changePassword(input: $input) { id } }", {
    input: { current: given, new: next },
  });
}
