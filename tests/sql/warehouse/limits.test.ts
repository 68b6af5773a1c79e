import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import { explainCube } from "../../../warehouse/query/explain.ts";
import { describeCubeNamed, describeCubes } from "../../../warehouse/catalogue.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { captions, contextOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { given, LOADED_AT, uuid, type Opportunity } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const open = (owner: string, created: string): Opportunity => ({
  owner,
  status: "ASSIGNED",
  created,
});
let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, {
    ...BASE,
    opportunities: ["Ann", "Bao", "Bao", "Chen", "Chen", "Chen", "Dora"].map((owner, at) =>
      open(owner, `2024-0${1 + (at % 4)}-01`),
    ),
  });
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const ask = (rest: Partial<CubeQuestion>, measures = ["openCount"]) =>
  askCube(question(measures, [level("owner", "user")], rest), contextOf(warehouse.engine));
const names = (answer: Awaited<ReturnType<typeof ask>>) => answer.axes.rows.positions.map(captions);

describe("limits", () => {
  it("cut rows, say so, and keep the total of everything", async () => {
    const answer = await ask({ limits: { maxRowMembers: 2 } });
    expect(names(answer)).toEqual(["Ann", "Bao", ""]);
    expect(answer.cells.at(-1)?.value).toBe("7");
    expect(answer.truncated).toEqual({
      any: true,
      rows: { shown: 2, total: 4, reason: "more rows than maxRowMembers", othersIncluded: false },
      columns: { shown: 0, total: 0, reason: null, othersIncluded: false },
      cells: { shown: 3, total: 5, reason: "more rows than maxRowMembers", othersIncluded: false },
    });
    expect(answer.axes.rows.totalPositions).toBe(5);
  });

  it("cut columns and cells", async () => {
    const columns = [level("createdDate", "month")];
    const narrow = await ask({ columns, limits: { maxColumnMembers: 1 } });
    expect(narrow.truncated.columns).toMatchObject({ shown: 1, total: 4 });
    const few = await ask({ columns, limits: { maxCells: 10 } });
    expect(few.truncated).toMatchObject({
      any: true,
      rows: { shown: 2, reason: "more cells than maxCells" },
    });
  });

  it("page through the rows with a cursor that belongs to the question", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask({
        totals: { grandRow: false },
        limits: { rowPage: { first: 3, after } },
      });
      seen.push(...names(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(["Ann", "Bao", "Chen", "Dora"]);
    const first = await ask({ limits: { rowPage: { first: 1 } } });
    const foreign = ask({ limits: { rowPage: { after: first.pageInfo.endCursor } } }, ["wonCount"]);
    await expect(foreign).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("say nothing was cut when nothing was", async () => {
    const answer = await ask({});
    expect(answer.truncated.any).toBe(false);
    expect(answer.pageInfo.hasNextPage).toBe(false);
  });

  it("stop a question that its asker no longer waits for", async () => {
    const asker = new AbortController();
    asker.abort();
    const answer = askCube(
      question(["openCount"]),
      contextOf(warehouse.engine, { signal: asker.signal }),
    );
    await expect(answer).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("order", () => {
  const sorted = async (sort: object, rest: Partial<CubeQuestion> = {}) =>
    (
      await askCube(
        question(["openCount"], [level("owner", "user", { sort })], {
          totals: { grandRow: false },
          ...rest,
        }),
        contextOf(warehouse.engine),
      )
    ).axes.rows.positions.map(captions);

  it("goes by a measure or by the member, up or down", async () => {
    expect(await sorted({ byMeasure: { measure: "openCount", dir: "DESC" } })).toEqual([
      "Chen",
      "Bao",
      "Ann",
      "Dora",
    ]);
    expect(await sorted({ byMeasure: { measure: "openCount", dir: "ASC" } })).toEqual([
      "Ann",
      "Dora",
      "Bao",
      "Chen",
    ]);
    expect(await sorted({ byMember: { dir: "DESC" } })).toEqual(["Dora", "Chen", "Bao", "Ann"]);
    expect(await sorted({ byMember: { property: "key", dir: "ASC" } })).toEqual([
      "Ann",
      "Bao",
      "Chen",
      "Dora",
    ]);
  });

  it("goes by a measure at a chosen column, members without a figure last", async () => {
    const at = [{ dimension: "createdDate", level: "month", key: "2024-02" }];
    const columns = [level("createdDate", "month")];
    const by = { byMeasure: { measure: "openCount", dir: "ASC", at } };
    expect(await sorted(by, { columns })).toEqual(["Bao", "Chen", "Ann", "Dora"]);
  });

  it("stays within the parent, or goes across parents", async () => {
    const rows = (acrossParents: boolean) => [
      level("owner", "department"),
      level("owner", "user", { sort: { byMeasure: { measure: "openCount", acrossParents } } }),
    ];
    const order = async (acrossParents: boolean) =>
      (
        await askCube(
          question(["openCount"], rows(acrossParents), { totals: { grandRow: false } }),
          contextOf(warehouse.engine),
        )
      ).axes.rows.positions.map(captions);
    expect(await order(false)).toEqual([
      "North 1 / Bao",
      "North 1 / Ann",
      "North 2 / Chen",
      "South / Dora",
    ]);
    expect(await order(true)).toEqual([
      "North 2 / Chen",
      "North 1 / Bao",
      "North 1 / Ann",
      "South / Dora",
    ]);
  });

  it("puts totals before or after what they are of", async () => {
    const rows = [level("owner", "department"), level("owner", "user")];
    const positions = async (position: "BEFORE" | "AFTER") =>
      (
        await askCube(
          question(["openCount"], rows, { totals: { position, rowSubtotals: ["department"] } }),
          contextOf(warehouse.engine),
        )
      ).axes.rows.positions;
    const before = await positions("BEFORE");
    expect(before.slice(0, 2).map(({ kind }) => kind)).toEqual(["GRAND_TOTAL", "SUBTOTAL"]);
    const after = await positions("AFTER");
    expect(after.slice(-2).map(({ kind }) => kind)).toEqual(["SUBTOTAL", "GRAND_TOTAL"]);
    const ann = after.find((position) => captions(position).endsWith("Ann"));
    const above = after.find(({ ordinal }) => ordinal === ann?.parentOrdinal);
    expect(above && captions(above)).toBe("North 1");
  });
});

describe("every answer", () => {
  it("says how fresh it is", async () => {
    const { freshness } = await ask({});
    expect(freshness).toMatchObject({
      loadedAt: LOADED_AT,
      sourceMaxTime: LOADED_AT,
      lagSeconds: 60,
      state: "FRESH",
      runId: uuid(9, 1),
      sources: [{ source: "crm", state: "FRESH" }],
    });
    const late = await askCube(
      question(["openCount"]),
      contextOf(warehouse.engine, { now: new Date("2024-06-15T03:01:00Z") }),
    );
    expect(late.freshness.state).toBe("STALE");
    expect(late.warnings).toMatchObject([{ code: "STALE" }]);
  });

  it("can be explained with its SQL, parameters, formulas and lineage", async () => {
    const explained = await explainCube(
      question(["winRate"], [level("owner", "user")]),
      contextOf(warehouse.engine),
    );
    expect(explained.sql).toContain("fact_opportunity");
    expect(explained.formulas).toEqual({ winRate: "won ÷ (won + lost)" });
    expect(explained.lineage).toEqual({
      winRate: ["fact_opportunity.is_won", "fact_opportunity.is_lost"],
    });
    expect(explained.estimatedCells).toBe(5);
  });

  it("sees a load the moment it is committed", async () => {
    await using own = await ownWarehouse();
    await given(own.engine, { ...BASE, opportunities: [open("Ann", "2024-01-01")] });
    const scope = { owners: [uuid(2, 1), uuid(2, 77)], hidden: new Set<string>() };
    const count = async () =>
      (await askCube(question(["openCount"]), contextOf(own.engine, { scope }))).cells[0]?.value;
    expect(await count()).toBe("1");
    await own.engine.write((writer) =>
      writer.transaction(async () => {
        await writer.run(
          `insert into dim_user by name (select * replace (77 as user_key, 77 as user_durable_key, '${uuid(2, 77)}'::uuid as user_id)
            from dim_user where user_key = 1)`,
        );
        await writer.run("update fact_opportunity set owner_durable_key = 77");
      }),
    );
    expect(await count()).toBe("1");
  });
});

describe("the catalogue", () => {
  it("lists what exists for the asker, with titles in their language", async () => {
    const hidden = new Set(["wonAmount", "customer.tier", "lossReason"]);
    const context = contextOf(warehouse.engine, {
      locale: "zh-CN",
      scope: { owners: "all", hidden },
    });
    const cube = await describeCubeNamed(context, "opportunities");
    expect(cube?.title).toBe("销售机会");
    expect(cube?.measures.map(({ name }) => name)).not.toContain("wonAmount");
    expect(cube?.dimensions.map(({ name }) => name)).not.toContain("lossReason");
    const customer = cube?.dimensions.find(({ name }) => name === "customer");
    expect(
      customer?.hierarchies.flatMap(({ levels }) => levels.map(({ name }) => name)),
    ).not.toContain("tier");
    expect(cube?.measures.find(({ name }) => name === "winRate")).toMatchObject({
      aggregation: "RATIO",
      additivity: "NON_ADDITIVE",
      formula: "赢单数 ÷（赢单数 + 丢单数）",
      format: { percent: true },
    });
  });

  it("finds cubes by any of their words and hides whole ones", async () => {
    const found = async (search: string, hidden: string[] = []) =>
      (
        await describeCubes(
          contextOf(warehouse.engine, { scope: { owners: "all", hidden: new Set(hidden) } }),
          search,
        )
      ).map(({ name }) => name);
    expect(await found("")).toEqual(["opportunities", "opportunityFlow"]);
    expect(await found("conversion")).toEqual(["opportunityFlow"]);
    expect(await found("", ["opportunityFlow"])).toEqual(["opportunities"]);
  });
});
