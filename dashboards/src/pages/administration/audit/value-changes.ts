/** What an entry keeps of a record, by field. */
export type Values = Readonly<Record<string, unknown>>;

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields that an entry tells of. The version counts changes and is none itself: it comes with the others only. */
export function changesOf(before: unknown, after: unknown): readonly FieldChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
  fields.delete("version");
  return [...fields].map((field) => ({ field, before: was[field], after: is[field] }));
}

export function valuesOf(side: unknown): Values {
  return typeof side === "object" && side !== null && !Array.isArray(side) ? (side as Values) : {};
}

/** The server's stand-ins for a value that is not to be seen. */
export function veilOf(value: unknown): "hidden" | "erased" | undefined {
  const { hidden, erased } = valuesOf(value);
  if (hidden === true) return "hidden";
  return erased === true ? "erased" : undefined;
}

/** Of a list of parts those that the other side lacks, so that one change among many is found. */
export function partsApart(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  if (value.every((part) => typeof part !== "object")) return value;
  const known = new Set(other.map((part) => JSON.stringify(part)));
  return value.filter((part) => !known.has(JSON.stringify(part)));
}
