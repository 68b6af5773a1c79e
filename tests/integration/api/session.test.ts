import { beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "../../../schema/kernel/clock.ts";
import { ADMIN, ownApi, type Answer } from "../../support/api.ts";

let present = Date.parse("2026-03-01T08:00:00Z");
const clock: Clock = { now: () => new Date(present) };
const pass = (seconds: number): void => {
  present += seconds * 1000;
};

const api = ownApi({ clock });
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(input: { login: $login, password: $password }) { accessToken viewer { login mustChangePassword } }
}`;
const REFRESH = "mutation { refreshSession { accessToken viewer { login } } }";
const CHANGE = `mutation ($current: String!, $new: String!) {
  changePassword(input: { current: $current, new: $new }) { mustChangePassword }
}`;
const VIEWER = "{ viewer { login } }";

const cookieOf = (answer: Answer): string | undefined =>
  answer.headers.getSetCookie()[0]?.split(";")[0];
const tokenOf = (answer: Answer, operation: string): string =>
  (answer.data?.[operation] as { accessToken: string } | undefined)?.accessToken ?? "none";
const codeOf = (answer: Answer): string | undefined => answer.errors[0]?.extensions.code;

async function open(who = ADMIN): Promise<{ token: string; cookie: string }> {
  const answer = await api.ask(SIGN_IN, who);
  return { token: tokenOf(answer, "signIn"), cookie: cookieOf(answer) ?? "" };
}
/** Rights of a session are remembered for half a second of real time. */
const forgotten = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

beforeEach(() => api.database.sql("crm_owner", "delete from crm.sign_in_throttle"));

describe("refreshing", () => {
  test("takes the cookie for a new token and a new cookie", async () => {
    const { cookie } = await open();
    const answer = await api.ask(REFRESH, {}, { cookie });
    expect(cookieOf(answer)).not.toBe(cookie);
    const token = tokenOf(answer, "refreshSession");
    expect((await api.ask(VIEWER, {}, { token })).data).toEqual({ viewer: { login: "admin" } });
  });

  test("leaves two tabs that race signed in", async () => {
    const { cookie } = await open();
    const tabs = await Promise.all([1, 2].map(() => api.ask(REFRESH, {}, { cookie })));
    for (const tab of tabs) {
      const token = tokenOf(tab, "refreshSession");
      expect((await api.ask(VIEWER, {}, { token })).errors).toEqual([]);
    }
    expect(tabs.filter((tab) => cookieOf(tab) !== undefined)).toHaveLength(1);
  });

  test("ends the session when an old cookie comes back later", async () => {
    const { cookie } = await open();
    const rightful = await api.ask(REFRESH, {}, { cookie });
    pass(11);
    expect(codeOf(await api.ask(REFRESH, {}, { cookie }))).toBe("UNAUTHENTICATED");
    const after = await api.ask(REFRESH, {}, { cookie: cookieOf(rightful) });
    expect(codeOf(after)).toBe("UNAUTHENTICATED");
    const token = tokenOf(rightful, "refreshSession");
    expect(codeOf(await api.ask(VIEWER, {}, { token }))).toBe("UNAUTHENTICATED");
  });

  test("refuses a forged cookie without harm to the session it names", async () => {
    const { cookie } = await open();
    const [sessionId] = cookie.split(".");
    const forged = `${sessionId}.${"x".repeat(43)}.${"y".repeat(43)}`;
    expect(codeOf(await api.ask(REFRESH, {}, { cookie: forged }))).toBe("UNAUTHENTICATED");
    expect((await api.ask(REFRESH, {}, { cookie })).errors).toEqual([]);
  });

  test("without a cookie is refused", async () => {
    expect(codeOf(await api.ask(REFRESH))).toBe("UNAUTHENTICATED");
  });
});

describe("a session", () => {
  test("outlives no access token of fifteen minutes without a refresh", async () => {
    const { token } = await open();
    pass(14 * 60);
    expect((await api.ask(VIEWER, {}, { token })).errors).toEqual([]);
    pass(2 * 60);
    expect(codeOf(await api.ask(VIEWER, {}, { token }))).toBe("UNAUTHENTICATED");
  });

  test("ends at once with signOut, cookie and all", async () => {
    const { token, cookie } = await open();
    const out = await api.ask("mutation { signOut }", {}, { token, cookie });
    expect(out.data).toEqual({ signOut: true });
    expect(cookieOf(out)).toBe("crm_refresh=");
    expect(codeOf(await api.ask(VIEWER, {}, { token }))).toBe("UNAUTHENTICATED");
    expect(codeOf(await api.ask(REFRESH, {}, { cookie }))).toBe("UNAUTHENTICATED");
  });

  test("ends within a second when the user is disabled", async () => {
    const { token } = await open();
    expect((await api.ask(VIEWER, {}, { token })).errors).toEqual([]);
    await api.database.sql("crm_owner", "update crm.app_user set active = false");
    await forgotten();
    expect(codeOf(await api.ask(VIEWER, {}, { token }))).toBe("UNAUTHENTICATED");
    await api.database.sql("crm_owner", "update crm.app_user set active = true");
    await forgotten();
    expect((await api.ask(VIEWER, {}, { token })).errors).toEqual([]);
  });

  test("feels a change of rights within a second", async () => {
    const { token } = await open();
    const ROLES = "{ roles { totalCount } }";
    expect((await api.ask(ROLES, {}, { token })).errors).toEqual([]);
    const grant = "resource = 'role' and action = 'read'";
    await api.database.sql("crm_owner", `update crm.role_grant set scope = 'NONE' where ${grant}`);
    await forgotten();
    expect(codeOf(await api.ask(ROLES, {}, { token }))).toBe("FORBIDDEN");
    await api.database.sql("crm_owner", `update crm.role_grant set scope = 'ALL' where ${grant}`);
  });
});

describe("changing the password", () => {
  const next = "another good horse";

  test("is the only thing open while it is due, and opens the rest", async () => {
    await api.database.sql("crm_owner", "update crm.user_credential set must_change = true");
    const { token } = await open();
    const refused = await api.ask(VIEWER, {}, { token });
    expect(codeOf(refused)).toBe("FORBIDDEN");
    expect(refused.errors[0]?.extensions.issues?.[0]?.code).toBe("PASSWORD_CHANGE_REQUIRED");
    const changed = await api.ask(CHANGE, { current: ADMIN.password, new: next }, { token });
    expect(changed.data).toEqual({ changePassword: { mustChangePassword: false } });
    expect((await api.ask(VIEWER, {}, { token })).errors).toEqual([]);
    await api.ask(CHANGE, { current: next, new: ADMIN.password }, { token });
  });

  test("ends all other sessions of the user, and not one's own", async () => {
    const [mine, other] = [await open(), await open()];
    await api.ask(CHANGE, { current: ADMIN.password, new: next }, { token: mine.token });
    expect((await api.ask(VIEWER, {}, { token: mine.token })).errors).toEqual([]);
    expect(codeOf(await api.ask(VIEWER, {}, { token: other.token }))).toBe("UNAUTHENTICATED");
    await api.ask(CHANGE, { current: next, new: ADMIN.password }, { token: mine.token });
  });

  test.each([
    ["a wrong old one", { current: "not this one", new: next }, "input.current"],
    ["one that is too short", { current: ADMIN.password, new: "short" }, "input.new"],
    ["one with the login in it", { current: ADMIN.password, new: "my-Admin-word" }, "input.new"],
    ["one of a single letter", { current: ADMIN.password, new: "aaaaaaaaaaaa" }, "input.new"],
    ["the same again", { current: ADMIN.password, new: ADMIN.password }, "input.new"],
  ])("refuses %s", async (_what, passwords, path) => {
    const { token } = await open();
    const answer = await api.ask(CHANGE, passwords, { token });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
    expect(answer.errors[0]?.extensions.issues?.[0]?.path).toBe(path);
  });
});
