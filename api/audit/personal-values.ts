import { sql } from "kysely";
import { seal, unseal, type PersonalKeyBytes } from "../../schema/audit/personal-keyring.ts";
import { keyringOf, plain, type Em } from "../../schema/orm.ts";

/** Values that say something about a person, by the resource of an entry. Each record is a person of its own. */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  contact: ["name", "sex", "position", "officePhone", "mobile", "email", "memo"],
  opportunity: ["contactName", "contactPhone"],
};

type Values = Readonly<Record<string, unknown>>;

/** What an entry says of a record, before and after. */
export interface Told {
  readonly recordId?: string | null;
  readonly before?: Values | null;
  readonly after?: Values | null;
}

/** How a sealed value stands in an entry: under the key of which person, bound to which field. */
interface Sealed {
  readonly $sealed: string;
  readonly of: string;
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === "object" && value !== null && "$sealed" in value && "of" in value;

/** Entries with their personal values sealed; the keys are made where there are none. Needs command mode. */
export async function sealPersonal<T extends Told>(
  tx: Em,
  resource: string,
  entries: readonly T[],
): Promise<readonly T[]> {
  const fields = PERSONAL[resource];
  if (!fields) return entries;
  const tells = ({ before, after }: Told): boolean =>
    fields.some((field) => (before?.[field] ?? after?.[field] ?? null) !== null);
  const subjects = entries.flatMap((entry) =>
    entry.recordId && tells(entry) ? [entry.recordId] : [],
  );
  if (subjects.length === 0) return entries;
  const keys = await keysOf(tx, [...new Set(subjects)]);
  const sealAll = (subject: string, key: PersonalKeyBytes, values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([field, value]) => [
        field,
        (value ?? null) === null || !fields.includes(field)
          ? value
          : ({ $sealed: seal(key, placeOf(subject, field), value), of: subject } satisfies Sealed),
      ]),
    );
  return entries.map((entry) => {
    const subject = entry.recordId ?? "";
    const key = keys.get(subject);
    if (!key) return entry;
    const { before, after } = entry;
    return {
      ...entry,
      before: before && sealAll(subject, key, before),
      after: after && sealAll(subject, key, after),
    };
  });
}

/** What stands in the place of a value whose key is no more. */
const ERASED = { erased: true } as const;

/** Opens what is sealed in many values at once, with one look for their keys. */
export async function openPersonal(em: Em, values: readonly Values[]): Promise<readonly Values[]> {
  const subjects = new Set(
    values.flatMap((held) =>
      Object.values(held)
        .filter(isSealed)
        .map(({ of }) => of),
    ),
  );
  if (subjects.size === 0) return values;
  const keys = await storedKeys(em, [...subjects]);
  return values.map((held) =>
    Object.fromEntries(
      Object.entries(held).map(([field, value]) => {
        if (!isSealed(value)) return [field, value];
        const key = keys.get(value.of);
        const opened = key && unseal(key, placeOf(value.of, field), value.$sealed);
        return [field, opened ? opened.value : ERASED];
      }),
    ),
  );
}

/** Destroys the keys of persons: whatever was sealed for them is lost for good. Needs command mode. */
export async function forgetPersons(tx: Em, subjects: readonly string[]): Promise<void> {
  await sql`delete from crm.personal_key where subject_id = any(${subjects}::uuid[])`.execute(
    plain(tx),
  );
}

const placeOf = (subject: string, field: string): string => `${subject}:${field}`;

type Keys = Map<string, PersonalKeyBytes>;

async function keysOf(tx: Em, subjects: readonly string[]): Promise<Keys> {
  const keyring = keyringOf(tx);
  const fresh = subjects.map((subject) => keyring.make(subject));
  const { rows } = await sql<KeyRow>`insert into crm.personal_key (subject_id, wrapped)
    select * from unnest(${subjects}::uuid[], ${fresh}::text[]) on conflict do nothing
    returning subject_id, wrapped`.execute(plain(tx));
  const made = unwrapped(tx, rows);
  if (made.size === subjects.length) return made;
  const others = subjects.filter((subject) => !made.has(subject));
  return new Map([...made, ...(await storedKeys(tx, others))]);
}

interface KeyRow {
  readonly subject_id: string;
  readonly wrapped: string;
}

async function storedKeys(em: Em, subjects: readonly string[]): Promise<Keys> {
  const { rows } = await sql<KeyRow>`select subject_id, wrapped from crm.personal_key
    where subject_id = any(${subjects}::uuid[])`.execute(plain(em));
  return unwrapped(em, rows);
}

function unwrapped(em: Em, rows: readonly KeyRow[]): Keys {
  const keyring = keyringOf(em);
  return new Map(
    rows.map(({ subject_id, wrapped }) => [subject_id, keyring.unwrap(wrapped, subject_id)]),
  );
}
