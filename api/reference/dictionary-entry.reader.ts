import { sql } from "kysely";
import type { Issue } from "../../schema/kernel/errors.ts";
import type { DICTIONARY_TYPES } from "../../schema/reference/dictionary-entry.entity.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { isUuid } from "../lists/uuid.ts";

type Type = (typeof DICTIONARY_TYPES)[number];

const NOT_AN_ENTRY = { zh: "字典中没有此项或已停用", en: "is no enabled entry of the dictionary" };

/** A fault where an id names no enabled entry of a type. */
export async function entryIssues(tx: Em, type: Type, id: string, path: string): Promise<Issue[]> {
  if (isUuid(id)) {
    const { rows } = await sql`select from crm.dictionary_entry
      where type = ${type} and id = ${id}::uuid and enabled`.execute(plain(tx));
    if (rows.length > 0) return [];
  }
  return [{ path, text: NOT_AN_ENTRY, code: "NOT_IN_DICTIONARY" }];
}

/** A fault where a text is no enabled code of a type. */
export async function codeIssues(tx: Em, type: Type, code: string, path: string): Promise<Issue[]> {
  const { rows } = await sql`select from crm.dictionary_entry
    where type = ${type} and code = ${code} and enabled`.execute(plain(tx));
  return rows.length > 0 ? [] : [{ path, text: NOT_AN_ENTRY, code: "NOT_IN_DICTIONARY" }];
}
