import { useTranslation } from "react-i18next";
import { useFormats, type Formats } from "../../../lib/format.ts";
import { useMoments, type Moments } from "./moments.ts";

export interface Wording extends Pick<Formats, "day">, Pick<Moments, "moment"> {
  readonly yes: string;
  readonly no: string;
  readonly none: string;
}

/** A value of any shape as somebody reads it, whatever a record may once hold. */
export function useValueWords(): (value: unknown) => string {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { moment } = useMoments();
  const wording = {
    day,
    moment,
    yes: t("audit.entry.yes"),
    no: t("audit.entry.no"),
    none: t("audit.entry.none"),
  };
  return (value) => valueInWords(value, wording);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

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
