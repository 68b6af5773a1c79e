import { Problem, problemFrom } from "./problem.ts";
import { hearServerClock } from "./server-clock.ts";

/** A generated document: a string that knows the types of its answer and variables. */
export interface Document<Answer, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Answer;
}

export interface PostOptions {
  readonly token?: string | undefined;
  readonly locale: string;
  readonly signal?: AbortSignal | undefined;
}

const ENDPOINT = "/graphql";

/** One request, one answer: the only `fetch` of the application. Throws a `Problem` or an abort. */
export async function post<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  options: PostOptions,
): Promise<Answer> {
  const body = await exchange(JSON.stringify({ query: document.toString(), variables }), options);
  if (body.errors?.length) throw problemFrom(body.errors[0]);
  if (!body.data) throw new Problem("INTERNAL", "the answer holds neither data nor errors");
  return body.data as Answer;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

async function exchange(body: string, { token, locale, signal }: PostOptions): Promise<Body> {
  const response = await reach({
    method: "POST",
    body,
    signal: signal ?? null,
    headers: {
      "content-type": "application/json",
      "accept-language": locale,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  hearServerClock(response.headers.get("date"));
  if (response.headers.get("content-type")?.includes("json"))
    return (await response.json()) as Body;
  // A proxy or a server that is just starting or stopping answers in its own words.
  throw new Problem(response.status >= 500 ? "UNAVAILABLE" : "INTERNAL", `HTTP ${response.status}`);
}

async function reach(init: RequestInit): Promise<Response> {
  try {
    return await fetch(ENDPOINT, init);
  } catch (thrown) {
    if (init.signal?.aborted) throw thrown;
    throw new Problem("OFFLINE", thrown instanceof Error ? thrown.message : "");
  }
}
