import { currentLocale } from "../i18n/i18n.ts";
import { renew, sessionNow } from "../session/session.ts";
import { post, type Document } from "./post.ts";
import { asProblem, Problem } from "./problem.ts";

/**
 * A question or command of the person signed in. An access token that ran out is renewed and the
 * request repeated once: it was refused before anything happened, so commands may be repeated too.
 */
export async function send<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const once = () => post(document, variables, { token: token(), locale: currentLocale(), signal });
  try {
    return await once();
  } catch (thrown) {
    if (signal?.aborted || asProblem(thrown).code !== "UNAUTHENTICATED") throw thrown;
    if (!(await renew())) throw thrown;
    return once();
  }
}

function token(): string {
  const session = sessionNow();
  if (session.state !== "signedIn") throw new Problem("UNAUTHENTICATED", "the session has ended");
  return session.token;
}
