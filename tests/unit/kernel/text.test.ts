import { expect, test } from "vitest";
import { nearestNames } from "../../../schema/kernel/nearest.ts";
import { deriveSecret } from "../../../schema/kernel/secrets.ts";
import { fill, preferredLocale } from "../../../schema/kernel/text.ts";

test("values take their places in both languages, a missing one stays visible", () => {
  expect(fill({ zh: "第 {line} 行", en: "line {line}, {column}" }, { line: 3 })).toEqual({
    zh: "第 3 行",
    en: "line 3, {column}",
  });
});

test("the best supported language of the header is taken", () => {
  expect(preferredLocale("fr, en;q=0.5, zh-TW;q=0.9", "en")).toBe("zh-CN");
  expect(preferredLocale("en-GB,zh;q=0.1", "zh-CN")).toBe("en");
  expect(preferredLocale("fr", "zh-CN")).toBe("zh-CN");
  expect(preferredLocale("zh;q=0, en;q=0.1", "zh-CN")).toBe("en");
  expect(preferredLocale(undefined, "en")).toBe("en");
});

test("a slip of the pen finds its name, nonsense finds none", () => {
  const names = ["wonAmount", "wonCount", "winRate", "openAmount"];
  expect(nearestNames("wonAmuont", names)[0]).toBe("wonAmount");
  expect(nearestNames("winrate", names)[0]).toBe("winRate");
  expect(nearestNames("zzzzzzzz", names)).toEqual([]);
});

test("each purpose has a secret of its own, always the same", () => {
  const secret = "a".repeat(32);
  expect(deriveSecret(secret, "access-token")).toBe(deriveSecret(secret, "access-token"));
  expect(deriveSecret(secret, "access-token")).not.toBe(deriveSecret(secret, "postgres:crm_app"));
});
