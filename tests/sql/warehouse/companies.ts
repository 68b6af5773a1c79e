import fc from "fast-check";
import { addDays } from "../../../schema/kernel/clock.ts";
import { LOSS_REASONS, SOURCES, STATUSES, type Company, type Opportunity } from "./given.ts";

/** Departments, people and customers with every awkward shape; opportunities are drawn at random. */
export const BASE: Omit<Company, "opportunities"> = {
  departments: [
    { name: "Company" },
    { name: "North", parent: "Company" },
    { name: "North 1", parent: "North" },
    { name: "North 2", parent: "North" },
    { name: "South", parent: "Company" },
  ],
  users: [
    { name: "Chief", department: "Company" },
    { name: "Ann", department: "North 1" },
    { name: "Bao", department: "North 1" },
    { name: "Chen", department: "North 2" },
    { name: "Dora", department: "South" },
    { name: "Nobody's", department: null },
  ],
  customers: [
    { name: "Acme", region: "Asia / China / Shanghai", tier: 1, industry: "Retail" },
    { name: "Blue", region: "Asia / China", tier: 5, industry: "Retail" },
    { name: "Cobalt", region: "Asia", tier: 3, industry: null },
    { name: "Delta", region: "Europe / France / Paris", tier: 3, industry: "Finance" },
    { name: "Echo", region: null, tier: null, industry: "Finance" },
  ],
};

const name = (names: readonly { readonly name: string }[]) =>
  fc.option(fc.constantFrom(...names.map((each) => each.name)), { freq: 6 });

const amount = fc.integer({ min: 0, max: 50_000 }).map((whole) => `${whole}.0000`);

export const opportunity: fc.Arbitrary<Opportunity> = fc
  .record({
    owner: name(BASE.users),
    customer: name(BASE.customers),
    source: fc.option(fc.constantFrom(...SOURCES), { freq: 6 }),
    status: fc.constantFrom(...STATUSES),
    lossReason: fc.constantFrom(...LOSS_REASONS),
    lostFrom: fc.constantFrom("ASSIGNED", "DEVELOPING"),
    createdAfter: fc.integer({ min: 0, max: 700 }),
    cycle: fc.integer({ min: 0, max: 3000 }),
    estimated: fc.option(amount, { freq: 5 }),
    amount,
    rate: fc.integer({ min: 0, max: 100 }),
    expectedAfter: fc.option(fc.integer({ min: 0, max: 30 })),
  })
  .map(({ createdAfter, cycle, expectedAfter, lossReason, amount: closedAmount, ...rest }) => {
    const created = addDays("2023-01-01", createdAfter);
    const days = Math.min(Math.floor(cycle / 100), 700 - createdAfter);
    const isClosed = rest.status === "WON" || rest.status === "LOST";
    return {
      ...rest,
      created,
      ...(expectedAfter === null ? {} : { expected: addDays(created, expectedAfter) }),
      ...(rest.status === "LOST" ? { lossReason } : {}),
      ...(isClosed
        ? {
            closed: addDays(created, days),
            amount: rest.status === "WON" ? closedAmount : "0.0000",
            cycleDays: (cycle / 100).toFixed(6),
          }
        : {}),
    };
  });
