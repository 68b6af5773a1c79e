import { decodeJwt, SignJWT, type JWTPayload } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { deriveSecret } from "../../../schema/kernel/secrets.ts";
import { ADMIN, ownApi } from "../../support/api.ts";

const api = ownApi();
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(input: { login: $login, password: $password }) {
    accessToken expiresAt viewer { login roles permissions mustChangePassword department { code depth } locale }
  }
}`;
const VIEWER = "{ viewer { id login } }";
const forget = () => api.database.sql("crm_owner", "delete from crm.sign_in_throttle");

describe("signing in", () => {
  beforeEach(forget);

  test("opens a session with the rights of the user", async () => {
    const { data, headers } = await api.ask(SIGN_IN, ADMIN);
    expect(data?.["signIn"]).toMatchObject({
      viewer: {
        login: "admin",
        roles: ["SYSTEM_ADMIN"],
        mustChangePassword: false,
        department: { code: "ROOT", depth: 0 },
        permissions: expect.arrayContaining(["USER_CREATE", "ETL_RUN"]) as unknown,
        locale: "ZH_CN",
      },
    });
    const cookie = headers.getSetCookie().join();
    expect(cookie).toMatch(/^crm_refresh=/);
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/graphql"]) {
      expect(cookie).toContain(part);
    }
  });

  test("does not care for capitals in the login", async () => {
    const { errors } = await api.ask(SIGN_IN, { ...ADMIN, login: "ADMIN" });
    expect(errors).toEqual([]);
  });

  test("answers a wrong password and an unknown user alike", async () => {
    const wrong = await api.ask(SIGN_IN, { ...ADMIN, password: "wrong password" });
    const unknown = await api.ask(SIGN_IN, { ...ADMIN, login: "nobody" });
    expect(wrong.errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    expect(unknown.text).toBe(wrong.text);
  });

  test("is refused for a while after five failures, also with the right password", async () => {
    for (let guess = 0; guess < 5; guess++) {
      const { errors } = await api.ask(SIGN_IN, { ...ADMIN, password: `wrong ${guess}` });
      expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    }
    const { errors } = await api.ask(SIGN_IN, ADMIN);
    expect(errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  test("counts a hundred guesses at once as a hundred", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, guess) =>
        api.ask(SIGN_IN, { login: "guessed", password: `wrong ${guess}` }),
      ),
    );
    const checked = guesses.filter((g) => g.errors[0]?.extensions.code === "UNAUTHENTICATED");
    expect(checked.length).toBe(5);
  });

  test("lets a whole office sign in at once", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => api.ask(SIGN_IN, ADMIN)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test("starts afresh after a success", async () => {
    for (let round = 0; round < 3; round++) {
      for (let guess = 0; guess < 3; guess++) {
        await api.ask(SIGN_IN, { ...ADMIN, password: "wrong password" });
      }
      const { errors } = await api.ask(SIGN_IN, ADMIN);
      expect(errors).toEqual([]);
      await api.database.sql(
        "crm_owner",
        "delete from crm.sign_in_throttle where subject like 'address:%'",
      );
    }
  });

  test("leaves an audit entry with the request it came by", async () => {
    const id = "request-of-the-audit";
    await api.ask(SIGN_IN, ADMIN, { headers: { "x-request-id": id } });
    const entries = await api.database.sql(
      "crm_owner",
      "select principal, action from crm.audit_entry where request_id = $1",
      [id],
    );
    expect(entries).toEqual([{ principal: "user:admin", action: "session:signIn" }]);
  });
});

describe("an access token", () => {
  beforeEach(forget);
  const key = (): Uint8Array =>
    Buffer.from(deriveSecret(api.config.secret ?? "", "access-token"), "base64url");

  /** A token of a real session, right in every respect but the given ones. */
  async function forge(
    wrong: {
      claims?: Record<string, unknown>;
      header?: Record<string, unknown>;
      key?: Uint8Array;
    } = {},
  ): Promise<string> {
    const { sub, sid } = decodeJwt(await api.signIn(ADMIN.login, ADMIN.password));
    const claims = { sub, sid, iss: "crm", aud: "staff", exp: 4_000_000_000, ...wrong.claims };
    return new SignJWT(JSON.parse(JSON.stringify(claims)) as JWTPayload)
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...wrong.header })
      .sign(wrong.key ?? key());
  }

  /** A token of a real session that says it needs no seal. */
  async function unsigned(): Promise<string> {
    const [, claims] = (await forge()).split(".");
    const head = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
    return `${head}.${claims}.`;
  }

  test("that is right opens the session", async () => {
    expect((await api.ask(VIEWER, {}, { token: await forge() })).errors).toEqual([]);
  });

  test.each([
    ["of another key", () => forge({ key: Buffer.alloc(32) })],
    ["of another audience", () => forge({ claims: { aud: "portal" } })],
    ["of another issuer", () => forge({ claims: { iss: "somebody" } })],
    ["of another type", () => forge({ header: { typ: "JWT" } })],
    ["that has expired", () => forge({ claims: { exp: 1 } })],
    ["that never expires", () => forge({ claims: { exp: undefined } })],
    ["of another user's session", () => forge({ claims: { sub: crypto.randomUUID() } })],
    ["of a session that never was", () => forge({ claims: { sid: crypto.randomUUID() } })],
    ["of a session that is no id", () => forge({ claims: { sid: "' or 1=1" } })],
    ["without a type", () => forge({ header: { typ: undefined } })],
    ["of another algorithm", () => forge({ header: { alg: "HS512" } })],
    ["of no algorithm", unsigned],
    ["without a signature", async () => `${(await forge()).split(".", 2).join(".")}.`],
    ["that is no token", async () => "x"],
  ])("%s opens nothing", async (_what, token) => {
    const { errors, data } = await api.ask(VIEWER, {}, { token: await token() });
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("with other claims than it was signed with opens nothing", async () => {
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    const [head, , seal] = token.split(".");
    const claims = { sub: crypto.randomUUID(), sid: "x", iss: "crm", aud: "staff", exp: 4e9 };
    const forged = [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), seal].join(
      ".",
    );
    expect((await api.ask(VIEWER, {}, { token: forged })).data).toBeNull();
    expect((await api.ask(VIEWER, {}, { token })).data).not.toBeNull();
  });
});
