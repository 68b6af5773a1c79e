import { setTimeout as delay } from "node:timers/promises";
import { terminal } from "../../schema/kernel/log.ts";

const DRAIN_MS = 10_000;

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });

/** Stops in good order, or after ten seconds in bad. */
export async function drain(stop: () => Promise<void>): Promise<void> {
  const done = new AbortController();
  const overdue = delay(DRAIN_MS, true, { signal: done.signal, ref: false }).catch(() => false);
  const late = await Promise.race([stop().then(() => false), overdue]);
  done.abort();
  if (!late) return;
  terminal.warn("crm: not everything ended within ten seconds; stopping anyway");
  process.exit(1);
}
