import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cubeMembers } from "../../../warehouse/query/members.ts";
import { contextOf } from "./ask.ts";
import { BASE } from "./companies.ts";
import { departmentId, given, userId, type Company, type Opportunity } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const open = (owner: string, customer: string, created = "2024-01-01"): Opportunity => ({
  owner,
  customer,
  status: "ASSIGNED",
  created,
});
const company: Company = {
  ...BASE,
  opportunities: [
    open("Ann", "Acme"),
    open("Bao", "Blue", "2023-05-01"),
    open("Dora", "Delta"),
    open("Chen", "Cobalt"),
  ],
};
let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, company);
});
afterAll(() => warehouse[Symbol.asyncDispose]());

type Search = Parameters<typeof cubeMembers>[0];
async function members(search: Omit<Search, "cube">, owners: "all" | string[] = "all") {
  const scope = { owners, hidden: new Set<string>() };
  return cubeMembers({ cube: "opportunities", ...search }, contextOf(warehouse.engine, { scope }));
}
const captionsOf = async (...args: Parameters<typeof members>) =>
  (await members(...args)).nodes.map(({ caption }) => caption);

const customer = { dimension: "customer", level: "customer" };

describe("cubeMembers", () => {
  it("lists members that have facts, in the order of the level", async () => {
    expect(await captionsOf({ level: { dimension: "customer", level: "tier" } })).toEqual([
      "Regular",
      "Key account",
      "Strategic partner",
    ]);
    expect(await captionsOf({ level: { dimension: "createdDate", level: "quarter" } })).toEqual([
      "Q2 2023",
      "Q1 2024",
    ]);
  });

  it("tells nobody of members of whom they may see no fact", async () => {
    expect(await captionsOf({ level: customer }, [userId(company, "Ann")])).toEqual(["Acme"]);
    expect(
      await captionsOf({ level: customer, search: "delta" }, [userId(company, "Ann")]),
    ).toEqual([]);
  });

  it("searches what people read, literally", async () => {
    expect(await captionsOf({ level: customer, search: "L" })).toEqual(["Blue", "Cobalt", "Delta"]);
    expect(await captionsOf({ level: customer, search: "%" })).toEqual([]);
    expect(
      await captionsOf({ level: { dimension: "customer", level: "tier" }, search: "partner" }),
    ).toEqual(["Strategic partner"]);
  });

  it("finds members by their keys and nobody by a damaged one", async () => {
    const keys = ["3", "9", "none", ""];
    const level = { dimension: "customer", level: "tier" };
    expect(await captionsOf({ level, keys })).toEqual(["Key account"]);
    const user = { dimension: "owner", level: "user" };
    const ann = [userId(company, "Ann"), "not an id"];
    expect(await captionsOf({ level: user, keys: ann })).toEqual(["Ann"]);
    expect(await captionsOf({ level: user, keys: [] })).toEqual([]);
    const north = { dimension: "owner", level: "department" };
    expect(await captionsOf({ level: north, keys: [departmentId(company, "North")] })).toEqual([
      "North",
    ]);
    const quarter = { dimension: "createdDate", level: "quarter" };
    expect(await captionsOf({ level: quarter, keys: ["2023-Q2"] })).toEqual(["Q2 2023"]);
  });

  it("narrows by the filters chosen so far", async () => {
    const filters = { test: { dimension: "createdDate", op: "EQ", members: ["2023"] } } as const;
    expect(await captionsOf({ level: customer, filters })).toEqual(["Blue"]);
  });

  it("opens a member of a hierarchy and of the department tree", async () => {
    const region2 = { dimension: "customer", level: "region2" };
    const opened = await members({ level: region2, parent: { keys: ["Asia"] } });
    expect(opened.nodes.map(({ path }) => path)).toEqual([
      ["Asia", "Asia"],
      ["Asia", "Asia / China"],
    ]);
    const north = [departmentId(company, "Company"), departmentId(company, "North")];
    const department = { dimension: "owner", level: "department" };
    expect(await captionsOf({ level: department, parent: { keys: north } })).toEqual([
      "North 1",
      "North 2",
    ]);
    const people = { dimension: "owner", hierarchy: "organization", level: "user" };
    const team = [...north, departmentId(company, "North 1")];
    expect(await captionsOf({ level: people, parent: { keys: team } })).toEqual(["Ann", "Bao"]);
    expect(await captionsOf({ level: people, parent: { keys: north } })).toEqual([]);
  });

  it("pages with a cursor of this very search", async () => {
    const first = await members({ level: customer, first: 3 });
    expect(first.nodes.map(({ caption }) => caption)).toEqual(["Acme", "Blue", "Cobalt"]);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const after = first.pageInfo.endCursor;
    expect(await captionsOf({ level: customer, after })).toEqual(["Delta"]);
    await expect(members({ level: customer, search: "x", after })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
