import { expect, test } from "vitest";
import { Vault } from "../../../schema/kernel/vault.ts";

const vault = new Vault("x".repeat(32));
const sealed = vault.seal("totp", "wanda", "a secret");

test("what was sealed opens again, and never looks the same", () => {
  expect(vault.open("totp", "wanda", sealed)).toBe("a secret");
  expect(vault.seal("totp", "wanda", "a secret")).not.toBe(sealed);
  expect(vault.open("totp", "wanda", vault.seal("totp", "wanda", ""))).toBe("");
});

test.each([
  ["for another owner", () => vault.open("totp", "eva", sealed)],
  ["for another purpose", () => vault.open("mail", "wanda", sealed)],
  ["under another secret", () => new Vault("y".repeat(32)).open("totp", "wanda", sealed)],
  ["when a byte is changed", () => vault.open("totp", "wanda", `B${sealed.slice(1)}`)],
  ["when it is cut", () => vault.open("totp", "wanda", sealed.slice(0, -4))],
  ["when it is nothing", () => vault.open("totp", "wanda", "")],
])("it does not open %s", (_how, open) => {
  expect(open()).toBeUndefined();
});

test("a digest depends on the secret, the purpose and the owner", () => {
  const digest = vault.digest("code", "wanda", "ABC");
  expect(vault.digest("code", "wanda", "ABC")).toBe(digest);
  const others = [
    vault.digest("code", "eva", "ABC"),
    vault.digest("other", "wanda", "ABC"),
    new Vault("y".repeat(32)).digest("code", "wanda", "ABC"),
  ];
  expect(others).not.toContain(digest);
});
