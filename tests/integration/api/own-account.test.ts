import { expect, test } from "vitest";
import { ADMIN, ownApi } from "../../support/api.ts";

const api = ownApi();
const CHANGE = "mutation ($locale: Locale!) { changeLocale(locale: $locale) { locale } }";
const RULES = `query ($input: PasswordRulesInput!) {
  passwordRules(input: $input) { code text met } }`;

interface Rule {
  readonly code: string;
  readonly text: string;
  readonly met: boolean;
}
const unmet = async (password: string, login?: string): Promise<string[]> => {
  const { data } = await api.ask<{ passwordRules: Rule[] }>(RULES, { input: { password, login } });
  return (data?.passwordRules ?? []).filter(({ met }) => !met).map(({ code }) => code);
};

test("one's language is kept in one's record, and told in the audit log once", async () => {
  const token = await api.signIn(ADMIN.login, ADMIN.password);
  for (const locale of ["EN", "EN"]) {
    const { data, errors } = await api.ask(CHANGE, { locale }, { token });
    expect(errors).toEqual([]);
    expect(data).toEqual({ changeLocale: { locale } });
  }
  const { data } = await api.ask("{ viewer { locale } }", {}, { token });
  expect(data).toEqual({ viewer: { locale: "EN" } });
  const entries = await api.database.sql(
    "crm_owner",
    "select before, after from crm.audit_entry where action = 'user:update'",
  );
  expect(entries).toEqual([
    { before: { locale: "zh-CN" }, after: { locale: "en", version: expect.any(Number) as number } },
  ]);
});

test("nobody's language is changed without a session", async () => {
  const { errors } = await api.ask(CHANGE, { locale: "EN" });
  expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
});

test("a password that is thought of is judged as when it is set, to anybody", async () => {
  expect(await unmet("")).toEqual(["PASSWORD_LENGTH", "PASSWORD_WEAK", "PASSWORD_COMMON"]);
  expect(await unmet("PassWord2026!")).toEqual(["PASSWORD_COMMON"]);
  expect(await unmet("the wanda papers", "Wanda")).toEqual(["PASSWORD_WEAK"]);
  expect(await unmet("the wanda papers")).toEqual([]);
});

test("the rules are told in the language of the reader", async () => {
  const tell = async (locale: string) => {
    const input = { password: "", login: ADMIN.login };
    const { data } = await api.ask<{ passwordRules: Rule[] }>(
      RULES,
      { input },
      {
        headers: { "accept-language": locale },
      },
    );
    return data?.passwordRules.map(({ text }) => text).join();
  };
  expect(await tell("en")).toMatch(/characters/);
  expect(await tell("zh-CN")).toMatch(/字符/);
});
