import { useEffect, useRef, useSyncExternalStore } from "react";
import { recheckRights } from "../session/rights.ts";
import { useSession } from "../session/use-session.ts";
import { liveLine, type LineState } from "./live-line.ts";
import type { Document } from "./post.ts";

export interface LiveHandlers<Answer> {
  readonly onEvent: (answer: Answer) => void;
  /** Something may have happened unseen: ask for what is on screen. */
  readonly onMissed: () => void;
}

/**
 * The one way a page listens. It goes on over every drop of the socket; what may have been missed is told by
 * `onMissed`. A right that was taken away ends it, and the rights are looked up anew.
 */
export function useLive<Answer, Variables extends object>(
  document: Document<Answer, Variables>,
  variables: Variables,
  handlers: LiveHandlers<Answer>,
): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  const session = useSession();
  const rights = "viewer" in session ? session.viewer.permissions : undefined;
  const asked = JSON.stringify(variables);
  useEffect(
    () =>
      liveLine.listen({
        query: document.toString(),
        variables: JSON.parse(asked) as Record<string, unknown>,
        take: (data) => latest.current.onEvent(data as Answer),
        missed: () => latest.current.onMissed(),
        refused: () => {
          void recheckRights();
          latest.current.onMissed();
        },
      }),
    [document, asked, rights],
  );
}

/** Keeps the line open while somebody is signed in. */
export function useKeptLine(): void {
  const isSignedIn = useSession().state === "signedIn";
  useEffect(() => (isSignedIn ? liveLine.keep() : undefined), [isSignedIn]);
}

export function useLineState(): LineState {
  return useSyncExternalStore(
    (listener) => liveLine.onState(listener),
    () => liveLine.state,
  );
}
