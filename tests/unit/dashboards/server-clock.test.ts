import { beforeEach, describe, expect, it, vi } from "vitest";
import { hearServerClock, untilByServer } from "../../../dashboards/src/lib/server-clock.ts";

const MINUTE = 60_000;

describe("the time until an instant of the server", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2031-01-01T00:00:00Z") });
    return () => vi.useRealTimers();
  });

  it("goes by the server's clock, however wrong the one here is", () => {
    hearServerClock("Fri, 02 Jan 2026 10:00:00 GMT");
    vi.advanceTimersByTime(MINUTE);
    expect(untilByServer("2026-01-02T10:05:00Z")).toBe(4 * MINUTE);
  });

  it("is not disturbed by an answer without a date", () => {
    hearServerClock("Fri, 02 Jan 2026 10:00:00 GMT");
    hearServerClock(null);
    expect(untilByServer("2026-01-02T10:05:00Z")).toBe(5 * MINUTE);
  });
});
