import type { Issue } from "../../schema/kernel/errors.ts";

/** Parses JSON; a syntax error is told by line and column instead of an offset. */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: Issue } {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    const message = (error as Error).message;
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = offset === undefined ? body : body.slice(0, Number(offset));
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
