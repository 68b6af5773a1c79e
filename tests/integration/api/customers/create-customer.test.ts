import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { codeOf, customersOf, pathsOf, plantRegions, REGION } from "./support.ts";

const company = salesCompany();
const { create, created, update } = customersOf(company);
beforeAll(() => plantRegions(company));

describe("creating a customer", () => {
  test("answers it tidied, numbered and looked after by its creator", async () => {
    const { data } = await create("ann", {
      name: "  上海电气集团有限公司 ",
      region: "China/ East",
      tier: 3,
      tags: ["vip", " vip ", ""],
      registeredCapital: "12.5",
      bank: "ICBC",
    });
    expect(data?.createCustomer).toMatchObject({
      number: expect.stringMatching(/^KH\d{12,}$/) as unknown,
      name: "上海电气集团有限公司",
      region: REGION,
      tier: 3,
      status: "ACTIVE",
      tags: ["vip"],
      registeredCapital: "12.5000",
      bank: "ICBC",
      accountManager: { displayName: "ann" },
      createdBy: { displayName: "ann" },
      version: 1,
    });
  });

  test("tells all faults at once, each with its place", async () => {
    const answer = await create("eva", {
      name: " ",
      tier: 6,
      satisfaction: 0,
      employeeCount: -1,
      annualTurnover: "-1",
      phone: "1".repeat(51),
      industry: "a\u0000b",
      tags: ["x".repeat(51)],
      accountManagerId: company.idOf("wes"),
    });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
    expect(pathsOf(answer)).toEqual(
      [
        "accountManagerId",
        "annualTurnover",
        "employeeCount",
        "industry",
        "name",
        "phone",
        "satisfaction",
        "tags",
        "tier",
      ].map((name) => `input.${name}`),
    );
  });

  test("needs a region of the dictionary that is in use", async () => {
    for (const region of ["Nowhere", "China / Gone"]) {
      expect(pathsOf(await create("ann", { region }))).toEqual(["input.region"]);
    }
    expect(pathsOf(await create("ann", { region: " " }))).toEqual(["input.region"]);
  });

  test("for somebody else is left to those whose reach holds them", async () => {
    const bob = company.idOf("bob");
    expect(pathsOf(await create("ann", { accountManagerId: bob }))).toEqual([
      "input.accountManagerId",
    ]);
    expect(codeOf(await create("eva", { accountManagerId: bob }))).toBeUndefined();
  });

  test("is refused to those without the right, before anything else is told", async () => {
    for (const login of ["amy", "max"] as const)
      expect(codeOf(await create(login))).toBe("FORBIDDEN");
  });
});

describe("the name of a customer", () => {
  const owner = { accountManagerId: "" };
  beforeAll(async () => {
    owner.accountManagerId = company.idOf("wes");
    await created("wanda", { name: "Northern Light Co., Ltd.", ...owner });
  });

  test.each([
    "northern light",
    "ＮＯＲＴＨＥＲＮ  Light",
    "Northern-Light Ltd",
    "Northern Light 有限公司",
  ])("is taken also when written %s, and the answer tells neither id nor owner", async (name) => {
    const { errors } = await create("ann", { name });
    expect(errors[0]?.extensions).toEqual({
      code: "INVALID_INPUT",
      issues: [{ path: "input.name", message: "the name is taken", code: "NAME_TAKEN" }],
    });
  });

  test("cannot be taken by a change either, whoever looks after the other one", async () => {
    await created("ann", { name: "Southern Light" });
    const { id, version } = await created("ann");
    for (const name of ["Northern Light", "southern light"]) {
      expect(pathsOf(await update("ann", { id, version, name }))).toEqual(["input.name"]);
    }
    const same = await update("ann", { id, version, name: "Western Light Ltd" });
    expect(same.errors).toEqual([]);
    const again = await update("ann", { id, version: version + 1, name: "Western Light LLC" });
    expect(again.errors).toEqual([]);
  });

  test("is given once, when eight ask for it at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) =>
        create(client % 2 ? "ann" : "bob", { name: `Eager 公司 ${" ".repeat(client)}` }),
      ),
    );
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(7);
    for (const answer of refused) expect(pathsOf(answer)).toEqual(["input.name"]);
    const [first] = refused;
    expect(new Set(refused.map(({ text }) => text))).toEqual(new Set([first?.text]));
  });
});
