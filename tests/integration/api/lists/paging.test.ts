import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { customers } from "../../../../api/customers/customer.list.ts";
import { isOrdered } from "../../../../api/lists/list-args.ts";
import { snakeCase } from "../../../../api/lists/field.ts";
import { salesCompany } from "../../../support/sales-company.ts";
import { COUNTED, PAGE, plantCustomers, type Page, type Planted } from "./support.ts";

const company = salesCompany();
let planted: Planted[] = [];
beforeAll(async () => {
  planted = await plantCustomers(company, 90);
});

const FIELDS = Object.keys(customers.fields).filter((name) => isOrdered(customers, name));
const COMPARED = [
  "number",
  "name",
  "region",
  "tier",
  "industry",
  "satisfaction",
  "employeeCount",
  "createdAt",
];

interface Term {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}
const term = (field: string, direction: Term["direction"]): Term => ({
  field: snakeCase(field).toUpperCase(),
  direction,
});

async function walk(first: number, orderBy: readonly Term[], filter?: object): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: Awaited<ReturnType<typeof page>> = await page(
      first,
      after,
      orderBy,
      filter,
    );
    expect(errors).toEqual([]);
    const found = data?.customers;
    ids.push(...(found?.edges ?? []).map(({ node }) => node.id));
    expect(found?.edges.length).toBeLessThanOrEqual(first);
    after = found?.pageInfo.endCursor ?? null;
    if (!found?.pageInfo.hasNextPage || after === null) return ids;
  }
}
const page = (first: number, after: string | null, orderBy: readonly Term[], filter?: object) =>
  company.as<Page>("boss", PAGE, { first, after, orderBy, ...(filter ? { filter } : {}) });

/** As the database orders: by bytes of UTF-8, rows without a value last whichever way, ties by id. */
function oracle(rows: readonly Planted[], field: string, direction: Term["direction"]): string[] {
  const way = direction === "ASC" ? 1 : -1;
  type Value = Planted[keyof Planted];
  const compare = (left: Value, right: Value): number => {
    if (left === right) return 0;
    if (left === null) return way;
    if (right === null) return -way;
    return typeof left === "number"
      ? left - (right as number)
      : Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
  };
  return rows
    .toSorted((a, b) => {
      const [left, right] = [a[field as keyof Planted], b[field as keyof Planted]];
      return way * (compare(left, right) || compare(a.id, b.id));
    })
    .map(({ id }) => id);
}

describe("pages", () => {
  test.each(FIELDS.flatMap((field) => [[field, "ASC"] as const, [field, "DESC"] as const]))(
    "by %s %s, walked to the end, are the list: nothing twice, nothing missing",
    async (field, direction) => {
      const whole = await walk(200, [term(field, direction)]);
      expect(whole.toSorted()).toEqual(planted.map(({ id }) => id).toSorted());
      expect(await walk(7, [term(field, direction)])).toEqual(whole);
      if (COMPARED.includes(field)) expect(whole).toEqual(oracle(planted, field, direction));
    },
  );

  test("under any order of several terms, filter and page size, are the same list", async () => {
    const fields = fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fields,
        fc.array(fc.constantFrom("ASC" as const, "DESC" as const), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, { tier: { gte: 2 } }, { not: { region: { isNull: true } } }),
        async (names, directions, first, filter) => {
          const orderBy = names.map((name, index) => term(name, directions[index] ?? "ASC"));
          expect(await walk(first, orderBy, filter)).toEqual(await walk(200, orderBy, filter));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test("count the whole list, and only where it is asked for", async () => {
    const counted = await company.as<Page>("boss", COUNTED, { first: 3 });
    expect(counted.data?.customers.totalCount).toBe(planted.length);
    const none = await company.as<Page>("boss", COUNTED, { first: 0 });
    expect(none.data?.customers).toMatchObject({ totalCount: planted.length, edges: [] });
  });

  test("hold at most 200 rows and not fewer than none", async () => {
    const codeOf = async (first: number) =>
      (await company.as("boss", PAGE, { first })).errors[0]?.extensions.code;
    expect([await codeOf(201), await codeOf(-1)]).toEqual(["LIMIT_EXCEEDED", "INVALID_INPUT"]);
  });

  test("go on only under the filter and the order that the cursor was made for", async () => {
    const first = await page(5, null, [term("name", "ASC")]);
    const after = first.data?.customers.pageInfo.endCursor ?? "";
    const refused = [
      await page(5, after, [term("name", "DESC")]),
      await page(5, after, [term("name", "ASC")], { tier: { eq: 1 } }),
      await page(5, "nonsense", [term("name", "ASC")]),
      await page(5, forged(after, [null, null]), [term("name", "ASC")]),
      await page(5, forged(after, ["a", "not an id"]), [term("name", "ASC")]),
    ];
    for (const answer of refused) {
      expect(answer.errors[0]?.extensions).toMatchObject({
        code: "INVALID_INPUT",
        issues: [{ path: "after" }],
      });
    }
  });

  test("cannot be ordered by the same field twice", async () => {
    const { errors } = await page(5, null, [term("name", "ASC"), term("name", "DESC")]);
    expect(errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "orderBy[1]" }],
    });
  });
});

/** The cursor with other values behind its binding. */
function forged(cursor: string, values: readonly unknown[]): string {
  const [binding] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
  return Buffer.from(JSON.stringify([binding, ...values])).toString("base64url");
}
