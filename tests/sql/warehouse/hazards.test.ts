import { describe, expect, it } from "vitest";
import { askCube } from "../../../warehouse/query/run.ts";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import { axisText, byRow, cellAt, contextOf, keysOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { departmentId, given, type Company, type Opportunity } from "./given.ts";
import { ownWarehouse } from "./open.ts";

const won = (rest: Partial<Opportunity>): Opportunity => ({
  owner: "Ann",
  status: "WON",
  created: "2024-01-10",
  closed: "2024-02-20",
  estimated: "100.0000",
  amount: "90.0000",
  cycleDays: "41.000000",
  ...rest,
});
const open = (rest: Partial<Opportunity>): Opportunity => ({
  owner: "Ann",
  status: "DEVELOPING",
  created: "2024-01-10",
  estimated: "100.0000",
  ...rest,
});

async function ask(
  company: Partial<Company>,
  asked: CubeQuestion,
  changes: Parameters<typeof contextOf>[1] = {},
) {
  await using warehouse = await ownWarehouse();
  await given(warehouse.engine, { ...BASE, opportunities: [], ...company });
  return await askCube(asked, contextOf(warehouse.engine, changes));
}

const year2024 = {
  dimension: "createdDate",
  timeZone: "Asia/Shanghai",
  range: { period: { unit: "YEAR" as const, key: "2024" } },
};

describe("fan-out", () => {
  const opportunities = [
    won({}),
    won({ owner: "Dora", amount: "10.0000" }),
    open({ owner: "Chen" }),
  ];

  it("does not count a fact twice in totals because it counts for each department above its owner", async () => {
    const answer = await ask(
      { opportunities },
      question(["opportunityCount", "wonAmount"], [level("owner", "department")]),
    );
    expect(byRow(answer, "opportunityCount")).toEqual({
      Company: "3",
      North: "2",
      "North 1": "1",
      "North 2": "1",
      South: "1",
      TOTAL: "3",
    });
    expect(byRow(answer, "wonAmount")).toMatchObject({ Company: "100.0000", TOTAL: "100.0000" });
  });

  it("lets a person stand under their own department only", async () => {
    const answer = await ask(
      { opportunities },
      question(["opportunityCount"], [level("owner", "department"), level("owner", "user")]),
    );
    expect(axisText(answer.axes.rows.positions)).toEqual([
      "DETAIL North 1 / Ann",
      "DETAIL North 2 / Chen",
      "DETAIL South / Dora",
      "TOTAL",
    ]);
  });
});

describe("the department tree", () => {
  it("orders departments as a tree with depth, parent and path", async () => {
    const company = { opportunities: [open({}), open({ owner: "Chen" })] };
    const { axes } = await ask(company, question(["openCount"], [level("owner", "department")]));
    expect(
      axes.rows.positions.map(({ depth, parentOrdinal, members }) => [
        members[0]?.caption,
        depth,
        parentOrdinal,
        members[0]?.path.length,
      ]),
    ).toEqual([
      ["Company", 0, null, 1],
      ["North", 1, 0, 2],
      ["North 1", 2, 1, 3],
      ["North 2", 2, 1, 3],
      [undefined, 0, null, undefined],
    ]);
  });

  it("counts a person moved to another department where they are now, and where they were if asked so", async () => {
    const users = [{ name: "Ann", department: "South", formerly: "North 1" }];
    const opportunities = [won({ former: true }), won({})];
    const rows = [level("owner", "department")];
    const asIs = await ask({ users, opportunities }, question(["wonCount"], rows));
    expect(byRow(asIs, "wonCount")).toEqual({ Company: "2", South: "2", TOTAL: "2" });
    const asWas = await ask(
      { users, opportunities },
      question(["wonCount"], rows, { attribution: "AS_WAS" }),
    );
    expect(byRow(asWas, "wonCount")).toEqual({
      Company: "2",
      North: "1",
      "North 1": "1",
      South: "1",
      TOTAL: "2",
    });
  });

  it("filters a department with or without what is below it", async () => {
    const opportunities = [open({ owner: "Chief" }), open({}), open({ owner: "Dora" })];
    const of = (includeDescendants: boolean, name: string) =>
      ask(
        { opportunities },
        question(["opportunityCount"], [], {
          filters: {
            test: {
              dimension: "owner",
              level: "department",
              op: "EQ",
              members: [departmentId({ ...BASE, opportunities }, name)],
              includeDescendants,
            },
          },
        }),
      );
    expect(cellAt(await of(true, "Company"), 0, 0, "opportunityCount")?.value).toBe("3");
    expect(cellAt(await of(false, "Company"), 0, 0, "opportunityCount")?.value).toBe("1");
    expect(cellAt(await of(true, "North"), 0, 0, "opportunityCount")?.value).toBe("1");
  });
});

describe("ragged regions", () => {
  it("take a region as deep as it is known, so that details add up to their total", async () => {
    const customers = ["Acme", "Blue", "Cobalt", "Echo"];
    const answer = await ask(
      { opportunities: customers.map((customer) => open({ customer })) },
      question(["openCount"], [level("customer", "region1"), level("customer", "region3")], {
        totals: { rowSubtotals: ["region1"] },
      }),
    );
    expect(byRow(answer, "openCount")).toEqual({
      "Asia / Asia": "1",
      "Asia / China": "1",
      "Asia / Shanghai": "1",
      Asia: "3",
      "Unknown / Unknown": "1",
      Unknown: "1",
      TOTAL: "4",
    });
  });
});

describe("what is not there", () => {
  it("answers one grand total without data for no facts at all", async () => {
    const answer = await ask({}, question(["opportunityCount", "wonAmount", "winRate"]));
    expect(answer.axes.rows.positions).toMatchObject([{ kind: "GRAND_TOTAL", members: [] }]);
    expect(answer.axes.columns.positions).toMatchObject([{ kind: "GRAND_TOTAL", members: [] }]);
    expect(answer.cells.map(({ value, status, formatted }) => [value, status, formatted])).toEqual([
      [null, "NO_DATA", "–"],
      [null, "NO_DATA", "–"],
      [null, "NO_DATA", "–"],
    ]);
  });

  it("shows an empty month between two others only when asked, as no data or as zero", async () => {
    const opportunities = [open({ created: "2024-01-10" }), open({ created: "2024-03-10" })];
    const months = (showEmpty: boolean, emptyCells: "NULL" | "ZERO") =>
      ask(
        { opportunities },
        question(["openCount", "winRate"], [level("createdDate", "month", { showEmpty })], {
          time: { ...year2024, range: { absolute: { from: "2024-01-01", to: "2024-04-30" } } },
          nulls: { emptyCells },
        }),
      );
    expect(byRow(await months(false, "NULL"), "openCount")).toEqual({
      "Jan 2024": "1",
      "Mar 2024": "1",
      TOTAL: "2",
    });
    expect(byRow(await months(true, "NULL"), "openCount")).toMatchObject({
      "Feb 2024": null,
      "Apr 2024": null,
    });
    const zero = await months(true, "ZERO");
    expect(byRow(zero, "openCount")).toMatchObject({ "Feb 2024": "0", "Apr 2024": "0" });
    expect(byRow(zero, "winRate")).toMatchObject({ "Feb 2024": null });
  });

  it("divides by nothing into no data", async () => {
    const answer = await ask(
      { opportunities: [open({})] },
      question(["winRate", "averageWonAmount"]),
    );
    expect(answer.cells.map(({ value, status }) => [value, status])).toEqual([
      [null, "NO_DATA"],
      [null, "NO_DATA"],
    ]);
  });

  it("keeps what is unknown apart from what does not apply", async () => {
    const answer = await ask(
      { opportunities: [open({}), won({ status: "LOST", lossReason: "PRICE" })] },
      question(["opportunityCount"], [level("lossReason")], {
        columns: [level("opportunitySource")],
      }),
    );
    expect(answer.axes.rows.positions.map(keysOf)).toEqual(["PRICE", "-2", ""]);
    expect(answer.axes.columns.positions.map(keysOf)).toEqual(["-1", ""]);
    expect(answer.axes.columns.positions[0]?.members[0]).toMatchObject({
      caption: "Unknown",
      isUnknown: true,
    });
  });

  it("says UNAVAILABLE before the first load", async () => {
    await using warehouse = await ownWarehouse();
    await given(warehouse.engine, { ...BASE, opportunities: [] });
    await warehouse.engine.write((writer) => writer.run("delete from etl_watermark"));
    await expect(
      askCube(question(["wonCount"]), contextOf(warehouse.engine)),
    ).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("currencies", () => {
  const opportunities = [
    won({}),
    won({ currency: "USD", amount: "5.0000" }),
    won({ currency: "USD" }),
  ];

  it("are not added up, and add up where one is left", async () => {
    const answer = await ask(
      { opportunities },
      question(["wonAmount", "wonCount", "averageWonAmount"], [level("currency")]),
    );
    const wonAmount = (row: number) => cellAt(answer, row, 0, "wonAmount");
    expect(wonAmount(0)).toMatchObject({ value: "90.0000", formatted: "¥90.00" });
    expect(wonAmount(1)).toMatchObject({ value: "95.0000", formatted: "$95.00" });
    expect(wonAmount(2)).toMatchObject({ value: null, status: "MIXED_CURRENCY" });
    expect(cellAt(answer, 2, 0, "averageWonAmount")?.status).toBe("MIXED_CURRENCY");
    expect(cellAt(answer, 2, 0, "wonCount")?.value).toBe("3");
    expect(answer.warnings.map(({ code, subject }) => [code, subject])).toEqual([
      ["MIXED_CURRENCY", "wonAmount"],
      ["MIXED_CURRENCY", "averageWonAmount"],
    ]);
  });
});

describe("ties", () => {
  it("go by caption and then by key, in either direction of the figures", async () => {
    const opportunities = ["Dora", "Ann", "Chen", "Bao"].map((owner) => open({ owner }));
    for (const dir of ["ASC", "DESC"] as const) {
      const sort = { byMeasure: { measure: "openCount", dir } };
      const answer = await ask(
        { opportunities },
        question(["openCount"], [level("owner", "user", { sort })]),
      );
      expect(Object.keys(byRow(answer, "openCount"))).toEqual([
        "Ann",
        "Bao",
        "Chen",
        "Dora",
        "TOTAL",
      ]);
    }
  });
});

describe("days", () => {
  it("are the company's: an instant late on New Year's Eve in UTC is next year in Shanghai", async () => {
    // The loader cuts days; a question only takes "today" from its zone.
    const opportunities = [open({ created: "2024-06-14" }), open({ created: "2024-06-15" })];
    const today = (timeZone: string) =>
      ask(
        { opportunities },
        question(["openCount"], [], {
          time: { dimension: "createdDate", timeZone, range: { relative: { unit: "DAY" } } },
        }),
        { now: new Date("2024-06-14T23:30:00Z") },
      );
    const shanghai = await today("Asia/Shanghai");
    expect(shanghai.axes.slicer).toEqual([
      { dimension: "createdDate", caption: "2024-06-15 – 2024-06-15" },
    ]);
    const newYork = await today("America/New_York");
    expect(newYork.axes.slicer[0]?.caption).toBe("2024-06-14 – 2024-06-14");
    expect(newYork.warnings).toMatchObject([{ code: "COMPANY_DAYS" }]);
  });

  it("do not shift where clocks change", async () => {
    const time = (now: string) =>
      ask(
        {},
        question(["openCount"], [], {
          time: {
            dimension: "createdDate",
            timeZone: "Europe/Berlin",
            range: { relative: { unit: "DAY", count: 2 } },
          },
        }),
        { now: new Date(now) },
      );
    // 23 hours on 31 March, 25 hours on 27 October.
    expect((await time("2024-03-31T21:59:00Z")).axes.slicer[0]?.caption).toBe(
      "2024-03-30 – 2024-03-31",
    );
    expect((await time("2024-03-31T22:00:00Z")).axes.slicer[0]?.caption).toBe(
      "2024-03-31 – 2024-04-01",
    );
    expect((await time("2024-10-27T22:59:00Z")).axes.slicer[0]?.caption).toBe(
      "2024-10-26 – 2024-10-27",
    );
  });

  it("mark the running period and one that the range cuts", async () => {
    const opportunities = ["2024-01-20", "2024-03-05", "2024-06-10"].map((created) =>
      open({ created }),
    );
    const answer = await ask(
      { opportunities },
      question(["openCount"], [level("createdDate", "month")], {
        time: { ...year2024, range: { absolute: { from: "2024-01-15", to: "2024-12-31" } } },
      }),
    );
    expect(
      answer.axes.rows.positions
        .slice(0, 3)
        .map(({ ordinal, members: [month] }) => [
          month?.key,
          month?.start,
          month?.end,
          month?.partial,
          cellAt(answer, ordinal, 0, "openCount")?.status,
        ]),
    ).toEqual([
      ["2024-01", "2024-01-01", "2024-01-31", true, "PARTIAL_PERIOD"],
      ["2024-03", "2024-03-01", "2024-03-31", false, "OK"],
      ["2024-06", "2024-06-01", "2024-06-30", true, "PARTIAL_PERIOD"],
    ]);
  });

  it("leave partial periods out of everything when told to", async () => {
    const opportunities = ["2024-01-20", "2024-03-05", "2024-06-10"].map((created) =>
      open({ created }),
    );
    const answer = await ask(
      { opportunities },
      question(["openCount"], [level("createdDate", "month")], {
        time: {
          ...year2024,
          range: { absolute: { from: "2024-01-15", to: "2024-12-31" } },
          partialPeriods: "EXCLUDE",
        },
      }),
    );
    expect(byRow(answer, "openCount")).toEqual({ "Mar 2024": "1", TOTAL: "1" });
  });
});

describe("stages", () => {
  const moves = [
    { owner: "Ann", from: null, to: "UNASSIGNED", on: "2024-01-01", converted: true },
    {
      owner: "Ann",
      from: "UNASSIGNED",
      to: "ASSIGNED",
      on: "2024-01-05",
      days: "4.000000",
      converted: true,
    },
    {
      owner: "Ann",
      from: "ASSIGNED",
      to: "DEVELOPING",
      on: "2024-01-11",
      days: "6.500000",
      change: "10.0000",
      converted: false,
    },
    { owner: "Bao", from: null, to: "UNASSIGNED", on: "2024-01-02", converted: false },
  ] as const;
  const flow = (measures: string[], rest: Partial<CubeQuestion>): CubeQuestion => ({
    ...question(measures, [], rest),
    cube: "opportunityFlow",
  });

  it("count conversion by the stage that was entered and days by the stage that was left", async () => {
    const answer = await ask(
      { moves },
      flow(["conversionRate", "averageDaysInStage", "transitionCount"], {
        rows: [level("fromStatus")],
      }),
    );
    expect(byRow(answer, "conversionRate")).toEqual({
      unassigned: "0.5000000000",
      assigned: "1.0000000000",
      developing: "0.0000000000",
      "Not applicable": null,
      TOTAL: "0.5000000000",
    });
    expect(byRow(answer, "averageDaysInStage")).toMatchObject({
      unassigned: "4.0000000000",
      assigned: "6.5000000000",
      TOTAL: "5.2500000000",
    });
    expect(byRow(answer, "transitionCount")).toMatchObject({ "Not applicable": "2", TOTAL: "4" });
  });

  it("filter conversion by the stage that was entered", async () => {
    const filters = {
      test: { dimension: "fromStatus", op: "EQ", members: ["UNASSIGNED"] },
    } as const;
    const answer = await ask({ moves }, flow(["conversionRate", "transitionCount"], { filters }));
    expect(cellAt(answer, 0, 0, "conversionRate")?.value).toBe("0.5000000000");
    expect(cellAt(answer, 0, 0, "transitionCount")?.value).toBe("1");
  });

  it("have no conversion by the stage that is reached", async () => {
    const answer = await ask(
      { moves },
      flow(["conversionRate", "transitionCount"], { rows: [level("toStatus")] }),
    );
    const statuses = answer.axes.rows.positions.map(
      ({ ordinal }) => cellAt(answer, ordinal, 0, "conversionRate")?.status,
    );
    expect(statuses).toEqual(["NOT_APPLICABLE", "NOT_APPLICABLE", "NOT_APPLICABLE", "OK"]);
  });
});

describe("row scope", () => {
  it("keeps facts without a known owner for those who see everything", async () => {
    const opportunities = [open({ owner: null }), open({}), open({ owner: "Dora" })];
    const all = await ask({ opportunities }, question(["openCount"], [level("owner", "user")]));
    expect(byRow(all, "openCount")).toEqual({ Ann: "1", Dora: "1", Unknown: "1", TOTAL: "3" });
    const none = await ask({ opportunities }, question(["openCount"]), {
      scope: { owners: [], hidden: new Set() },
    });
    expect(none.cells[0]).toMatchObject({ value: null, status: "NO_DATA" });
    expect(none.warnings).toMatchObject([{ code: "ROW_SCOPE" }]);
  });

  it("changes the hash of the answer", async () => {
    const asked = question(["openCount"]);
    const all = await ask({}, asked);
    const none = await ask({}, asked, { scope: { owners: [], hidden: new Set() } });
    expect(none.queryHash).not.toBe(all.queryHash);
  });
});
