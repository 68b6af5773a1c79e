import { queryClient } from "../lib/query-client.ts";
import { onSession, sessionNow, type Session } from "./session.ts";

/**
 * Nobody sees a former user's answers, nor what was read under break-glass access once it is over; after an
 * interruption the same user's are asked again. Listens to the session itself, since it must be done before
 * anything is drawn for the next one.
 */
export function forgetAnswersOfOthers(): void {
  let last = sessionNow();
  onSession(() => {
    const now = sessionNow();
    if (viewerOf(last) !== viewerOf(now)) queryClient.clear();
    else if (wideOf(last) !== wideOf(now)) void queryClient.resetQueries();
    else if (last.state === "interrupted" && now.state === "signedIn") {
      void queryClient.invalidateQueries();
    }
    last = now;
  });
}

/** Until when everything may be read. */
const wideOf = (session: Session): string | null =>
  "viewer" in session ? session.viewer.breakGlassUntil : null;

const viewerOf = (session: Session): string | undefined =>
  "viewer" in session ? session.viewer.id : undefined;
