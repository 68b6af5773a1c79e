import type { AuditRowFragment } from "../../../gql/graphql.ts";
import { valuesOf } from "./value-changes.ts";

/** Kinds of records whose names can be asked for. */
export const NAMED_KINDS = [
  "user",
  "role",
  "department",
  "customer",
  "contact",
  "opportunity",
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

export interface RecordRef {
  readonly kind: NamedKind;
  readonly id: string;
}

/** Fields that hold the id of another record. */
const REFERENCES: Readonly<Record<string, NamedKind>> = {
  departmentId: "department",
  accountManagerId: "user",
  assigneeId: "user",
  ownerId: "user",
  customerId: "customer",
  resultCustomerId: "customer",
  contactId: "contact",
};

/** The record that a value of an entry stands for. */
export function referenceOf(
  resource: string,
  field: string,
  value: unknown,
): RecordRef | undefined {
  if (typeof value !== "string") return undefined;
  const kind = field === "parentId" && resource === "department" ? "department" : REFERENCES[field];
  return kind ? { kind, id: value } : undefined;
}

/** Every record that an entry speaks of. */
export function referencesOf(entry: AuditRowFragment): readonly RecordRef[] {
  const { resource, recordId } = entry;
  const kind = NAMED_KINDS.find((known) => known === resource);
  const told = [entry.before, entry.after].flatMap((side) =>
    Object.entries(valuesOf(side)).flatMap(
      ([field, value]) => referenceOf(resource, field, value) ?? [],
    ),
  );
  return kind && recordId ? [{ kind, id: recordId }, ...told] : told;
}

const NAMES = ["displayName", "name", "title", "login", "nameEn", "code"] as const;

/** What a record was called by the entry itself: all there is of one that was deleted. */
export function nameInEntry(entry: Pick<AuditRowFragment, "before" | "after">): string | undefined {
  return [entry.after, entry.before]
    .flatMap((side) => NAMES.map((field) => valuesOf(side)[field]))
    .find((value) => typeof value === "string");
}
