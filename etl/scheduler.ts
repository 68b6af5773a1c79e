import cron, { type Logger } from "node-cron";
import type { Log } from "../schema/kernel/log.ts";

export interface Timetable {
  readonly cron: string;
  /** IANA zone in which the cron expression is meant. */
  readonly timeZone: string;
  /** Asks for a run; where one is active already it stays the only one. */
  readonly request: () => Promise<void>;
  readonly log: Log;
}

export interface Schedule {
  stop(): Promise<void>;
}

/** node-cron's own messages go where ours go. */
const logger = (log: Log): Logger => ({
  info: (message) => log.debug(message),
  warn: (message) => log.warn(message),
  debug: (message) => log.debug(String(message)),
  error: (message, error) => log.error({ err: error ?? message }, "timetable"),
});

/**
 * Asks for runs by the timetable, one request at a time. After a pause of the process (a machine
 * asleep, a blocked loop) the times that went by are made up for by one request, not by one each.
 */
export function startSchedule({ cron: expression, timeZone, request, log }: Timetable): Schedule {
  const ask = async (): Promise<void> => {
    try {
      await request();
    } catch (error) {
      log.error({ err: error }, "the timetable could not ask for a run");
    }
  };
  const task = cron.schedule(expression, ask, {
    timezone: timeZone,
    noOverlap: true,
    logger: logger(log),
  });
  let catchingUp = false;
  task.on("execution:missed", async () => {
    if (catchingUp) return;
    catchingUp = true;
    await ask();
    catchingUp = false;
  });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
