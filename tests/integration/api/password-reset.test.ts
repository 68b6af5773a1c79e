import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { passwordResetTasks } from "../../../api/access/password-reset.job.ts";
import { startJobRunner, type JobRunner } from "../../../api/job-runner.ts";
import { openMailer, type Mailer } from "../../../api/mail/mailer.ts";
import type { Clock } from "../../../schema/kernel/clock.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import { ownApi, type Answer } from "../../support/api.ts";
import { catchMails, textOf } from "../../support/mail-catcher.ts";
import { addUser } from "../../support/users.ts";

let present = Date.parse("2026-03-01T08:00:00Z");
const clock: Clock = { now: () => new Date(present) };
const mails = await catchMails();
const api = ownApi({
  clock,
  environment: { SMTP_URL: mails.url, SMTP_FROM: "CRM <crm@example.com>" },
});
let mailer: Mailer | undefined;
let runner: JobRunner | undefined;

const WANDA = { login: "wanda", password: "tram velvet canyon", email: "wanda@example.com" };
const CHEN = { login: "chen", password: "tram velvet canyon", email: "chen@example.com" };
const NEXT = "another good horse";
const REQUEST = "mutation ($who: String!) { requestPasswordReset(loginOrEmail: $who) }";
const RESET = "mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }";

const codeOf = (answer: Answer): string | undefined => answer.errors[0]?.extensions.code;
const request = (who: string) => api.ask(REQUEST, { who });
const reset = (token: string, password = NEXT) =>
  api.ask(RESET, { input: { token, new: password } });
const tokenIn = (mail: string): string => /reset-password#([\w-]+)/.exec(textOf(mail))?.[1] ?? "";
async function mailedToken(who = WANDA.login): Promise<string> {
  await request(who);
  return tokenIn(await mails.next());
}

beforeAll(async () => {
  await addUser(api.database, { ...WANDA, roles: ["ACCOUNT_MANAGER"], locale: "en" });
  await addUser(api.database, { ...CHEN, roles: ["ACCOUNT_MANAGER"], locale: "zh-CN" });
  await addUser(api.database, {
    ...WANDA,
    login: "left",
    email: "left@example.com",
    roles: [],
    active: false,
  });
  mailer = openMailer(api.config);
  if (!mailer) throw new Error("no mailer");
  const { orm, server, name } = api.database;
  const publicUrl = "https://crm.example.com";
  const tasks = passwordResetTasks({ orm, mailer, clock, publicUrl });
  const database = {
    server,
    name,
    location: "",
    migrated: [],
    close: () => Promise.resolve(),
  };
  runner = await startJobRunner(database, tasks, createLog("silent"));
});
afterAll(async () => {
  await runner?.stop();
  await mailer?.close();
  await mails.close();
});
beforeEach(async () => {
  await api.database.sql("crm_owner", "delete from crm.sign_in_throttle");
  await api.database.sql("crm_owner", "delete from crm.password_reset");
});

test("a mail in the user's language brings a link that sets a new password", async () => {
  await request("WANDA");
  const mail = await mails.next();
  expect(mail).toMatch(/^To: wanda@example\.com/m);
  expect(mail).toMatch(/^From: CRM <crm@example\.com>/m);
  expect(mail).toMatch(/^Subject: Reset your CRM password/m);
  expect(textOf(mail)).toContain("https://crm.example.com/reset-password#");
  await request(CHEN.email);
  expect(textOf(await mails.next())).toContain("重置登录名“chen”的密码");

  const before = await api.signIn(WANDA.login, WANDA.password);
  expect((await reset(tokenIn(mail))).data).toEqual({ resetPassword: true });
  expect(codeOf(await api.ask("{ viewer { id } }", {}, { token: before }))).toBe("UNAUTHENTICATED");
  await expect(api.signIn(WANDA.login, WANDA.password)).rejects.toThrow("cannot sign in");
  expect(await api.signIn(WANDA.login, NEXT)).not.toBe("");
  expect((await reset(await mailedToken(), WANDA.password)).errors).toEqual([]);
});

test("a link works once, for half an hour, and a newer one takes its place", async () => {
  const used = await mailedToken();
  expect((await reset(used, WANDA.password)).errors).toEqual([]);
  expect(codeOf(await reset(used))).toBe("INVALID_INPUT");
  const replaced = await mailedToken();
  const late = await mailedToken();
  expect(codeOf(await reset(replaced))).toBe("INVALID_INPUT");
  present += 31 * 60_000;
  expect(codeOf(await reset(late))).toBe("INVALID_INPUT");
  expect(codeOf(await reset(""))).toBe("INVALID_INPUT");
});

test("one link used twice at the same time works once", async () => {
  const token = await mailedToken();
  const answers = await Promise.all([1, 2].map(() => reset(token, WANDA.password)));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
});

test("a link tells whose it is while it is good, and nothing to anybody else", async () => {
  const LINK = "query ($token: String!) { passwordResetLink(token: $token) { login expiresAt } }";
  const open = async (token: string) =>
    (await api.ask(LINK, { token })).data?.["passwordResetLink"];
  const token = await mailedToken();
  expect(await open(token)).toEqual({
    login: WANDA.login,
    expiresAt: new Date(present + 30 * 60_000).toISOString(),
  });
  expect(await open(`${token}x`)).toBeNull();
  present += 31 * 60_000;
  expect(await open(token)).toBeNull();
});

test("a password that is too easy is refused, and the link stays good", async () => {
  const token = await mailedToken();
  const refused = await reset(token, "wanda-wanda-1");
  expect(refused.errors[0]?.extensions.issues?.[0]?.path).toBe("input.new");
  expect((await reset(token, WANDA.password)).errors).toEqual([]);
});

test("asking for nobody, or for somebody who has left, is answered alike, and mails nobody", async () => {
  const known = await request(CHEN.login);
  await mails.next();
  for (const who of ["nobody", "left", "left@example.com", "", "x".repeat(3000)]) {
    expect((await request(who)).text).toBe(known.text);
  }
  // The queue is in order: once this mail is there, the others would be.
  await request(WANDA.login);
  expect(await mails.next()).toMatch(/^To: wanda@example\.com/m);
  expect(mails.waiting).toBe(0);
});

test("asking too often is delayed, and locks nobody out of signing in", async () => {
  const answers: (string | undefined)[] = [];
  for (let n = 0; n < 7; n++) answers.push(codeOf(await request("somebody")));
  expect(answers.filter((code) => code === "LIMIT_EXCEEDED")).toHaveLength(2);
  for (let n = 0; n < 7; n++) await request(CHEN.login);
  expect(await api.signIn(CHEN.login, CHEN.password)).not.toBe("");
});

test("the token stands in no table", async () => {
  const token = await mailedToken();
  const tables = await api.database.sql<{ name: string }>(
    "superuser",
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('crm', 'graphile_worker')",
  );
  for (const { name } of tables) {
    const found = await api.database.sql(
      "superuser",
      `select 1 from ${name} as t where strpos(to_jsonb(t)::text, $1) > 0`,
      [token],
    );
    expect(found, name).toEqual([]);
  }
});
