import { ENCODING_NAMES, encodingNamed } from "./encodings.ts";
import { compileDateFormat } from "./kinds/date-format.ts";
import type { Mapping } from "./mapping.ts";
import { EXPECTED, type Json, type MappingIssues } from "./mapping-issues.ts";

/** How the file is written: what a mapping may say, and the reader otherwise finds out. */
export type FileFormat = Pick<
  Mapping,
  "nulls" | "dateFormat" | "encoding" | "delimiter" | "header"
>;

export function readFormat(json: Json, issues: MappingIssues): FileFormat {
  return {
    nulls: new Set(issues.texts(json, "nulls") ?? [""]),
    dateFormat: dateFormat(json, issues),
    encoding: encoding(json, issues),
    delimiter: delimiter(json, issues),
    header: header(json, issues),
  };
}

function dateFormat(json: Json, issues: MappingIssues): FileFormat["dateFormat"] {
  const pattern = issues.text(json, "dateFormat", 50);
  if (pattern === undefined) return undefined;
  const format = compileDateFormat(pattern);
  if (!format) {
    const text = {
      zh: "须含 yyyy、MM 或 M、dd 或 d，可含 HH、mm、ss",
      en: "must name yyyy, MM or M, dd or d once each, and may name HH, mm and ss",
    };
    issues.report("dateFormat", text, "WRONG_FORMAT");
  }
  return format;
}

function encoding(json: Json, issues: MappingIssues): FileFormat["encoding"] {
  const name = issues.text(json, "encoding", 50);
  if (name === undefined) return undefined;
  const known = encodingNamed(name);
  if (!known) issues.unknown("encoding", name, ENCODING_NAMES);
  return known;
}

function delimiter(json: Json, issues: MappingIssues): string | undefined {
  const given = json["delimiter"];
  if (given === undefined || given === null) return undefined;
  const character = given === "TAB" ? "\t" : given;
  if (typeof character === "string" && /^[^"\r\n]$/.test(character)) return character;
  const text = { zh: "应为单个字符或 TAB", en: "must be one character, or TAB" };
  issues.report("delimiter", text, "WRONG_FORMAT");
  return undefined;
}

function header(json: Json, issues: MappingIssues): boolean {
  const given = json["header"];
  if (given !== undefined && typeof given !== "boolean") {
    issues.report("header", EXPECTED.flag, "WRONG_TYPE");
  }
  return given !== false;
}
