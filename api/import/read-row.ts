import type { CsvRecord } from "./csv/read-csv.ts";
import { fault, type Fault } from "./faults.ts";
import type { Value } from "./kinds/kind.ts";
import type { ImportPlan, PlannedPath } from "./plan.ts";
import type { Row, Wanted } from "./row.ts";

/** Reads the cells of a record; whatever is wrong with them stands among the faults of the row. */
export function readRow(record: CsvRecord, plan: ImportPlan): Row {
  const { line, cells } = record;
  const values = new Map<string, Value>();
  const defaulted = new Set<string>();
  const wanted = new Map<string, Wanted>();
  const columns: Record<string, Value> = {};
  const faults: Fault[] = [];
  if (cells.length === plan.width) {
    for (const planned of plan.paths) {
      const read = readCell(planned, cells, plan);
      if ("fault" in read) {
        faults.push({ ...read.fault, path: planned.path, value: read.text });
        continue;
      }
      const { place, path } = planned;
      if (read.defaulted) defaulted.add(path);
      if (place.kind === "relation") {
        want(wanted, place.name, { path, key: place.key, texts: textsOf(read.value) });
      } else {
        values.set(path, read.value);
        if (place.field.column) columns[place.field.column] = read.value;
        const missing = planned.required && (read.value === null || read.value === "");
        if (missing) faults.push(required(planned));
      }
    }
    faults.push(...missingRelations(plan, wanted));
  } else {
    faults.push(fault("RAGGED_ROW", { found: cells.length, expected: plan.width }));
  }
  return { line, cells, values, defaulted, wanted, links: new Map(), columns, faults };
}

type Read =
  | { readonly value: Value; readonly defaulted: boolean }
  | { readonly fault: Fault; readonly text: string };

function readCell(planned: PlannedPath, cells: readonly string[], plan: ImportPlan): Read {
  const empty: Read = { value: planned.fallback, defaulted: true };
  if (planned.position === undefined) return empty;
  const raw = cells[planned.position] ?? "";
  const trimmed = raw.trim();
  const stands = planned.values?.get(raw) ?? planned.values?.get(trimmed);
  if (stands !== undefined) return stands === null ? empty : { value: stands, defaulted: false };
  const { nulls } = plan.mapping;
  if (trimmed === "" || nulls.has(raw) || nulls.has(trimmed)) {
    return planned.fallback === null ? { value: null, defaulted: false } : empty;
  }
  const text = planned.kind.keepsBlanks ? raw : trimmed;
  const read = planned.kind.read(text, planned.caption, plan.context);
  return "fault" in read
    ? { fault: read.fault, text: raw }
    : { value: read.value, defaulted: false };
}

const textsOf = (value: Value): readonly string[] =>
  value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

/** Of several paths of one relation the first with a text counts. */
function want(wanted: Map<string, Wanted>, relation: string, next: Wanted): void {
  const known = wanted.get(relation);
  if (!known || known.texts.length === 0) wanted.set(relation, next);
}

const required = ({ path, caption }: PlannedPath): Fault =>
  fault("REQUIRED", { field: caption }, { path });

function missingRelations(plan: ImportPlan, wanted: ReadonlyMap<string, Wanted>): Fault[] {
  const missing = new Map<string, Fault>();
  for (const planned of plan.paths) {
    const { place } = planned;
    if (place.kind !== "relation" || !planned.required) continue;
    if (wanted.get(place.name)?.texts.length === 0) missing.set(place.name, required(planned));
  }
  return [...missing.values()];
}
