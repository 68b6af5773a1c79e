import { apiAs } from "./api.ts";

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
