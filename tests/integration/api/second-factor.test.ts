import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codeOf as totpCode, stepAt } from "../../../api/access/totp.ts";
import type { Clock } from "../../../schema/kernel/clock.ts";
import { ADMIN, ownApi, type Answer } from "../../support/api.ts";
import { addUser } from "../../support/users.ts";

let present = Date.parse("2026-03-01T08:00:00Z");
const clock: Clock = { now: () => new Date(present) };
const pass = (seconds: number): void => {
  present += seconds * 1000;
};

const api = ownApi({ clock });
const WANDA = { login: "wanda", password: "tram velvet canyon" };
let wandaId = "";

const SIGN_IN =
  "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken viewer { login } } }";
const ENROL =
  "mutation ($password: String!) { enrolTotp(input: { password: $password }) { secret uri } }";
const CONFIRM = "mutation ($code: String!) { confirmTotp(input: { code: $code }) }";
const DISABLE = "mutation ($input: DisableTotpInput!) { disableTotp(input: $input) }";
const RENEW = "mutation ($input: RenewRecoveryCodesInput!) { renewRecoveryCodes(input: $input) }";
const STATE = "{ secondFactor { enabled recoveryCodesLeft } }";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function fromBase32(text: string): Buffer {
  const bits = [...text].map((c) => BASE32.indexOf(c).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
const nowCode = (secret: string, steps = 0): string =>
  totpCode(fromBase32(secret), stepAt(clock.now()) + steps);

const codeOf = (answer: Answer): string | undefined => answer.errors[0]?.extensions.code;
const issueOf = (answer: Answer): string | undefined =>
  answer.errors[0]?.extensions.issues?.[0]?.code;
const signIn = (input: Record<string, string>) => api.ask(SIGN_IN, { input });
const tokenOf = (answer: Answer): string =>
  (answer.data?.["signIn"] as { accessToken: string } | undefined)?.accessToken ?? "none";
const forget = () => api.database.sql("crm_owner", "delete from crm.sign_in_throttle");

/** Sets an authenticator up for wanda, who has none. */
async function enrol(): Promise<{ token: string; secret: string; recovery: string[] }> {
  const token = tokenOf(await signIn(WANDA));
  const begun = await api.ask<{ enrolTotp: { secret: string } }>(
    ENROL,
    { password: WANDA.password },
    { token },
  );
  const secret = begun.data?.enrolTotp.secret ?? "";
  const confirmed = await api.ask<{ confirmTotp: string[] }>(
    CONFIRM,
    { code: nowCode(secret) },
    { token },
  );
  pass(30);
  return { token, secret, recovery: confirmed.data?.confirmTotp ?? [] };
}

beforeAll(async () => {
  wandaId = await addUser(api.database, { ...WANDA, roles: ["ACCOUNT_MANAGER"] });
});
beforeEach(async () => {
  await forget();
  await api.database.sql("crm_owner", "delete from crm.user_second_factor");
  await api.database.sql("crm_owner", "delete from crm.recovery_code");
  pass(3600);
});

describe("setting it up", () => {
  test("needs the password, and counts only once a code is confirmed", async () => {
    const token = tokenOf(await signIn(WANDA));
    expect(codeOf(await api.ask(ENROL, { password: "wrong" }, { token }))).toBe("INVALID_INPUT");
    const begun = await api.ask(ENROL, { password: WANDA.password }, { token });
    expect(begun.errors).toEqual([]);
    expect((await signIn(WANDA)).errors).toEqual([]);
    expect(codeOf(await api.ask(CONFIRM, { code: "000000" }, { token }))).toBe("INVALID_INPUT");
    expect((await api.ask(STATE, {}, { token })).data).toEqual({
      secondFactor: { enabled: false, recoveryCodesLeft: 0 },
    });
  });

  test("shows ten recovery codes; secret and codes are nowhere to be read in the database", async () => {
    const { token, secret, recovery } = await enrol();
    expect(recovery).toHaveLength(10);
    expect(new Set(recovery).size).toBe(10);
    expect((await api.ask(STATE, {}, { token })).data).toEqual({
      secondFactor: { enabled: true, recoveryCodesLeft: 10 },
    });
    const stored = JSON.stringify([
      await api.database.sql("crm_owner", "select * from crm.user_second_factor"),
      await api.database.sql("crm_owner", "select * from crm.recovery_code"),
      await api.database.sql("crm_owner", "select * from crm.audit_entry"),
    ]);
    const raw = fromBase32(secret);
    for (const text of [secret, raw.toString("base64url"), raw.toString("hex"), ...recovery]) {
      expect(stored).not.toContain(text);
    }
  });

  test("again is refused while it is set up", async () => {
    const { token } = await enrol();
    const again = await api.ask(ENROL, { password: WANDA.password }, { token });
    expect(codeOf(again)).toBe("CONFLICT");
  });
});

describe("signing in with it", () => {
  test("asks for the code, and only those who know the password", async () => {
    const { secret } = await enrol();
    const due = await signIn(WANDA);
    expect([codeOf(due), issueOf(due)]).toEqual(["UNAUTHENTICATED", "CODE_REQUIRED"]);
    const wrong = await signIn({ ...WANDA, password: "wrong password" });
    const unknown = await signIn({ ...WANDA, login: "nobody" });
    expect(wrong.text).toBe(unknown.text);
    expect((await signIn({ ...WANDA, code: nowCode(secret) })).errors).toEqual([]);
  });

  test("takes a code once, and none from before it", async () => {
    const { secret } = await enrol();
    expect((await signIn({ ...WANDA, code: nowCode(secret) })).errors).toEqual([]);
    for (const steps of [0, -1]) {
      const replayed = await signIn({ ...WANDA, code: nowCode(secret, steps) });
      expect(issueOf(replayed)).toBe("CODE_WRONG");
    }
    expect((await signIn({ ...WANDA, code: nowCode(secret, 1) })).errors).toEqual([]);
  });

  test("takes one code once, also when two come at the same time", async () => {
    const { secret } = await enrol();
    const code = nowCode(secret);
    const answers = await Promise.all([1, 2].map(() => signIn({ ...WANDA, code })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  test("the code that confirmed it is used up", async () => {
    const token = tokenOf(await signIn(WANDA));
    const begun = await api.ask<{ enrolTotp: { secret: string } }>(
      ENROL,
      { password: WANDA.password },
      { token },
    );
    const code = nowCode(begun.data?.enrolTotp.secret ?? "");
    await api.ask(CONFIRM, { code }, { token });
    expect(issueOf(await signIn({ ...WANDA, code }))).toBe("CODE_WRONG");
  });

  test("takes each recovery code once, however it is written", async () => {
    const { token, recovery } = await enrol();
    const [first = "", second = ""] = recovery;
    expect((await signIn({ ...WANDA, code: first })).errors).toEqual([]);
    expect(issueOf(await signIn({ ...WANDA, code: first }))).toBe("CODE_WRONG");
    const written = second.replace("-", " ").toLowerCase();
    expect((await signIn({ ...WANDA, code: written })).errors).toEqual([]);
    expect((await api.ask(STATE, {}, { token })).data).toMatchObject({
      secondFactor: { recoveryCodesLeft: 8 },
    });
  });

  test("guessing codes is delayed like guessing passwords, and asking for the code wins no time", async () => {
    await enrol();
    let checked = 0;
    for (let guess = 0; guess < 20; guess++) {
      const code = String(guess).padStart(6, "0");
      checked += issueOf(await signIn({ ...WANDA, code })) === "CODE_WRONG" ? 1 : 0;
      await signIn(WANDA);
    }
    expect(checked).toBeLessThanOrEqual(5);
    expect(codeOf(await signIn(WANDA))).toBe("LIMIT_EXCEEDED");
  });
});

describe("new recovery codes", () => {
  const renew = (token: string, input: Record<string, string>) =>
    api.ask<{ renewRecoveryCodes: string[] }>(RENEW, { input }, { token });

  test("need password and code, and take the place of the former ones", async () => {
    const { token, recovery } = await enrol();
    const [first = "", second = ""] = recovery;
    const refused = await renew(token, { password: WANDA.password, code: "000000" });
    expect(codeOf(refused)).toBe("INVALID_INPUT");
    expect(codeOf(await renew(token, { password: "wrong", code: first }))).toBe("INVALID_INPUT");
    const { data } = await renew(token, { password: WANDA.password, code: first });
    expect(data?.renewRecoveryCodes).toHaveLength(10);
    expect(issueOf(await signIn({ ...WANDA, code: second }))).toBe("CODE_WRONG");
    const code = data?.renewRecoveryCodes[0] ?? "";
    expect((await signIn({ ...WANDA, code })).errors).toEqual([]);
  });

  test("are for those only who have set up a second factor", async () => {
    const token = tokenOf(await signIn(WANDA));
    const refused = await renew(token, { password: WANDA.password, code: "000000" });
    expect(codeOf(refused)).toBe("INVALID_INPUT");
    expect((await api.ask(STATE, {}, { token })).data).toMatchObject({
      secondFactor: { recoveryCodesLeft: 0 },
    });
  });
});

describe("taking it away", () => {
  test("needs the password and a code", async () => {
    const { token, secret } = await enrol();
    const code = nowCode(secret);
    const disable = (input: Record<string, string>) => api.ask(DISABLE, { input }, { token });
    expect(codeOf(await disable({ password: "wrong", code }))).toBe("INVALID_INPUT");
    expect(codeOf(await disable({ password: WANDA.password, code: "000000" }))).toBe(
      "INVALID_INPUT",
    );
    expect(codeOf(await disable({ password: WANDA.password, code: "" }))).toBe("INVALID_INPUT");
    expect((await signIn(WANDA)).errors).not.toEqual([]);
    expect((await disable({ password: WANDA.password, code })).errors).toEqual([]);
    expect((await signIn(WANDA)).errors).toEqual([]);
  });

  test("is open to an administrator, for somebody who has lost it", async () => {
    const { token, recovery } = await enrol();
    const RESET = "mutation ($userId: ID!) { resetTotp(userId: $userId) }";
    const variables = { userId: wandaId };
    expect(codeOf(await api.ask(RESET, variables, { token }))).toBe("FORBIDDEN");
    const admin = tokenOf(await signIn(ADMIN));
    expect((await api.ask(RESET, variables, { token: admin })).errors).toEqual([]);
    expect(codeOf(await api.ask(RESET, variables, { token: admin }))).toBe("NOT_FOUND");
    expect((await signIn(WANDA)).errors).toEqual([]);
    await enrol();
    expect(issueOf(await signIn({ ...WANDA, code: recovery[0] ?? "" }))).toBe("CODE_WRONG");
    const entries = await api.database.sql(
      "crm_owner",
      "select distinct principal, action from crm.audit_entry where action like 'secondFactor:%' order by 2",
    );
    expect(entries).toContainEqual({ principal: "user:admin", action: "secondFactor:reset" });
  });
});
