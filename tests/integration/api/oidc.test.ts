import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "../../../schema/kernel/clock.ts";
import { Vault } from "../../../schema/kernel/vault.ts";
import { freePort } from "../../../schema/postgres/free-port.ts";
import { ownApi } from "../../support/api.ts";
import { Browser, OIDC_CLIENT, startIdentityProvider } from "../../support/identity-provider.ts";
import { addUser } from "../../support/users.ts";

let ahead = 0;
const clock: Clock = { now: () => new Date(Date.now() + ahead) };
const [port, openPort] = [await freePort(), await freePort()];
const provider = await startIdentityProvider(`http://127.0.0.1:${port}/auth/oidc/callback`);
const openProvider = await startIdentityProvider(`http://127.0.0.1:${openPort}/auth/oidc/callback`);

const environment = (at: number, issuer: string) => ({
  PORT: String(at),
  CRM_PUBLIC_URL: `http://127.0.0.1:${at}`,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: OIDC_CLIENT.id,
  OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
});
const api = ownApi({ clock, environment: environment(port, provider.issuer) });
const open = ownApi({
  environment: {
    ...environment(openPort, openProvider.issuer),
    OIDC_NEW_USER_ROLE: "SERVICE_AGENT",
  },
});

const REFRESH = "mutation { refreshSession { accessToken viewer { login roles } } }";
const COOKIE = "crm_oidc";

beforeAll(async () => {
  const user = { password: "tram velvet canyon", roles: ["ACCOUNT_MANAGER"] };
  for (const login of ["wanda", "ann", "gone"]) {
    await addUser(api.database, { ...user, login, email: `${login}@example.com` });
  }
  for (const login of ["twin1", "twin2"]) {
    await addUser(api.database, { ...user, login, email: "twins@example.com" });
  }
});
afterAll(async () => {
  await provider.close();
  await openProvider.close();
});
beforeEach(async () => {
  ahead = 0;
  await api.database.sql("crm_owner", "delete from crm.user_identity");
  await api.database.sql("crm_owner", "update crm.app_user set active = true");
});

/** Where the browser ends up, and who it is signed in as there. */
async function landing(browser: Browser, callback: string, at = api) {
  const response = await browser.visit(callback);
  const token = browser.cookies.get("crm_refresh");
  const cookie = token === undefined ? undefined : `crm_refresh=${token}`;
  const { data } = await at.ask<{ refreshSession: { viewer: { login: string } } | null }>(
    REFRESH,
    {},
    { cookie },
  );
  return {
    location: response.headers.get("location"),
    login: data?.refreshSession?.viewer.login,
  };
}
async function signOn(person: string, at = api) {
  const browser = new Browser();
  return landing(browser, await browser.askProvider(at.address, person), at);
}
const FAILED = { location: "/?signInError=SSO_FAILED", login: undefined };
const NO_USER = { location: "/?signInError=SSO_NO_USER", login: undefined };

describe("single sign-on", () => {
  test("finds the user of a verified address, in the same session as a password opens", async () => {
    provider.people["p1"] = { email: "WANDA@example.com", email_verified: true };
    expect(await signOn("p1")).toEqual({ location: "/?signedOn", login: "wanda" });
    const { data } = await api.ask("{ signInOptions { singleSignOn passwordReset } }");
    expect(data).toEqual({ signInOptions: { singleSignOn: true, passwordReset: false } });
    const entries = await api.database.sql(
      "crm_owner",
      "select principal, after from crm.audit_entry where action = 'session:signIn'",
    );
    expect(entries).toContainEqual({ principal: "user:wanda", after: { issuer: provider.issuer } });
  });

  test("sets the refresh cookie as signing in does, and clears its own", async () => {
    provider.people["p1"] = { email: "wanda@example.com", email_verified: true };
    const browser = new Browser();
    const response = await browser.visit(await browser.askProvider(api.address, "p1"));
    const refresh = response.headers.getSetCookie().find((line) => line.startsWith("crm_refresh="));
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/graphql"]) {
      expect(refresh).toContain(part);
    }
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  test("keeps to the link once it is made, whatever becomes of the addresses", async () => {
    provider.people["p1"] = { email: "wanda@example.com", email_verified: true };
    await signOn("p1");
    provider.people["p1"] = { email: "ann@example.com", email_verified: true };
    expect((await signOn("p1")).login).toBe("wanda");
    provider.people["p2"] = { email: "wanda@example.com", email_verified: true };
    expect(await signOn("p2")).toEqual(NO_USER);
  });

  test.each([
    ["an address that is not verified", { email: "ann@example.com", email_verified: false }],
    ["an address of which nothing is said", { email: "ann@example.com" }],
    ["no address", { preferred_username: "ann" }],
    ["an address of nobody", { email: "nobody@example.com", email_verified: true }],
    ["an address of two users", { email: "twins@example.com", email_verified: true }],
  ])("turns away somebody with %s, and makes no user", async (_what, person) => {
    const before = await api.database.sql("crm_owner", "select id from crm.app_user");
    provider.people["p3"] = person;
    expect(await signOn("p3")).toEqual(NO_USER);
    expect(await api.database.sql("crm_owner", "select id from crm.app_user")).toEqual(before);
  });

  test("turns away somebody who has left, linked or not", async () => {
    provider.people["p4"] = { email: "gone@example.com", email_verified: true };
    await signOn("p4");
    provider.people["p5"] = { email: "ann@example.com", email_verified: true };
    await api.database.sql(
      "crm_owner",
      "update crm.app_user set active = false where login in ('gone', 'ann')",
    );
    expect(await signOn("p4")).toEqual(NO_USER);
    expect(await signOn("p5")).toEqual(NO_USER);
  });

  test("makes a user where a setting names their role", async () => {
    openProvider.people["n1"] = {
      email: "new@example.com",
      email_verified: true,
      name: "Somebody New",
      preferred_username: "newcomer",
    };
    expect(await signOn("n1", open)).toEqual({ location: "/?signedOn", login: "newcomer" });
    expect((await signOn("n1", open)).login).toBe("newcomer");
    const users = await open.database.sql(
      "crm_owner",
      "select display_name, email from crm.app_user where login = 'newcomer'",
    );
    expect(users).toEqual([{ display_name: "Somebody New", email: "new@example.com" }]);
    openProvider.people["n2"] = { preferred_username: "unverified", email: "x@example.com" };
    expect(await signOn("n2", open)).toEqual(NO_USER);
  });
});

describe("an answer is refused", () => {
  const begin = async () => {
    provider.people["p1"] = { email: "wanda@example.com", email_verified: true };
    const browser = new Browser();
    return { browser, callback: await browser.askProvider(api.address, "p1") };
  };

  test("in a browser that has asked for nothing", async () => {
    const { callback } = await begin();
    expect(await landing(new Browser(), callback)).toEqual(FAILED);
  });

  test("in a browser that has asked for another", async () => {
    const [mine, other] = [await begin(), await begin()];
    expect(await landing(mine.browser, other.callback)).toEqual(FAILED);
  });

  test("the second time", async () => {
    const { browser, callback } = await begin();
    const held = browser.cookies.get(COOKIE) ?? "";
    expect((await landing(browser, callback)).login).toBe("wanda");
    const again = new Browser();
    again.cookies.set(COOKIE, held);
    expect(await landing(again, callback)).toEqual(FAILED);
  });

  test("after more than ten minutes", async () => {
    const { browser, callback } = await begin();
    ahead = 11 * 60_000;
    expect(await landing(browser, callback)).toEqual(FAILED);
  });

  test.each(["nonce", "verifier", "state"] as const)("with another %s", async (check) => {
    const { browser, callback } = await begin();
    const vault = new Vault(api.config.secret ?? "");
    const checks = JSON.parse(
      vault.open("oidc", COOKIE, browser.cookies.get(COOKIE) ?? "") ?? "",
    ) as object;
    const changed = JSON.stringify({ ...checks, [check]: "x".repeat(43) });
    browser.cookies.set(COOKIE, vault.seal("oidc", COOKIE, changed));
    expect(await landing(browser, callback)).toEqual(FAILED);
  });

  test("with a cookie that is not ours, or an error of the provider, or nothing at all", async () => {
    const { browser, callback } = await begin();
    const held = browser.cookies.get(COOKIE) ?? "";
    browser.cookies.set(COOKIE, "forged");
    expect(await landing(browser, callback)).toEqual(FAILED);
    for (const search of ["?error=access_denied", "", "?code=a&code=b"]) {
      browser.cookies.set(COOKIE, held);
      const url = `${api.address}/auth/oidc/callback${search}`;
      expect(await landing(browser, url)).toEqual(FAILED);
    }
  });
});
