import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { COUNTED, plantCustomers, type Page, type Planted } from "./support.ts";

const company = salesCompany();
let planted: Planted[] = [];
beforeAll(async () => {
  planted = await plantCustomers(company, 90);
});

type Condition = Readonly<Record<string, unknown>>;
type Filter = Readonly<Record<string, unknown>>;

/** The filter read by the book, in memory. */
function fulfils(row: Planted, filter: Filter): boolean {
  return Object.entries(filter).every(([name, given]) => {
    if (name === "and") return (given as Filter[]).every((inner) => fulfils(row, inner));
    if (name === "or") return (given as Filter[]).some((inner) => fulfils(row, inner));
    if (name === "not") return !fulfils(row, given as Filter);
    const value = row[name as keyof Planted];
    return Object.entries(given as Condition).every(([operator, wanted]) =>
      holds(value, operator, wanted),
    );
  });
}

function holds(value: Planted[keyof Planted], operator: string, wanted: unknown): boolean {
  if (operator === "isNull") return (value === null) === wanted;
  if (operator === "eq" && wanted === null) return value === null;
  if (value === null) return false;
  const order = (other: unknown): number =>
    typeof value === "number" || /^[\d.]+$/.test(String(value))
      ? Number(value) - Number(other)
      : Buffer.compare(Buffer.from(String(value)), Buffer.from(String(other)));
  switch (operator) {
    case "eq":
      return order(wanted) === 0;
    case "in":
      return (wanted as unknown[]).some((one) => order(one) === 0);
    case "gte":
      return order(wanted) >= 0;
    case "lte":
      return order(wanted) <= 0;
    default:
      return Array.isArray(value)
        ? value.includes(wanted)
        : String(value).toLowerCase().includes(String(wanted).toLowerCase());
  }
}

const texts = fc.constantFrom(
  "acme",
  "上海",
  "100% Cotton 7",
  "%",
  "_",
  "\\",
  "'",
  "Oil",
  "China / East",
  "",
);
const condition = (values: fc.Arbitrary<unknown>, operators: readonly string[]) =>
  fc.constantFrom(...operators).chain((operator): fc.Arbitrary<Condition> => {
    if (operator === "isNull") return fc.boolean().map((is) => ({ isNull: is }));
    if (operator === "in") {
      return fc.array(values, { maxLength: 3 }).map((list) => ({ in: list }));
    }
    return values.map((value) => ({ [operator]: value }));
  });

const ORDERED = ["eq", "in", "gte", "lte", "isNull"];
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  ...["name", "region", "industry"].map((name) =>
    condition(texts, [...ORDERED, "contains"]).map((given) => ({ [name]: given })),
  ),
  ...["tier", "satisfaction", "employeeCount"].map((name) =>
    condition(fc.constantFrom(1, 2, 3, 100, 300), ORDERED).map((given) => ({ [name]: given })),
  ),
  condition(fc.constantFrom("10.5", "21.0000", "42"), ORDERED).map((given) => ({
    registeredCapital: given,
  })),
  condition(fc.constantFrom("2026-01-01T01:00:00.001Z", "2026-01-01T03:00:00.003Z"), ORDERED).map(
    (given) => ({ createdAt: given }),
  ),
  condition(fc.constantFrom("ACTIVE", "LOST"), ["eq", "in", "isNull"]).map((given) => ({
    status: given,
  })),
  condition(fc.constantFrom("vip", "老客户"), ["contains", "isNull"]).map((given) => ({
    tags: given,
  })),
  fc.constant({ region: { eq: null } }),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("filter"), { maxLength: 3 }).map((all) => ({ and: all })),
    fc.array(tie("filter"), { maxLength: 3 }).map((any) => ({ or: any })),
    tie("filter").map((not) => ({ not })),
    fc.tuple(leaf, tie("filter")).map(([given, or]) => ({ ...given, or: [or] })),
  ),
}));

const ask = (login: "boss" | "ann", given: Filter) =>
  company.as<Page>(login, COUNTED, { first: 200, filter: given });

describe("a filter", () => {
  test("answers the rows that a reading by the book answers, within the scope, and counts them", async () => {
    const ann = company.idOf("ann");
    await fc.assert(
      fc.asyncProperty(
        filter,
        fc.constantFrom("boss" as const, "ann" as const),
        async (given, login) => {
          const { data, errors } = await ask(login, given);
          expect(errors).toEqual([]);
          const expected = planted
            .filter((row) => login === "boss" || row.accountManagerId === ann)
            .filter((row) => fulfils(row, given))
            .map(({ id }) => id);
          const found = data?.customers.edges.map(({ node }) => node.id) ?? [];
          expect(found.toSorted()).toEqual(expected.toSorted());
          expect(data?.customers.totalCount).toBe(expected.length);
        },
      ),
      { numRuns: 250 },
    );
  }, 60_000);

  test.each([
    ["an id that is none", { id: { eq: "5" } }, "filter.id.eq"],
    ["a NUL character", { and: [{ name: { contains: "a\0" } }] }, "filter.and[0].name.contains"],
    ["null where a value is due", { or: [{ tier: { gte: null } }] }, "filter.or[0].tier.gte"],
  ])("with %s is refused, saying where", async (_what, given, path) => {
    const { errors } = await ask("boss", given);
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID_INPUT", issues: [{ path }] });
  });

  test("with more conditions than anybody writes is refused", async () => {
    const many = Array.from({ length: 101 }, () => ({ tier: { eq: 1 } }));
    const { errors } = await ask("boss", { or: many });
    expect(errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });
});
