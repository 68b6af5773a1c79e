import fc from "fast-check";
import { expect, test } from "vitest";
import { doorsOf } from "../../../api/access/doors.ts";
import { NOBODY } from "../../../api/access/principal.ts";
import { allLists, targetOf } from "../../../api/lists/define-list.ts";
import { buildGuardedSchema } from "../../../api/server/build-schema.ts";
import { companies, reorganised, RESOURCES, RIGHTS, type Company } from "./company.ts";
import { scopeHarness, WALKED } from "./harness.ts";

/** Companies, each asked before and after a reorganisation, by all of its users, through all doors, row by row. */
const COMPANIES = 12;
const THOROUGH = { page: 3, ids: Infinity };

const schema = await buildGuardedSchema();
const harness = scopeHarness(schema);
let cases = 0;

async function compare(company: Company): Promise<void> {
  await harness.store(company);
  for (const asker of company.users.keys()) {
    cases += await harness.compare(company, asker, THOROUGH);
  }
}

test("every door shows what a naive reading of the grants says, also after a reorganisation", async () => {
  await fc.assert(
    fc.asyncProperty(companies, fc.integer({ min: 1, max: 5 }), async (company, shift) => {
      await compare(company);
      await compare(reorganised(company, shift));
    }),
    { numRuns: COMPANIES, endOnFailure: true },
  );
  expect(cases).toBeGreaterThan(1000);
}, 300_000);

test("a department of more people than a statement names one by one is seen whole, and no other", async () => {
  const [size, others] = [120, 20];
  const people = [...Array(size + others).keys()];
  const grants = RIGHTS.map(([resource, action]) => ({
    resource,
    action,
    scope: "DEPARTMENT_TREE" as const,
    departments: [],
  }));
  const company: Company = {
    departments: [{ parent: undefined }, { parent: 0 }, { parent: 0 }],
    users: people.map((number) => ({
      department: number < size ? 1 : 2,
      roles: number === 0 ? [0] : [],
    })),
    roles: [{ grants }],
    customers: people,
    opportunities: people.map((number) => ({ assignee: number, creator: undefined })),
  };
  await harness.store(company);
  expect(await harness.compare(company, 0, { page: 50, ids: 10 })).toBeGreaterThan(20);
});

test("nobody without a session sees a row", async () => {
  for (const resource of RESOURCES) {
    expect(await harness.bySql(NOBODY, resource)).toEqual([]);
    expect(await harness.byRls(NOBODY, resource)).toEqual([]);
  }
});

/** Doors of owned rows that another test proves, with the reason. */
const PROVED_ELSEWHERE: Readonly<Record<string, string>> = {
  "Deal.customer": "the same reader as Opportunity.customer",
  "Customer.parentCustomer": "the same reader as Opportunity.customer",
  "Opportunity.resultCustomer": "the same reader as Opportunity.customer",
  "Query.cubes": "names of cubes and levels, no fact",
  "Query.cube": "names of levels, no fact",
  "Query.explainCube": "how Query.cubeQuery answers, no fact",
};

test("every door of owned rows in the registry is walked here, or named with the reason", () => {
  const owned = new Set<string>(RESOURCES);
  const reads = new Set(["id", "list", "nested", "history", "cube", "drill", "subscription"]);
  const tagged = doorsOf(schema)
    .filter(({ kind }) => reads.has(kind))
    .filter(({ permissions }) => permissions.some((p) => owned.has(p.split(":")[0] ?? "")))
    .map(({ name }) => name);
  const relations = allLists().flatMap((list) =>
    Object.entries(list.relations)
      .filter(([, relation]) => owned.has(targetOf(relation).resource))
      .filter(([, relation]) => !targetOf(relation).part)
      .map(([name]) => `${list.name}.${name}`),
  );
  const walked = new Set([...WALKED, ...Object.keys(PROVED_ELSEWHERE)]);
  expect([...tagged, ...relations].filter((door) => !walked.has(door))).toEqual([]);
});
