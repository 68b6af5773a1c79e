import { useCallback, useEffect, useRef } from "react";

const GATHER_MS = 400;

/** The same work, once for all that calls for it within a moment: a burst of events asks the server once. */
export function useGathered(work: () => void): () => void {
  const latest = useRef(work);
  latest.current = work;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, GATHER_MS);
  }, []);
}
