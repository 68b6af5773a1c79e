import { describe, expect, it } from "vitest";
import {
  rangeOf,
  readPeriod,
  writePeriod,
  type Period,
} from "../../../dashboards/src/cube/period.ts";

describe("a period in the address", () => {
  it("is read back as it was written", () => {
    const periods: Period[] = [
      { kind: "relative", name: "thisYear" },
      { kind: "custom", from: "2017-01-01", to: "2017-12-31" },
    ];
    for (const period of periods) expect(readPeriod(writePeriod(period) ?? "")).toEqual(period);
  });

  it("leaves the address plain for all time", () => {
    expect(writePeriod({ kind: "all" })).toBeUndefined();
  });

  it.each(["2017-02-31..2017-03-01", "2017-03-02..2017-03-01", "2017..2018", "constructor", ""])(
    "is refused where it is none: %s",
    (text) => expect(readPeriod(text)).toBeUndefined(),
  );

  it("asks the cube without a range for all time, and with both days inclusive for a span", () => {
    expect(rangeOf({ kind: "all" })).toBeUndefined();
    expect(rangeOf({ kind: "custom", from: "2017-01-01", to: "2017-12-31" })).toEqual({
      absolute: { from: "2017-01-01", to: "2017-12-31" },
    });
  });
});
