import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, dayIn, isDay, startOfDay } from "../../../schema/kernel/clock.ts";

const zones = [
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Kolkata",
];

test("the start of a day is the first instant of that day in its zone", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date("1950-01-02"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (zone, instant) => {
        const day = dayIn(zone, instant);
        const start = startOfDay(zone, day);
        expect(dayIn(zone, start)).toBe(day);
        expect(dayIn(zone, new Date(start.getTime() - 1)) < day).toBe(true);
      },
    ),
  );
});

test("an evening in UTC is already tomorrow in Shanghai", () => {
  expect(dayIn("Asia/Shanghai", new Date("2017-03-01T16:00:00Z"))).toBe("2017-03-02");
  expect(dayIn("UTC", new Date("2017-03-01T16:00:00Z"))).toBe("2017-03-01");
});

test("a day whose midnight the clocks skip begins after the gap", () => {
  expect(startOfDay("America/Sao_Paulo", "2018-11-04").toISOString()).toBe(
    "2018-11-04T03:00:00.000Z",
  );
});

test("only real days between 1900 and 2199 are days", () => {
  expect(["2024-02-29", "1900-01-01", "2199-12-31"].every(isDay)).toBe(true);
  expect(
    ["2023-02-29", "0001-01-01", "2200-01-01", "2024-2-9", "x", "2024-13-01"].some(isDay),
  ).toBe(false);
});

test("months keep the day of the month, or take the last one", () => {
  expect(addMonths("2024-08-31", -6)).toBe("2024-02-29");
  expect(addMonths("2023-12-15", 2)).toBe("2024-02-15");
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
});
