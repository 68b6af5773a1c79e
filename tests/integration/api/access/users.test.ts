import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { administration, refusal } from "../../../support/administration.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const PASSWORD = "a long and winding road";

const newUser = (login: string, more: object = {}) =>
  admin.command("createUser", {
    login,
    displayName: login,
    email: `${login}@example.com`,
    password: PASSWORD,
    roles: ["ACCOUNT_MANAGER"],
    departmentId: company.departmentId("EAST"),
    mustChangePassword: false,
    ...more,
  });
const target = async (id: string) => ({ id, version: await admin.versionOf("app_user", id) });
const seen = async (id: string) => {
  const { data } = await company.ask(
    `query ($id: ID!) { user(id: $id) {
      displayName email phone active locale login roles department { code } } }`,
    { id },
    { token: await admin.admin() },
  );
  return data?.["user"];
};
const signsIn = (login: string, password: string) =>
  company.signIn(login, password).then(
    () => true,
    () => false,
  );
const actionsOn = async (id: string) =>
  (
    await company.rows<{ action: string }>(
      "select action from crm.audit_entry where record_id = $1 and action like 'user:%' order by id",
      [id],
    )
  ).map(({ action }) => action);

describe("a user", () => {
  test("is added with everything, signs in and is changed", async () => {
    const { id } = await newUser("ned");
    expect(await signsIn("ned", PASSWORD)).toBe(true);
    await admin.command("updateUser", {
      ...(await target(id)),
      displayName: "奈德",
      phone: "010-1234",
      email: null,
      locale: "EN",
      departmentId: company.departmentId("WEST"),
    });
    expect(await seen(id)).toEqual({
      displayName: "奈德",
      email: null,
      phone: "010-1234",
      active: true,
      locale: "EN",
      login: "ned",
      roles: ["ACCOUNT_MANAGER"],
      department: { code: "WEST" },
    });
    expect(await actionsOn(id)).toEqual(["user:create", "user:update"]);
  });

  test("has to change the first password unless it is said otherwise", async () => {
    await newUser("mia", { mustChangePassword: undefined });
    const token = await company.signIn("mia", PASSWORD);
    const { errors } = await company.ask("{ users { totalCount } }", {}, { token });
    expect(errors[0]?.extensions.issues?.[0]?.code).toBe("PASSWORD_CHANGE_REQUIRED");
  });

  test("is refused with all faults at once, and nothing is written", async () => {
    const { errors } = await admin.attempt("admin", "createUser", {
      login: "two words",
      displayName: "",
      email: "no address",
      password: "short",
      roles: ["SALES_SUPERVISER"],
      departmentId: randomUUID(),
    });
    const paths = errors[0]?.extensions.issues?.map(({ path }) => path);
    expect(paths).toEqual(["input.login", "input.displayName", "input.email", "input.password"]);
    const { errors: later } = await admin.attempt("admin", "createUser", {
      login: "ted",
      displayName: "ted",
      roles: ["SALES_SUPERVISER"],
      departmentId: randomUUID(),
    });
    expect(later[0]?.extensions.issues).toMatchObject([
      { path: "input.departmentId" },
      { path: "input.roles[0]", suggestions: ["SALES_SUPERVISOR"] },
    ]);
    expect(await company.rows("select from crm.app_user where login = 'ted'")).toEqual([]);
  });

  test("has a login of their own, whatever its case", async () => {
    const input = {
      login: "ANN",
      displayName: "x",
      roles: [],
      departmentId: company.departmentId("EAST"),
    };
    expect(refusal(await admin.attempt("admin", "createUser", input))).toBe("CONFLICT LOGIN_TAKEN");
  });

  test("who is disabled is out at once, also after being enabled again", async () => {
    const { id } = await newUser("dan");
    const token = await company.signIn("dan", PASSWORD);
    const works = async () =>
      (await company.ask("{ viewer { id } }", {}, { token })).errors.length === 0;
    expect(await works()).toBe(true);
    await admin.command("updateUser", { ...(await target(id)), active: false });
    await expect.poll(works, { timeout: 1000 }).toBe(false);
    expect(await signsIn("dan", PASSWORD)).toBe(false);
    await admin.command("updateUser", { ...(await target(id)), active: true });
    expect(await works()).toBe(false);
    expect(await signsIn("dan", PASSWORD)).toBe(true);
  });

  test("gets a new password, which ends all sessions and old delays", async () => {
    const { id } = await newUser("pam");
    const token = await company.signIn("pam", PASSWORD);
    const { errors } = await admin.attempt("admin", "setUserPassword", {
      userId: id,
      password: "entirely another one",
    });
    expect(errors).toEqual([]);
    const works = async () =>
      (await company.ask("{ viewer { id } }", {}, { token })).errors.length === 0;
    await expect.poll(works, { timeout: 1000 }).toBe(false);
    expect(await signsIn("pam", PASSWORD)).toBe(false);
    expect(await signsIn("pam", "entirely another one")).toBe(true);
    expect(await actionsOn(id)).toEqual(["user:create", "user:setPassword"]);
  });

  test("gets other roles, in the version that was read", async () => {
    const { id } = await newUser("rob");
    const { version } = await target(id);
    const give = (roles: readonly string[], at: number) =>
      admin.attempt("admin", "setUserRoles", { userId: id, version: at, roles });
    expect((await give(["EXECUTIVE", "SERVICE_AGENT"], version)).errors).toEqual([]);
    expect(await seen(id)).toMatchObject({ roles: ["EXECUTIVE", "SERVICE_AGENT"] });
    expect(refusal(await give([], version))).toBe("CONFLICT");
    const { errors } = await give(["EXECUTIV"], version + 1);
    expect(errors[0]?.extensions.issues).toMatchObject([
      { path: "input.roles[0]", suggestions: ["EXECUTIVE"] },
    ]);
    expect((await give([], version + 1)).errors).toEqual([]);
    expect(await seen(id)).toMatchObject({ roles: [] });
  });
});

test("a missing user and an id that is none answer the same, by every command", async () => {
  const inputs = {
    updateUser: (id: string) => ({ id, version: 1, displayName: "x" }),
    setUserRoles: (userId: string) => ({ userId, version: 1, roles: [] }),
    setUserPassword: (userId: string) => ({ userId, password: PASSWORD }),
  };
  for (const [name, input] of Object.entries(inputs)) {
    const answers = await Promise.all(
      [randomUUID(), "no id"].map((id) => admin.attempt("admin", name, input(id))),
    );
    expect(answers.map(refusal)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
  }
});
