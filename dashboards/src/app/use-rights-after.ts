import { useEffect } from "react";
import { untilByServer } from "../lib/server-clock.ts";
import { recheckRights } from "../session/rights.ts";

/** Where the server says that nothing has changed, or says nothing, it is asked again, but not all the time. */
const AGAIN_MS = 5_000;

/** Looks the rights up anew at an instant from which they are to be others. */
export function useRightsAfter(instant: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (leastMs: number) => {
      timer = setTimeout(look, Math.max(leastMs, untilByServer(instant)));
    };
    const look = () => {
      void recheckRights().catch(() => undefined);
      wait(AGAIN_MS);
    };
    wait(0);
    return () => clearTimeout(timer);
  }, [instant]);
}
