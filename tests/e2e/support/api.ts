/** The API as any script uses it: what pages show is compared with what is read here. */
export interface Api {
  ask<Answer>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** Signed in as somebody. Answers are in the given language. */
export async function apiAs(
  url: string,
  login: string,
  password: string,
  locale = "en",
): Promise<Api> {
  const { signIn } = await post<{ signIn: { accessToken: string } }>(url, locale, undefined, {
    query: "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
    variables: { input: { login, password } },
  });
  return {
    ask: (query, variables = {}) => post(url, locale, signIn.accessToken, { query, variables }),
  };
}

async function post<Answer>(
  url: string,
  locale: string,
  token: string | undefined,
  body: object,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "accept-language": locale,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { data?: Answer; errors?: unknown };
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors ?? answer));
  return answer.data;
}
