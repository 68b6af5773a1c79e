import { fault } from "../faults.ts";
import type { Kind } from "./kind.ts";

/** PostgreSQL cannot store NUL, and JSON cannot carry half of a surrogate pair. */
const storable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Characters as PostgreSQL counts them: code points, not UTF-16 units. */
function longerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return text.length > 2 * max || [...text].length > max;
}

const textOf = (max: number, more: Pick<Kind, "expects" | "keepsBlanks">): Kind => ({
  sqlType: "text",
  ...more,
  read(text, field) {
    if (!storable(text)) return { fault: fault("BAD_CHARACTER", { field }) };
    if (longerThan(text, max)) return { fault: fault("TOO_LONG", { field, max }) };
    return { value: text };
  },
});

/** A text without the blanks around it, of at most so many characters. */
export const line = (max: number): Kind =>
  textOf(max, { expects: `text, at most ${max} characters` });

/** A text kept as it is, with its line breaks. */
export const paragraph = (max: number): Kind =>
  textOf(max, { expects: `text with line breaks, at most ${max} characters`, keepsBlanks: true });

/** A path such as `A / B / C`; blanks around the slashes do not matter. */
export const path = (max: number): Kind => {
  const plain = line(max);
  return {
    ...plain,
    expects: "path written A / B / C",
    read: (text, field, context) =>
      plain.read(
        text
          .split("/")
          .map((step) => step.trim())
          .filter((step) => step !== "")
          .join(" / "),
        field,
        context,
      ),
  };
};

/** Several texts in one cell, divided by semicolons; each counts once. */
export const list = (maxEach: number): Kind => ({
  sqlType: "text[]",
  expects: "texts divided by semicolons",
  empty: [],
  read(text, field) {
    const parts = text
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (!parts.every(storable)) return { fault: fault("BAD_CHARACTER", { field }) };
    if (parts.some((part) => longerThan(part, maxEach))) {
      return { fault: fault("TOO_LONG", { field, max: maxEach }) };
    }
    return { value: [...new Set(parts)] };
  },
});
