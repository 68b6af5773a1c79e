import { useSyncExternalStore } from "react";
import { onSession, sessionNow, type Session, type Viewer } from "./session.ts";

export function useSession(): Session {
  return useSyncExternalStore(onSession, sessionNow);
}

/** Whoever is at work. Only for what is shown inside the shell. */
export function useViewer(): Viewer {
  const session = useSession();
  if (!("viewer" in session)) throw new Error("nobody is signed in");
  return session.viewer;
}
