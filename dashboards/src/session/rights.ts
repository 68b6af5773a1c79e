import { ViewerDocument } from "../gql/graphql.ts";
import { asProblem, isPassing } from "../lib/problem.ts";
import { send } from "../lib/send.ts";
import { seeViewer } from "./session.ts";

/**
 * Asks who is signed in and what they may do now, so that navigation, pages and commands follow rights that
 * changed while the page is open. `over`: the session has ended; `away`: the server was not reached.
 */
export async function recheckRights(): Promise<"kept" | "over" | "away"> {
  try {
    const { viewer } = await send(ViewerDocument, {});
    seeViewer(viewer);
    return "kept";
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.code === "UNAUTHENTICATED") return "over";
    if (isPassing(problem)) return "away";
    throw problem;
  }
}
