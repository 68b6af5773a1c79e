import type { Issue } from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import type { Text } from "../../schema/kernel/text.ts";
import { ENCODING_NAMES, encodingNamed } from "./encodings.ts";
import { compileDateFormat, type DateFormat } from "./kinds/date-format.ts";
import type { Value } from "./kinds/kind.ts";
import type { Mapping } from "./mapping.ts";
import { pathsOf, placeOf, type Match, type MatchKey, type Target } from "./target.ts";
import { TARGETS } from "./targets/list.ts";

const MEMBERS = [
  "entity",
  "source",
  "matchBy",
  "columns",
  "values",
  "defaults",
  "createMissing",
  "nulls",
  "dateFormat",
  "encoding",
  "delimiter",
  "header",
] as const;
type Member = (typeof MEMBERS)[number];
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const EXPECTED = {
  text: { zh: "应为文本", en: "must be a text" },
  object: { zh: "应为对象", en: "must be an object" },
  texts: { zh: "应为文本数组", en: "must be a list of texts" },
  paths: { zh: "应为字段路径或字段路径数组", en: "must be a field path or a list of them" },
  flag: { zh: "应为 true 或 false", en: "must be true or false" },
  scalar: { zh: "应为文本、数字、布尔值或 null", en: "must be a text, number, boolean or null" },
} as const satisfies Record<string, Text>;

/** Reads one mapping and gathers everything that is wrong with it. */
export class MappingReader {
  readonly issues: Issue[] = [];
  readonly #json: unknown;
  readonly #timeZone: string;
  #used = new Set<string>();

  constructor(json: unknown, timeZone: string) {
    this.#json = json;
    this.#timeZone = timeZone;
  }

  /** The mapping, or undefined where `issues` says why not. */
  read(): Mapping | undefined {
    if (!isObject(this.#json)) {
      this.#report("", EXPECTED.object, "WRONG_TYPE");
      return undefined;
    }
    const json = this.#json;
    for (const name of Object.keys(json)) {
      if (!MEMBERS.some((member) => member === name)) this.#unknown(name, name, MEMBERS);
    }
    const target = this.#target(json);
    const source = this.#text(json, "source", 64);
    const dateFormat = this.#dateFormat(json);
    const encoding = this.#encoding(json);
    const delimiter = this.#delimiter(json);
    const nulls = this.#texts(json, "nulls") ?? [""];
    const header = this.#header(json);
    if (!target) return undefined;

    const columns = this.#columns(json, target, header);
    const values = this.#values(json, target);
    const defaults = this.#defaults(json, target);
    const found = this.#matchBy(json, target);
    const createMissing = this.#createMissing(json, target);
    this.#needsSource(target, source, found?.matchBy);
    if (this.issues.length > 0 || !found) return undefined;
    return {
      target,
      source,
      ...found,
      columns,
      values,
      defaults,
      createMissing,
      nulls: new Set(nulls),
      dateFormat,
      encoding,
      delimiter,
      header,
    };
  }

  #target(json: Json): Target | undefined {
    const name = json["entity"];
    if (typeof name !== "string") {
      this.#report("entity", EXPECTED.text, "REQUIRED");
      return undefined;
    }
    if (Object.hasOwn(TARGETS, name)) return TARGETS[name];
    this.#unknown("entity", name, Object.keys(TARGETS));
    return undefined;
  }

  #columns(json: Json, target: Target, header: boolean): Map<string, readonly string[]> {
    const columns = new Map<string, readonly string[]>();
    const given = json["columns"];
    if (!isObject(given) || Object.keys(given).length === 0) {
      this.#report("columns", EXPECTED.object, "REQUIRED");
      return columns;
    }
    for (const [column, value] of Object.entries(given)) {
      const at = `columns.${column}`;
      const paths = typeof value === "string" ? [value] : value;
      if (!isTexts(paths) || paths.length === 0) {
        this.#report(at, EXPECTED.paths, "WRONG_TYPE");
        continue;
      }
      if (!header && !/^[1-9]\d{0,3}$/.test(column)) {
        this.#report(
          at,
          {
            zh: "没有表头时，列名为 1、2、3……",
            en: "without a header, columns are named 1, 2, 3 …",
          },
          "UNKNOWN_COLUMN",
        );
      }
      for (const path of paths) this.#column(target, at, path);
      columns.set(column, paths);
    }
    return columns;
  }

  #column(target: Target, at: string, path: string): void {
    if (!placeOf(target, path)) this.#unknown(at, path, pathsOf(target));
    else if (this.#used.has(path)) {
      this.#report(
        at,
        { zh: `${path} 已由另一列填写`, en: `${path} is filled by another column already` },
        "DUPLICATE_PATH",
      );
    } else this.#used.add(path);
  }

  #values(json: Json, target: Target): Map<string, ReadonlyMap<string, Value>> {
    const values = new Map<string, ReadonlyMap<string, Value>>();
    for (const [path, given] of this.#members(json, "values")) {
      const at = `values.${path}`;
      if (!placeOf(target, path)) {
        this.#unknown(at, path, pathsOf(target));
      } else if (!this.#used.has(path)) {
        this.#report(at, { zh: "没有列填写此字段", en: "no column fills this field" }, "UNUSED");
      } else if (isObject(given)) {
        const read = new Map<string, Value>();
        for (const [text, value] of Object.entries(given)) {
          read.set(text, this.#value(target, path, `${at}.${text}`, value));
        }
        values.set(path, read);
      } else this.#report(at, EXPECTED.object, "WRONG_TYPE");
    }
    return values;
  }

  #defaults(json: Json, target: Target): Map<string, Value> {
    const defaults = new Map<string, Value>();
    for (const [path, value] of this.#members(json, "defaults")) {
      const at = `defaults.${path}`;
      if (placeOf(target, path)) defaults.set(path, this.#value(target, path, at, value));
      else this.#unknown(at, path, pathsOf(target));
    }
    return defaults;
  }

  /** A value written in the mapping itself; dates are always written with the year first there. */
  #value(target: Target, path: string, at: string, value: unknown): Value {
    const place = placeOf(target, path);
    if (!place || value === null || value === "") return null;
    const { kind, caption } = place.kind === "field" ? place.field : place.relation;
    const text = isTexts(value) ? value.join(";") : value;
    if (typeof text !== "string" && typeof text !== "number" && typeof text !== "boolean") {
      this.#report(at, EXPECTED.scalar, "WRONG_TYPE");
      return null;
    }
    const context = { timeZone: this.#timeZone, dateFormat: undefined };
    const read = kind.read(String(text), caption, context);
    if ("value" in read) return read.value;
    this.issues.push({ path: at, ...read.fault });
    return null;
  }

  #matchBy(
    json: Json,
    target: Target,
  ): { readonly matchBy: MatchKey; readonly match: Match } | undefined {
    const keys = Object.keys(target.matchBy) as MatchKey[];
    const [only] = keys;
    const given = json["matchBy"] ?? (keys.length === 1 ? only : undefined);
    const matchBy = keys.find((key) => key === given);
    if (matchBy === undefined) {
      if (typeof given === "string") this.#unknown("matchBy", given, keys);
      else this.#report("matchBy", EXPECTED.text, "REQUIRED", keys);
      return undefined;
    }
    const match = target.matchBy[matchBy];
    if (!match) return undefined;
    if (!this.#used.has(match.path) && !this.#used.has(matchBy)) {
      this.#report(
        "matchBy",
        {
          zh: `匹配字段 ${match.path} 没有对应的列`,
          en: `no column fills ${match.path}, by which rows are matched`,
        },
        "REQUIRED",
      );
    }
    return { matchBy, match: this.#used.has(match.path) ? match : { ...match, path: matchBy } };
  }

  #createMissing(json: Json, target: Target): Set<string> {
    const given = this.#texts(json, "createMissing") ?? [];
    const creatable = Object.entries(target.relations)
      .filter(([, relation]) => relation.creatable)
      .map(([name]) => name);
    given.forEach((name, index) => {
      if (!creatable.includes(name)) this.#unknown(`createMissing[${index}]`, name, creatable);
    });
    return new Set(given);
  }

  #needsSource(target: Target, source: string | undefined, matchBy: string | undefined): void {
    const keyed = [...this.#used].some((path) => path.split(".").at(-1) === "externalKey");
    const needed = matchBy === "externalKey" || keyed || target.entity === "product";
    if (!needed || source !== undefined || "source" in (this.#json as Json)) return;
    this.#report(
      "source",
      {
        zh: "使用外部编号时必须写明来源系统",
        en: "must name the system whose external keys the file carries",
      },
      "REQUIRED",
    );
  }

  #dateFormat(json: Json): DateFormat | undefined {
    const pattern = this.#text(json, "dateFormat", 50);
    if (pattern === undefined) return undefined;
    const format = compileDateFormat(pattern);
    if (!format) {
      this.#report(
        "dateFormat",
        {
          zh: "须含 yyyy、MM 或 M、dd 或 d，可含 HH、mm、ss",
          en: "must name yyyy, MM or M, dd or d once each, and may name HH, mm and ss",
        },
        "WRONG_FORMAT",
      );
    }
    return format;
  }

  #encoding(json: Json): Mapping["encoding"] {
    const name = this.#text(json, "encoding", 50);
    if (name === undefined) return undefined;
    const encoding = encodingNamed(name);
    if (!encoding) this.#unknown("encoding", name, ENCODING_NAMES);
    return encoding;
  }

  #delimiter(json: Json): string | undefined {
    const given = this.#text(json, "delimiter", 3);
    if (given === undefined) return undefined;
    const delimiter = given.toUpperCase() === "TAB" ? "\t" : given;
    if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
    this.#report(
      "delimiter",
      { zh: "应为单个字符或 TAB", en: "must be one character, or TAB" },
      "WRONG_FORMAT",
    );
    return undefined;
  }

  #header(json: Json): boolean {
    const given = json["header"];
    if (given !== undefined && typeof given !== "boolean") {
      this.#report("header", EXPECTED.flag, "WRONG_TYPE");
    }
    return given !== false;
  }

  #text(json: Json, member: Member, max: number): string | undefined {
    const given = json[member];
    if (given === undefined || given === null) return undefined;
    if (typeof given === "string" && given.trim() !== "" && given.length <= max) return given;
    // A lone blank is a delimiter, though it is no name.
    if (member === "delimiter" && typeof given === "string" && given !== "") return given;
    this.#report(member, EXPECTED.text, "WRONG_TYPE");
    return undefined;
  }

  #texts(json: Json, member: Member): readonly string[] | undefined {
    const given = json[member];
    if (given === undefined) return undefined;
    if (isTexts(given)) return given;
    this.#report(member, EXPECTED.texts, "WRONG_TYPE");
    return undefined;
  }

  #members(json: Json, member: Member): [string, unknown][] {
    const given = json[member];
    if (given === undefined) return [];
    if (isObject(given)) return Object.entries(given);
    this.#report(member, EXPECTED.object, "WRONG_TYPE");
    return [];
  }

  #report(path: string, text: Text, code: string, suggestions: readonly string[] = []): void {
    this.issues.push({ path, text, code, ...(suggestions.length > 0 ? { suggestions } : {}) });
  }

  #unknown(path: string, name: string, valid: readonly string[]): void {
    const nearest = nearestNames(name, valid);
    const known = nearest.length > 0 ? nearest : valid;
    this.issues.push({
      path,
      code: "UNKNOWN_NAME",
      text: {
        zh: `未知名称 ${name}，可用：${known.join("、")}`,
        en: `${name} is not known here; ${nearest.length > 0 ? "did you mean" : "known are"} ${known.join(", ")}`,
      },
      suggestions: nearest,
    });
  }
}
