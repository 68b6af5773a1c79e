import { describe, expect, test } from "vitest";
import { generateDemo, type DemoPlan } from "../../../api/demo/generate.ts";

const plan: DemoPlan = {
  seed: 7,
  root: { id: "00000000-0000-7000-8000-000000000001", takenLogins: ["admin"] },
  currency: "CNY",
  zone: "Asia/Shanghai",
  now: new Date("2026-03-18T09:30:00Z"),
  customers: 600,
  opportunities: 6000,
};
const rows = generateDemo(plan);
const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

test("the same seed gives the same company, another seed another one", () => {
  expect(generateDemo(plan)).toEqual(rows);
  expect(generateDemo({ ...plan, seed: 8 }).customers).not.toEqual(rows.customers);
});

test("nothing lies in the future and every course ends where its opportunity stands", () => {
  const now = plan.now.toISOString();
  const courses = Map.groupBy(rows.transitions, (move) => move.opportunity_id);
  for (const opportunity of rows.opportunities) {
    const moves = courses.get(opportunity.id) ?? [];
    expect(moves.at(-1)).toMatchObject({
      to_status: opportunity.status,
      at: opportunity.status_since,
    });
    moves.forEach((move, index) => {
      expect(move.seq).toBe(index + 1);
      expect(move.from_status).toBe(moves[index - 1]?.to_status ?? null);
      expect(move.at <= now && move.at > (moves[index - 1]?.at ?? "")).toBe(true);
    });
  }
  expect(rows.customers.every((customer) => customer.created_at <= now)).toBe(true);
});

test("names, numbers and logins come once", () => {
  for (const values of [
    rows.customers.map((row) => row.name),
    rows.customers.map((row) => row.number),
    rows.opportunities.map((row) => row.number),
    rows.users.map((row) => row.login),
    rows.opportunities.map((row) => row.id),
  ]) {
    expect(new Set(values).size).toBe(values.length);
  }
});

describe("every chart has something to tell", () => {
  const won = rows.opportunities.filter((row) => row.status === "WON");
  const lost = rows.opportunities.filter((row) => row.status === "LOST");
  const open = rows.opportunities.filter((row) => row.closed_at === null);

  test("most opportunities are closed, between a third and two thirds of them won", () => {
    expect(rows.opportunities.length).toBeGreaterThan(5900);
    const rate = won.length / (won.length + lost.length);
    expect(rate).toBeGreaterThan(0.33);
    expect(rate).toBeLessThan(0.67);
    expect(open.length).toBeGreaterThan(150);
    expect(new Set(open.map((row) => row.status))).toEqual(
      new Set(["UNASSIGNED", "ASSIGNED", "DEVELOPING"]),
    );
  });

  test("sellers differ in their win rate by more than a fifth", () => {
    const rates = [...Map.groupBy([...won, ...lost], (row) => row.assignee_id).values()]
      .filter((list) => list.length > 50)
      .map((list) => list.filter((row) => row.status === "WON").length / list.length);
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(0.2);
  });

  test("business grows from year to year and February is quieter than March", () => {
    const inMonth = (pattern: RegExp): number =>
      sum(
        rows.opportunities
          .filter((row) => pattern.test(row.created_at))
          .map((row) => Number(row.estimated_amount)),
      );
    expect(inMonth(/^2025/)).toBeGreaterThan(inMonth(/^2024/));
    expect(inMonth(/^20\d\d-02/)).toBeLessThan(inMonth(/^20\d\d-03/));
  });

  test("an opportunity is won for a customer, with a deal of its amount", () => {
    const deals = new Map(rows.deals.map((deal) => [deal.opportunity_id, deal]));
    expect(deals.size).toBe(won.length);
    for (const row of won) {
      expect(deals.get(row.id)).toMatchObject({
        amount: row.closed_amount,
        customer_id: row.customer_id,
      });
    }
  });
});
