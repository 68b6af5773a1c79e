import { describe, expect, it } from "vitest";
import { CUBES } from "../../../warehouse/cubes.ts";
import { createStatements, declarationsHash } from "../../../warehouse/ddl.ts";
import { average, count, defineCube, sum } from "../../../warehouse/define-cube.ts";
import { columnLevel } from "../../../warehouse/define-dimension.ts";
import { c, COLUMN_KINDS, defineTable } from "../../../warehouse/define.ts";
import { date } from "../../../warehouse/dimensions/date.ts";
import { TABLES } from "../../../warehouse/tables.ts";

const fact = defineTable({
  name: "fact_visit",
  role: "fact",
  grain: "one row per visit",
  unique: ["visit_id"],
  columns: {
    visit_id: c.id(),
    owner_durable_key: c.durable(),
    visited_date_key: c.dateKey(),
    cost: c.money(),
    is_paid: c.flag(),
  },
});
const dimension = defineTable({
  name: "dim_place",
  role: "dimension",
  grain: "one row per place",
  unique: ["place_key"],
  columns: {
    place_key: c.durable(),
    city: c.text(),
    code: c.code(),
    valid_to: c.instant(),
    is_current: c.flag(),
  },
});
const text = { zh: "", en: "" };
const row = {
  label: text,
  key: "visit_id",
  record: { type: "visit", column: "visit_id" },
  columns: [],
} as const;
const shape = { title: text, formula: text, unit: "count" } as const;

describe("declarations", () => {
  it("accept what the tables have", () => {
    const cube = defineCube({
      name: "visits",
      title: text,
      description: text,
      fact,
      owner: "owner_durable_key",
      row,
      dimensions: { visitedDate: date("visited_date_key", text) },
      measures: {
        visits: { ...shape, compute: count() },
        paid: { ...shape, compute: sum("cost", "is_paid"), notFor: ["visitedDate"] },
      },
    });
    expect([...cube.measures.keys()]).toEqual(["visits", "paid"]);
    expect(cube.dimensions.get("visitedDate")?.hierarchies[0]?.name).toBe("calendar");
  });

  it("do not compile with a misspelt column, flag, key, level or dimension", () => {
    const base = {
      name: "x",
      title: text,
      description: text,
      fact,
      owner: "owner_durable_key",
      row,
    } as const;
    // Each marked line is an error for the compiler; the type check of the tests fails if one is not.
    // @ts-expect-error no such column in the dimension
    columnLevel(dimension, "city", text, ["citty"]);
    // @ts-expect-error no such column in the fact
    defineCube({ ...base, dimensions: {}, measures: { a: { ...shape, compute: sum("csot") } } });
    defineCube({
      ...base,
      dimensions: {},
      // @ts-expect-error a flag is not a number
      measures: { a: { ...shape, compute: average("is_paid") } },
    });
    defineCube({
      ...base,
      dimensions: {},
      // @ts-expect-error no such flag
      measures: { a: { ...shape, compute: count("is_payed") } },
    });
    // @ts-expect-error no such key in the fact
    defineCube({ ...base, dimensions: { d: date("visited_key", text) }, measures: {} });
    // @ts-expect-error no such owner
    defineCube({ ...base, owner: "owner_key", dimensions: {}, measures: {} });
    defineCube({
      ...base,
      dimensions: {},
      // @ts-expect-error no such dimension in the cube
      measures: { a: { ...shape, compute: count(), notFor: ["d"] } },
    });
    // @ts-expect-error no such column for the rows
    defineTable({ ...dimension, unique: ["place_id"] });
    expect(true).toBe(true);
  });

  it("become tables with required keys and the two reserved members", () => {
    expect(createStatements([dimension])).toEqual([
      "create table if not exists dim_place (place_key INTEGER not null, city VARCHAR, code VARCHAR, valid_to TIMESTAMPTZ, is_current BOOLEAN not null)",
      "insert into dim_place (place_key, city, code, valid_to, is_current) select -1, null, '-1', timestamptz '9999-12-31 00:00:00+00', true where not exists (select 1 from dim_place where place_key = -1)",
      "insert into dim_place (place_key, city, code, valid_to, is_current) select -2, null, '-2', timestamptz '9999-12-31 00:00:00+00', true where not exists (select 1 from dim_place where place_key = -2)",
    ]);
    expect(createStatements([fact])).toHaveLength(1);
  });

  it("have another hash when a column changes", () => {
    const wider = { ...fact, columns: { ...fact.columns, place: c.text() } };
    expect(declarationsHash([wider])).not.toBe(declarationsHash([fact]));
    expect(declarationsHash([fact])).toBe(declarationsHash([fact]));
  });

  it("name every table and column in snake case and keep sums exact", () => {
    for (const table of TABLES) {
      expect(table.name).toMatch(/^(dim|fact|etl)_[a-z_]+$/);
      expect(table.grain).toMatch(/^one row per /);
      for (const [name, column] of Object.entries(table.columns)) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(COLUMN_KINDS[column.kind]).not.toBe("DOUBLE");
      }
    }
  });

  it("caption every cube, dimension, level and measure in both languages", () => {
    for (const cube of CUBES.values()) {
      const titled = [
        cube,
        ...cube.measures.values(),
        ...[...cube.dimensions.values()].flatMap((each) => [
          each,
          ...each.hierarchies.flatMap((hierarchy) => [hierarchy, ...hierarchy.levels]),
        ]),
      ];
      for (const { name, title } of titled) {
        expect({
          name,
          zh: /\p{Script=Han}/u.test(title.zh),
          en: /^[ -~]+$/.test(title.en),
        }).toEqual({
          name,
          zh: true,
          en: true,
        });
      }
    }
  });
});
