import type { Issue } from "../../schema/kernel/errors.ts";

/** Parses JSON; a syntax error is told by line and column instead of an offset. */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: Issue } {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    const offset = /position (\d+)/.exec((error as Error).message)?.[1];
    const before = body.slice(0, offset === undefined ? readableLength(body) : Number(offset));
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    return {
      fault: {
        path: `${line}:${column}`,
        code: "NOT_JSON",
        text: {
          zh: `第 ${line} 行第 ${column} 列不是合法的 JSON`,
          en: `Not valid JSON at line ${line}, column ${column}`,
        },
      },
    };
  }
}

/** How far a text is the beginning of something in JSON; the parser does not always say where it stopped. */
function readableLength(text: string): number {
  const begins = (length: number): boolean => {
    try {
      JSON.parse(text.slice(0, length));
      return true;
    } catch (error) {
      const { message } = error as Error;
      const stopped = /position (\d+)/.exec(message)?.[1];
      return /end of JSON|Unterminated/.test(message) || Number(stopped) === length;
    }
  };
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (begins(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
