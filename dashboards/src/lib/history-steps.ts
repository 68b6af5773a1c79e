type StepGuard = (event: PopStateEvent) => void;

let guard: StepGuard | undefined;

// Loaded with the application, before the router listens: a step that is taken back never reaches it.
window.addEventListener("popstate", (event) => guard?.(event));

/** Hears of each step back or forward in the browser's history before the router does. */
export function guardSteps(heard: StepGuard): () => void {
  guard = heard;
  return () => {
    guard = undefined;
  };
}
