import type { Issue } from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import type { Text } from "../../schema/kernel/text.ts";

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

export const EXPECTED = {
  text: { zh: "应为文本", en: "must be a text" },
  object: { zh: "应为对象", en: "must be an object" },
  texts: { zh: "应为文本数组", en: "must be a list of texts" },
  paths: { zh: "应为字段路径或字段路径数组", en: "must be a field path or a list of them" },
  flag: { zh: "应为 true 或 false", en: "must be true or false" },
  scalar: { zh: "应为文本、数字、布尔值或 null", en: "must be a text, number, boolean or null" },
} as const satisfies Record<string, Text>;

/** Gathers what is wrong with a mapping, and reads its members with that in mind. */
export class MappingIssues {
  readonly issues: Issue[] = [];

  report(path: string, text: Text, code: string): void {
    this.issues.push({ path, text, code });
  }

  unknown(path: string, name: string, valid: readonly string[]): void {
    const nearest = nearestNames(name, valid);
    const known = nearest.length > 0 ? nearest : valid;
    const says = nearest.length > 0 ? "did you mean" : "known are";
    this.issues.push({
      path,
      code: "UNKNOWN_NAME",
      text: {
        zh: `未知名称 ${name}，可用：${known.join("、")}`,
        en: `${name} is not known here; ${says} ${known.join(", ")}`,
      },
      suggestions: nearest,
    });
  }

  /** A text that is not blank. */
  text(json: Json, member: string, max: number): string | undefined {
    const given = json[member];
    if (given === undefined || given === null) return undefined;
    if (typeof given === "string" && given.trim() !== "" && given.length <= max) return given;
    this.report(member, EXPECTED.text, "WRONG_TYPE");
    return undefined;
  }

  texts(json: Json, member: string): readonly string[] | undefined {
    const given = json[member];
    if (given === undefined) return undefined;
    if (isTexts(given)) return given;
    this.report(member, EXPECTED.texts, "WRONG_TYPE");
    return undefined;
  }

  members(json: Json, member: string): [string, unknown][] {
    const given = json[member];
    if (given === undefined) return [];
    if (isObject(given)) return Object.entries(given);
    this.report(member, EXPECTED.object, "WRONG_TYPE");
    return [];
  }
}
