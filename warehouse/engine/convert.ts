import { DuckDBTimestampTZValue, type DuckDBType, type DuckDBValue } from "@duckdb/node-api";
import type { Value } from "./engine.ts";

// By default the client prints instants in the time zone of the process; answers must not depend on it.
DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0;

/** `2017-01-01 00:00:00.5+00` as ISO 8601. */
const isoInstant = (value: DuckDBTimestampTZValue): string =>
  value.toString().replace(" ", "T").replace(/\+00$/, "Z");

/**
 * One value of a result. The client would turn decimals into doubles if asked for plain JavaScript;
 * here everything that a double cannot hold exactly stays text.
 */
export function toValue(value: DuckDBValue, _type: DuckDBType): Value {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof DuckDBTimestampTZValue) return isoInstant(value);
  return String(value);
}
