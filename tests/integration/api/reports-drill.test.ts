import { describe, expect, test } from "vitest";
import { reportingCompany, wonBy } from "../../support/reporting-company.ts";
import type { Login } from "../../support/sales-company.ts";

const { company } = reportingCompany();

/** The tokens of the positions of an answer. */
type Axes = Record<"rows" | "columns", { positions: { drill: { through: string } }[] }>;

describe("behind a figure", () => {
  const DRILL = `query ($input: DrillThroughInput!) { drillThrough(input: $input) {
    sum totalCount matchesCell columns { name recordType } rows pageInfo { hasNextPage hasPreviousPage } } }`;
  const MEMBERS = `query ($input: MemberSearchInput!) { cubeMembers(input: $input) {
    totalCount nodes { key caption } pageInfo { hasNextPage } } }`;

  async function tokensOf(login: Login) {
    const { data } = await company.as<{ cubeQuery: { axes: Axes } }>(login, QUESTION_TOKENS, {
      input: wonBy(),
    });
    const axes = data?.cubeQuery.axes;
    return {
      row: axes?.rows.positions[0]?.drill.through,
      column: axes?.columns.positions[0]?.drill.through,
      measure: "wonAmount",
    };
  }
  const QUESTION_TOKENS = `query ($input: CubeQueryInput!) { cubeQuery(input: $input) { axes {
    rows { positions { drill { through } } } columns { positions { drill { through } } } } } }`;

  test("lie the facts that make it up", async () => {
    const { data, errors } = await company.as("eva", DRILL, { input: await tokensOf("eva") });
    expect(errors).toEqual([]);
    const facts = data?.["drillThrough"] as { sum: string; rows: { title: string }[] };
    expect(facts).toMatchObject({ totalCount: 3, matchesCell: true });
    expect(Number(facts.sum)).toBe(700);
    expect(facts.rows.map(({ title }) => title).toSorted()).toEqual([
      "deal of ann",
      "deal of bob",
      "deal of hal",
    ]);
  });

  test("somebody else's token shows one's own rows only", async () => {
    const { data } = await company.as("ann", DRILL, { input: await tokensOf("boss") });
    expect(data?.["drillThrough"]).toMatchObject({ totalCount: 1, matchesCell: false });
  });

  test("the records are closed to whoever may add up more than they may read", async () => {
    const { errors } = await company.as("max", DRILL, { input: await tokensOf("max") });
    expect(errors[0]).toMatchObject({ extensions: { code: "FORBIDDEN" } });
    expect(errors[0]?.message).toContain("details are closed");
  });

  test("a token that is not ours is refused", async () => {
    const { errors } = await company.as("eva", DRILL, {
      input: { row: "forged", measure: "wonAmount" },
    });
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
  });

  test("members are offered only where one has facts", async () => {
    const input = { cube: "opportunities", level: { dimension: "owner", level: "user" } };
    const { data, errors } = await company.as<{
      cubeMembers: { nodes: { caption: string }[] };
    }>("eva", MEMBERS, { input });
    expect(errors).toEqual([]);
    expect(data?.cubeMembers.nodes.map(({ caption }) => caption).toSorted()).toEqual([
      "ann",
      "bob",
      "hal",
    ]);
  });

  test("a question is explained with its statement and formulas", async () => {
    const { data, errors } = await company.as(
      "boss",
      `query ($input: CubeQueryInput!) { explainCube(input: $input) {
         sql params formulas lineage estimatedCells rollup { used } } }`,
      { input: wonBy() },
    );
    expect(errors).toEqual([]);
    expect(data?.["explainCube"]).toMatchObject({
      sql: expect.stringContaining("fact_opportunity") as unknown,
      formulas: { wonAmount: expect.any(String) as unknown },
    });
  });
});
