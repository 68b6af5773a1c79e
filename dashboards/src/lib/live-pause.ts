/**
 * Waits, but not longer than the browser stays hidden or offline: whoever comes back wants to see at once
 * whether the server is there.
 */
export function pause(milliseconds: number, cut: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  const seen = () => {
    if (document.visibilityState === "visible") resolve();
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener("online", () => resolve(), { signal });
  document.addEventListener("visibilitychange", seen, { signal });
  cut.addEventListener("abort", () => resolve(), { signal });
  if (cut.aborted) resolve();
  return promise.finally(() => {
    clearTimeout(timer);
    listening.abort();
  });
}
