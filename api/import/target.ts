import type { Resource } from "../../schema/access/permissions.ts";
import type { Locale, Text } from "../../schema/kernel/text.ts";
import type { Kind, Value } from "./kinds/kind.ts";
import type { LookupName } from "./lookups.ts";

/** A value that stands in the row itself. */
export interface Field {
  readonly caption: Text;
  readonly kind: Kind;
  /** Column of the target's table; absent where the target's own writer deals with the value. */
  readonly column?: string;
  /** Needed to create a record, and never emptied by an update. */
  readonly required?: true;
  /** What a new record has where the file says nothing; such a value is never emptied either. */
  readonly fallback?: (company: Company) => Value;
}

/** What the company's settings say of values that a file leaves open. */
export interface Company {
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: Locale;
  /** The moment of the import, ISO 8601. */
  readonly now: string;
}

/** Another record that the row names by a key of it. */
export interface Relation {
  readonly caption: Text;
  readonly lookup: LookupName;
  /** Field path in a mapping → key of the other record. */
  readonly paths: Readonly<Record<string, string>>;
  /** How the key is read. */
  readonly kind: Kind;
  /** Column that takes the id of the other record; absent where the target's own writer deals with it. */
  readonly column?: string;
  /** What the column takes; the code of a dictionary entry where reports read the code itself. */
  readonly takes?: "id" | "key";
  readonly required?: true;
  /** The key of the record that a new row names where the file says nothing. */
  readonly fallback?: string;
  /** Names that are not known yet may be created, if the mapping says so under `createMissing`. */
  readonly creatable?: true;
  /** Names records of the same entity, which may stand further down in the same file. */
  readonly itself?: true;
}

/** How a row finds the record that it updates. */
export interface Match {
  /** Field path that carries the key. */
  readonly path: string;
  /** The key as compared, over `r.key`. */
  readonly normal: string;
  /** Whether a record `t` is the one of row `r`; `r` has the key and the columns of `within`. */
  readonly on: string;
  /** Columns that belong to the key: the customer of a contact, the type of a dictionary entry. */
  readonly within?: readonly string[];
  /** The product gives this key itself, so that a row with an unknown one cannot become a record. */
  readonly existingOnly?: true;
}

export type MatchKey = "externalKey" | "number" | "name" | "login" | "code" | "content";

/** What a kind of record takes from a file, and how its rows find their records. */
export interface Target {
  readonly entity: string;
  readonly caption: Text;
  readonly resource: Resource;
  readonly table: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly relations: Readonly<Record<string, Relation>>;
  readonly matchBy: Readonly<Partial<Record<MatchKey, Match>>>;
  /** The table of keys by which other systems know these records. */
  readonly externalKeys?: { readonly table: string; readonly column: string };
  /** Prefix of the readable number that new records get. */
  readonly numberPrefix?: string;
  /**
   * Lists of organisation and base data are often taken from files that repeat them row by row: a row that repeats an
   * earlier one exactly says nothing new. Business records stand once in a file.
   */
  readonly repeats: "allowed" | "refused";
  /** The relation that decides who owns a record. */
  readonly ownedThrough?: string;
  /** The record whose owner owns the rows, where they have none of their own by OWNERSHIP. */
  readonly partOf?: { readonly table: string; readonly column: string };
  /** False where rows carry no optimistic lock. */
  readonly versioned?: false;
  /** Columns of an existing record that decide what may still change, as `t.<column>`. */
  readonly watches: readonly string[];
}

/** All field paths of a target, those of relations included, in the order of declaration. */
export const pathsOf = (target: Target): string[] => [
  ...Object.keys(target.fields),
  ...Object.values(target.relations).flatMap((relation) => Object.keys(relation.paths)),
];

/** What stands behind a field path. */
export type Place =
  | { readonly kind: "field"; readonly name: string; readonly field: Field }
  | {
      readonly kind: "relation";
      readonly name: string;
      readonly key: string;
      readonly relation: Relation;
    };

export function placeOf(target: Target, path: string): Place | undefined {
  const field = Object.hasOwn(target.fields, path) ? target.fields[path] : undefined;
  if (field) return { kind: "field", name: path, field };
  for (const [name, relation] of Object.entries(target.relations)) {
    const key = Object.hasOwn(relation.paths, path) ? relation.paths[path] : undefined;
    if (key !== undefined) return { kind: "relation", name, key, relation };
  }
  return undefined;
}
