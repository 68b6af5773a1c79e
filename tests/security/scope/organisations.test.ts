import fc from "fast-check";
import { expect, test } from "vitest";
import { buildGuardedSchema } from "../../../api/server/build-schema.ts";
import { applyChange, changes } from "./changes.ts";
import { companies, merged } from "./company.ts";
import { scopeHarness } from "./harness.ts";

/**
 * Random organisations, stored so many at a time side by side, so that each is foreign to the others. In each an
 * administrator changes rights or organisation through the API, and then one of its users looks through all doors.
 */
const ORGANISATIONS = 1008;
const AT_ONCE = 16;
const DEPTH = { page: 200, ids: 3 };

const harness = scopeHarness(await buildGuardedSchema());
const organisations = fc.record({ company: companies, asker: fc.nat(), change: changes });

test("a thousand organisations are seen as the oracle says, after changes through the API", async () => {
  let [asked, compared] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(organisations, { minLength: AT_ONCE, maxLength: AT_ONCE }),
      async (parts) => {
        let whole = merged(parts.map(({ company }) => company));
        await harness.store(whole);
        const askers: number[] = [];
        let first = 0;
        for (const { company, asker } of parts) {
          askers.push(first + (asker % company.users.length));
          first += company.users.length;
        }
        for (const { change } of parts) whole = await applyChange(harness, whole, change);
        for (const asker of askers) compared += await harness.compare(whole, asker, DEPTH);
        asked += parts.length;
      },
    ),
    { numRuns: ORGANISATIONS / AT_ONCE, endOnFailure: true },
  );
  expect(asked).toBeGreaterThanOrEqual(1000);
  expect(compared).toBeGreaterThan(20_000);
}, 600_000);
