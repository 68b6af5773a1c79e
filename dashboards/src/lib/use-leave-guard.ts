import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { guardSteps } from "./history-steps.ts";

/** What a page asks before it is left; `leave` goes where one wanted to go. */
export type AskLeave = (leave: () => void) => void;

/** The place of an entry in the browser's history, as the router counts it. */
const placeNow = (): number => {
  const state: unknown = window.history.state;
  return typeof state === "object" && state && "idx" in state && typeof state.idx === "number"
    ? state.idx
    : 0;
};

/**
 * While `active`, nobody leaves the page unasked: not by a link, not by the browser's back and forward, and not by
 * closing the window (there the browser asks in its own words).
 */
export function useLeaveGuard(active: boolean, ask: AskLeave): void {
  const navigate = useNavigate();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!active) return undefined;
    const here = window.location.pathname;
    const place = placeNow();
    let isLeaving = false;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
      if (!link || link.target === "_blank" || !isPlain || isLeaving) return;
      const to = new URL(link.href);
      if (to.origin !== window.location.origin || to.pathname === here || link.hash !== "") return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(() => void navigate(to.pathname + to.search));
    };
    const onPop = (event: PopStateEvent) => {
      if (window.location.pathname === here || isLeaving) return;
      event.stopImmediatePropagation();
      const step = placeNow() - place;
      window.history.go(-step);
      latest.current(() => {
        isLeaving = true;
        window.history.go(step);
      });
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener("click", onClick, true);
    const release = guardSteps(onPop);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, true);
      release();
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [active, navigate]);
}
