import { describe, expect, it } from "vitest";
import { administration as administrationEn } from "../../../dashboards/src/i18n/administration.en.ts";
import { administration as administrationZh } from "../../../dashboards/src/i18n/administration.zh.ts";
import { account as accountEn } from "../../../dashboards/src/i18n/account.en.ts";
import { account as accountZh } from "../../../dashboards/src/i18n/account.zh.ts";
import { en } from "../../../dashboards/src/i18n/en.ts";
import { zh } from "../../../dashboards/src/i18n/zh.ts";

interface Branch {
  readonly [key: string]: Branch | string;
}

const leaves = (branch: Branch, path = ""): Map<string, string> =>
  new Map(
    Object.entries(branch).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${path}${key}`, value]] : [...leaves(value, `${path}${key}.`)],
    ),
  );
const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name).toSorted();

describe("the texts of the web application", () => {
  const [chinese, english] = [
    leaves({ ...zh, ...administrationZh, ...accountZh }),
    leaves({ ...en, ...administrationEn, ...accountEn }),
  ];

  it("exist in both languages", () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  it("are never empty", () => {
    for (const text of [...chinese.values(), ...english.values()]) expect(text.trim()).not.toBe("");
  });

  it("have the same blanks to fill in both languages", () => {
    for (const [key, text] of chinese)
      expect([key, blanks(english.get(key) ?? "")]).toEqual([key, blanks(text)]);
  });

  it("hold no Chinese in the English ones", () => {
    for (const [key, text] of english)
      expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false]);
  });
});
