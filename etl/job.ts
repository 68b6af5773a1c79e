import type { TaskList } from "graphile-worker";
import { RunNotQueued, type Etl } from "./etl.ts";

function runIdOf(payload: unknown): string | undefined {
  if (typeof payload !== "object" || payload === null || !("runId" in payload)) return undefined;
  return typeof payload.runId === "string" ? payload.runId : undefined;
}

/**
 * The job that `crm.request_etl_run` enqueues. A failed load is not tried again by itself: its record
 * says FAILED, the next request brings what it would have, and the queue's second try finds nothing
 * to do. What could not even begin (no connection, another process at work) does come again.
 */
export const etlTasks = (etl: Pick<Etl, "run">): TaskList => ({
  "etl.run": async (payload) => {
    const runId = runIdOf(payload);
    if (runId === undefined) throw new Error("an etl.run job without runId");
    try {
      await etl.run({ runId, mode: "INCREMENTAL" });
    } catch (error) {
      if (!(error instanceof RunNotQueued)) throw error;
    }
  },
});
