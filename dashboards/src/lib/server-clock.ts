/** What the server's clock showed when it last answered, and how long this page had been open then. */
let heard: { readonly server: number; readonly open: number } | undefined;

/** Takes the `Date` of an answer. */
export function hearServerClock(date: string | null): void {
  const server = Date.parse(date ?? "");
  if (!Number.isNaN(server)) heard = { server, open: performance.now() };
}

/** Milliseconds until an instant by the server's clock: the one of this machine may be wrong by minutes. */
export function untilByServer(instant: string): number {
  const now = heard
    ? heard.server + performance.now() - heard.open
    : performance.timeOrigin + performance.now();
  return Date.parse(instant) - now;
}
