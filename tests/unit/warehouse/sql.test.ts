import { describe, expect, it } from "vitest";
import type { CubeContext } from "../../../warehouse/query/context.ts";
import { normalize } from "../../../warehouse/query/normalize.ts";
import { plan } from "../../../warehouse/query/plan.ts";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import { renderBranch } from "../../../warehouse/query/render.ts";
import { resolveTime } from "../../../warehouse/query/resolve-time.ts";
import { ownerRanges, type Range } from "../../../warehouse/query/restrict-access.ts";
import { validate } from "../../../warehouse/query/validate.ts";

const context = {
  scope: { owners: "all", hidden: new Set() },
  locale: "en",
  fiscalStart: 1,
} as unknown as CubeContext;

/** The statements of a question, white space evened out. */
function sqlOf(
  question: Partial<CubeQuestion>,
  { ranges, manyCurrencies = false }: { ranges?: readonly Range[]; manyCurrencies?: boolean } = {},
) {
  const whole = { cube: "opportunities", measures: [{ measure: "wonAmount" }], ...question };
  const valid = validate(normalize(whole, context), context);
  return plan(valid).branches.map((branch) => {
    const { statement } = renderBranch(branch, {
      cube: valid.cube,
      ranges,
      time: resolveTime(valid, new Date("2024-06-15T00:00:00Z"), 1),
      filter: valid.filter,
      known: new Map(),
      attribution: valid.normal.attribution,
      fiscalStart: 1,
      locale: "en",
      manyCurrencies,
    });
    return { sql: statement.sql.replaceAll(/\s+/g, " ").trim(), params: statement.params };
  });
}

const at = (dimension: string, level: string) => ({ item: { level: { dimension, level } } });

describe("the SQL of a question", () => {
  it("joins nothing for a figure of everything", () => {
    expect(sqlOf({ measures: [{ measure: "wonAmount" }, { measure: "winRate" }] })).toEqual([
      {
        sql:
          "with grouped as ( select 0 as mask, count(*)::bigint as n, sum(closed_amount) filter (where is_won) as a0, " +
          "count(*) filter (where is_won) as a1, count(*) filter (where is_lost) as a2 " +
          "from ( select f.is_won, f.closed_amount, f.is_lost from fact_opportunity f where true ) f ) " +
          "select g.mask, g.n, g.a0, round(g.a1::double / nullif(g.a1 + g.a2, 0), 10)::decimal(38, 10) " +
          "from grouped g limit 600001",
        params: [],
      },
    ]);
  });

  it("groups by the fact's own key and looks the people up afterwards", () => {
    const [statement] = sqlOf({
      rows: [at("owner", "user")],
      time: {
        dimension: "closedDate",
        timeZone: "Asia/Shanghai",
        range: { period: { unit: "QUARTER", key: "2024-Q1" } },
      },
    });
    expect(statement).toEqual({
      sql:
        "with grouped as ( select grouping(r0)::integer as mask, r0, count(*)::bigint as n, sum(closed_amount) filter (where is_won) as a0 " +
        "from ( select f.owner_durable_key as r0, f.is_won, f.closed_amount from fact_opportunity f " +
        "where f.closed_date_key between $1 and $2 ) f group by grouping sets ((r0), ()) ) " +
        "select g.mask, g.n, g.r0, case when g.mask = 0 then coalesce(m_r0.user_id::varchar, g.r0::varchar) end, " +
        "case when g.mask = 0 then m_r0.display_name end, case when g.mask = 0 then null::integer end, " +
        "case when g.mask = 0 then m_r0.is_inferred end, g.a0 " +
        "from grouped g left join dim_user m_r0 on m_r0.user_durable_key = g.r0 and m_r0.is_current limit 600001",
      params: [20240101, 20240331],
    });
  });

  it("puts the row scope into every branch, whatever the measure and the grain", () => {
    const statements = sqlOf(
      {
        cube: "opportunityFlow",
        measures: [{ measure: "conversionRate" }, { measure: "transitionCount" }],
        rows: [at("owner", "department")],
      },
      {
        ranges: [
          { from: 3, to: 7 },
          { from: 9, to: 9 },
        ],
      },
    );
    expect(statements).toHaveLength(4);
    for (const { sql, params } of statements) {
      expect(sql).toContain(
        "where (f.owner_durable_key between $1 and $2 or f.owner_durable_key between $3 and $4)",
      );
      expect(params).toEqual([3, 7, 9, 9]);
    }
  });

  it("lets nobody see anything without a number of theirs", () => {
    expect(sqlOf({}, { ranges: [] })[0]?.sql).toContain("where false");
  });

  it("turns periods into ranges of the fact's day keys", () => {
    const [statement] = sqlOf({
      filters: { test: { dimension: "createdDate", op: "IN", members: ["2023-Q4", "2024-Q2"] } },
    });
    expect(statement?.sql).toContain(
      "where (f.created_date_key between $1 and $2 or f.created_date_key between $3 and $4)",
    );
    expect(statement?.params).toEqual([20231001, 20231231, 20240401, 20240630]);
    expect(statement?.sql).not.toContain("join");
  });

  it("never writes a value into its text", () => {
    const evil = "'); drop table fact_opportunity; --";
    const [statement] = sqlOf({
      filters: {
        or: [
          { test: { dimension: "customer", level: "industry", op: "IN", members: [evil] } },
          { test: { dimension: "customer", op: "CONTAINS", text: evil } },
          { test: { dimension: "currency", op: "NE", members: [evil] } },
        ],
      },
    });
    expect(statement?.sql).not.toContain("drop");
    expect(statement?.params.filter((value) => value === evil)).toHaveLength(3);
  });

  it("asks for currencies only where there are several", () => {
    expect(sqlOf({})[0]?.sql).not.toContain("currency");
    expect(sqlOf({}, { manyCurrencies: true })[0]?.sql).toContain(
      "min(currency) filter (where is_won and closed_amount is not null)",
    );
  });

  it("joins the version of the event's day when asked how it was", () => {
    const [statement] = sqlOf({ rows: [at("customer", "tier")], attribution: "AS_WAS" });
    expect(statement?.sql).toContain(
      "left join dim_customer d_customer on d_customer.customer_key = f.customer_key where",
    );
  });
});

describe("the row scope", () => {
  const users = new Map([0, 1, 2, 5, 6, 9].map((number) => [`u${number}`, number]));
  const reference = { users, numbers: [0, 1, 2, 5, 6, 9], currencies: new Map() };
  const ranges = (...ids: string[]) => ownerRanges({ owners: ids, hidden: new Set() }, reference);

  it("becomes as few ranges as the numbering allows", () => {
    expect(ranges("u1", "u2", "u5")).toEqual([{ from: 1, to: 5 }]);
    expect(ranges("u0", "u9", "u5")).toEqual([
      { from: 0, to: 0 },
      { from: 5, to: 5 },
      { from: 9, to: 9 },
    ]);
  });

  it("leaves out who is not in the warehouse and never grows into all", () => {
    expect(ranges("stranger")).toEqual([]);
    expect(ranges("u0", "u1", "u2", "u5", "u6", "u9")).toEqual([{ from: 0, to: 9 }]);
    expect(ownerRanges({ owners: "all", hidden: new Set() }, reference)).toBeUndefined();
  });
});
