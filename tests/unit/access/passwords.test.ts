import { expect, test } from "vitest";
import { hashPassword, passwordIssues, verifyPassword } from "../../../api/access/passwords.ts";

const codeOf = (password: string): string | undefined =>
  passwordIssues(password, "wanda", "password")[0]?.code;

test.each([
  ["short", "PASSWORD_LENGTH"],
  ["x".repeat(201), "PASSWORD_LENGTH"],
  ["my-Wanda-word", "PASSWORD_WEAK"],
  ["aaaabbbbaaaa", "PASSWORD_WEAK"],
  ["password", "PASSWORD_COMMON"],
  ["Baseball", "PASSWORD_COMMON"],
  ["PassWord2026!", "PASSWORD_COMMON"],
  ["1qaz2wsx", "PASSWORD_COMMON"],
])("%s is refused: %s", (password, code) => {
  expect(codeOf(password)).toBe(code);
});

test.each(["correct horse battery", "今天天气很好我们去公园", "q7-Tram-velvet", "x7Rk2mPq"])(
  "%s is taken",
  (password) => {
    expect(codeOf(password)).toBeUndefined();
  },
);

test("a hash is argon2id with 19 MiB, two passes and one lane", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  expect(await verifyPassword(hash, "correct horse battery")).toBe(true);
  expect(await verifyPassword(hash, "correct horse batterz")).toBe(false);
});

test("nobody's password fits the decoy", async () => {
  expect(await verifyPassword(undefined, "no such password")).toBe(false);
});
