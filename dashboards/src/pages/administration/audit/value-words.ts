/** How single values are written, and the words for what is none. */
export interface Wording {
  readonly day: (day: string) => string;
  readonly moment: (instant: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A value of any shape as somebody reads it, whatever a record may once hold. */
export function valueInWords(value: unknown, wording: Wording): string {
  if (typeof value === "boolean") return value ? wording.yes : wording.no;
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") {
    if (INSTANT.test(value)) return wording.moment(value);
    return DAY.test(value) ? wording.day(value) : value;
  }
  if (Array.isArray(value) && value.length > 0) {
    const between = value.some((part) => typeof part === "object") ? "\n" : ", ";
    return value.map((part) => valueInWords(part, wording)).join(between);
  }
  if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    return partsInWords(value, wording);
  }
  return wording.none;
}

/** The parts of a value in one line, those that say something: `customer · read · ALL`. */
function partsInWords(parts: object, wording: Wording): string {
  return Object.entries(parts)
    .filter(([, part]) => valueInWords(part, wording) !== wording.none)
    .map(([name, part]) =>
      typeof part === "object"
        ? `${name}: ${valueInWords(part, wording)}`
        : valueInWords(part, wording),
    )
    .join(" · ");
}
