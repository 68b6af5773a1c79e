import { createHash } from "node:crypto";
import { invalidInput } from "./errors.ts";

/** The most rows that one answer holds. */
export const MAX_PAGE = 200;

/** The values of the order's columns in the last row seen; null sorts where the database puts it. */
export type CursorValues = readonly (string | number | boolean | null)[];

/** A short fingerprint of what a cursor belongs to: the list, its filter and its order. */
export const cursorBinding = (...parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 12);

export const encodeCursor = (binding: string, values: CursorValues): string =>
  Buffer.from(JSON.stringify([binding, ...values])).toString("base64url");

/** The values of a cursor made for this very list, filter and order; any other is INVALID_INPUT. */
export function decodeCursor(binding: string, cursor: string, path = "after"): CursorValues {
  const values = parse(cursor);
  if (!values) {
    throw invalidInput([
      { path, text: { zh: "分页游标无法识别", en: "The cursor cannot be read" } },
    ]);
  }
  const [made, ...rest] = values;
  if (made !== binding) {
    throw invalidInput([
      {
        path,
        text: {
          zh: "分页游标属于另一个筛选或排序，请从第一页重新开始",
          en: "The cursor belongs to another filter or order; start again from the first page",
        },
      },
    ]);
  }
  return rest;
}

function parse(cursor: string): CursorValues | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const plain = (value: unknown): boolean => value === null || typeof value !== "object";
    return Array.isArray(values) && values.every(plain) ? (values as CursorValues) : undefined;
  } catch {
    return undefined;
  }
}
