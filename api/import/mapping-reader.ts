import type { Issue } from "../../schema/kernel/errors.ts";
import type { Value } from "./kinds/kind.ts";
import type { Mapping } from "./mapping.ts";
import { readFormat } from "./mapping-format.ts";
import { EXPECTED, isObject, isTexts, MappingIssues, type Json } from "./mapping-issues.ts";
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
/** Reads one mapping and gathers everything that is wrong with it. */
export class MappingReader {
  readonly #issues = new MappingIssues();
  readonly #json: unknown;
  readonly #timeZone: string;
  #used = new Set<string>();

  constructor(json: unknown, timeZone: string) {
    this.#json = json;
    this.#timeZone = timeZone;
  }

  get issues(): readonly Issue[] {
    return this.#issues.issues;
  }

  /** The mapping, or undefined where `issues` says why not. */
  read(): Mapping | undefined {
    if (!isObject(this.#json)) {
      this.#issues.report("", EXPECTED.object, "WRONG_TYPE");
      return undefined;
    }
    const json = this.#json;
    for (const name of Object.keys(json)) {
      if (!MEMBERS.some((member) => member === name)) this.#issues.unknown(name, name, MEMBERS);
    }
    const target = this.#target(json);
    const source = this.#issues.text(json, "source", 64);
    const format = readFormat(json, this.#issues);
    if (!target) return undefined;

    const columns = this.#columns(json, target, format.header);
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
      ...format,
    };
  }

  #target(json: Json): Target | undefined {
    const name = json["entity"];
    if (typeof name !== "string") {
      this.#issues.report("entity", EXPECTED.text, "REQUIRED");
      return undefined;
    }
    if (Object.hasOwn(TARGETS, name)) return TARGETS[name];
    this.#issues.unknown("entity", name, Object.keys(TARGETS));
    return undefined;
  }

  #columns(json: Json, target: Target, header: boolean): Map<string, readonly string[]> {
    const columns = new Map<string, readonly string[]>();
    const given = json["columns"];
    if (!isObject(given) || Object.keys(given).length === 0) {
      this.#issues.report("columns", EXPECTED.object, "REQUIRED");
      return columns;
    }
    for (const [column, value] of Object.entries(given)) {
      const at = `columns.${column}`;
      const paths = typeof value === "string" ? [value] : value;
      if (!isTexts(paths) || paths.length === 0) {
        this.#issues.report(at, EXPECTED.paths, "WRONG_TYPE");
        continue;
      }
      if (!header && !/^[1-9]\d{0,3}$/.test(column)) {
        this.#issues.report(
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
    if (!placeOf(target, path)) this.#issues.unknown(at, path, pathsOf(target));
    else if (this.#used.has(path)) {
      this.#issues.report(
        at,
        { zh: `${path} 已由另一列填写`, en: `${path} is filled by another column already` },
        "DUPLICATE_PATH",
      );
    } else this.#used.add(path);
  }

  #values(json: Json, target: Target): Map<string, ReadonlyMap<string, Value>> {
    const values = new Map<string, ReadonlyMap<string, Value>>();
    for (const [path, given] of this.#issues.members(json, "values")) {
      const at = `values.${path}`;
      if (!placeOf(target, path)) {
        this.#issues.unknown(at, path, pathsOf(target));
      } else if (!this.#used.has(path)) {
        this.#issues.report(
          at,
          { zh: "没有列填写此字段", en: "no column fills this field" },
          "UNUSED",
        );
      } else if (isObject(given)) {
        const read = new Map<string, Value>();
        for (const [text, value] of Object.entries(given)) {
          read.set(text, this.#value(target, path, `${at}.${text}`, value));
        }
        values.set(path, read);
      } else this.#issues.report(at, EXPECTED.object, "WRONG_TYPE");
    }
    return values;
  }

  #defaults(json: Json, target: Target): Map<string, Value> {
    const defaults = new Map<string, Value>();
    for (const [path, value] of this.#issues.members(json, "defaults")) {
      const at = `defaults.${path}`;
      if (placeOf(target, path)) defaults.set(path, this.#value(target, path, at, value));
      else this.#issues.unknown(at, path, pathsOf(target));
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
      this.#issues.report(at, EXPECTED.scalar, "WRONG_TYPE");
      return null;
    }
    const context = { timeZone: this.#timeZone, dateFormat: undefined };
    const read = kind.read(String(text), caption, context);
    if ("value" in read) return read.value;
    this.#issues.issues.push({ path: at, ...read.fault });
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
      if (typeof given === "string") this.#issues.unknown("matchBy", given, keys);
      else this.#issues.report("matchBy", EXPECTED.text, "REQUIRED");
      return undefined;
    }
    const match = target.matchBy[matchBy];
    if (!match) return undefined;
    if (!this.#used.has(match.path) && !this.#used.has(matchBy)) {
      this.#issues.report(
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
    const given = this.#issues.texts(json, "createMissing") ?? [];
    const creatable = Object.entries(target.relations)
      .filter(([, relation]) => relation.creatable)
      .map(([name]) => name);
    given.forEach((name, index) => {
      if (!creatable.includes(name))
        this.#issues.unknown(`createMissing[${index}]`, name, creatable);
    });
    return new Set(given);
  }

  #needsSource(target: Target, source: string | undefined, matchBy: string | undefined): void {
    const keyed = [...this.#used].some((path) => path.split(".").at(-1) === "externalKey");
    const needed = matchBy === "externalKey" || keyed || target.entity === "product";
    if (!needed || source !== undefined || "source" in (this.#json as Json)) return;
    this.#issues.report(
      "source",
      {
        zh: "使用外部编号时必须写明来源系统",
        en: "must name the system whose external keys the file carries",
      },
      "REQUIRED",
    );
  }
}
