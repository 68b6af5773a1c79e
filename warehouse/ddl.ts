import { createHash } from "node:crypto";
import {
  COLUMN_KINDS,
  isRequired,
  NOT_APPLICABLE_KEY,
  UNKNOWN_KEY,
  type Column,
  type Table,
} from "./define.ts";

const createTable = (table: Table): string => {
  const columns = Object.entries(table.columns).map(
    ([name, { kind }]) => `${name} ${COLUMN_KINDS[kind]}${isRequired(kind) ? " not null" : ""}`,
  );
  return `create table if not exists ${table.name} (${columns.join(", ")})`;
};

/** People read these where a fact has no member; other languages come from the catalogue. */
const CAPTIONS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  [UNKNOWN_KEY]: { caption_zh: "未知", caption_en: "Unknown" },
  [NOT_APPLICABLE_KEY]: { caption_zh: "不适用", caption_en: "Not applicable" },
};

function reservedValue(key: number, name: string, { kind }: Column): string {
  const caption = CAPTIONS[key]?.[name];
  if (caption !== undefined) return `'${caption}'`;
  switch (kind) {
    case "surrogate":
    case "durable":
    case "dateKey":
    case "integer":
      return String(key);
    // Codes too, so that a level grouped by a code keeps the reserved members apart without a CASE.
    case "code":
      return `'${key}'`;
    case "flag":
      // The reserved members hold for ever, so they are found wherever current versions are.
      return name === "is_current" ? "true" : "false";
    case "instant":
      return name === "valid_to"
        ? "timestamptz '9999-12-31 00:00:00+00'"
        : "timestamptz '0001-01-01 00:00:00+00'";
    default:
      return "null";
  }
}

function reservedMember(table: Table, key: number): string {
  const columns = Object.entries(table.columns);
  const names = columns.map(([name]) => name).join(", ");
  const values = columns.map(([name, column]) => reservedValue(key, name, column)).join(", ");
  const [unique] = table.unique;
  return (
    `insert into ${table.name} (${names}) select ${values} ` +
    `where not exists (select 1 from ${table.name} where ${unique} = ${key})`
  );
}

/** Statements that bring an empty file, or one of the same declarations, into shape; safe to repeat. */
export const createStatements = (tables: readonly Table[]): string[] => [
  ...tables.map(createTable),
  ...tables
    .filter(({ role }) => role === "dimension")
    .flatMap((table) => [
      reservedMember(table, UNKNOWN_KEY),
      reservedMember(table, NOT_APPLICABLE_KEY),
    ]),
];

/** Changes with any change of shape; a file built for another hash has to be rebuilt. */
export const declarationsHash = (tables: readonly Table[]): string =>
  createHash("sha256").update(createStatements(tables).join(";\n")).digest("hex").slice(0, 16);
