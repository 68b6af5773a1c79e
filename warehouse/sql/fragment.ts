import type { Param, Statement } from "../engine/engine.ts";

/** A piece of SQL with its values still beside it: pieces compose, and no value can become text. */
export interface Fragment {
  readonly texts: readonly string[];
  readonly params: readonly Param[];
}

const isFragment = (part: Fragment | Param): part is Fragment =>
  typeof part === "object" && part !== null;

/** ``sql`a = ${value}` `` binds the value; a fragment inside is taken over as it is. */
export function sql(
  texts: TemplateStringsArray,
  ...parts: readonly (Fragment | Param)[]
): Fragment {
  const out: string[] = [texts[0] ?? ""];
  const params: Param[] = [];
  const append = (text: string): void => {
    out[out.length - 1] += text;
  };
  parts.forEach((part, index) => {
    if (isFragment(part)) {
      append(part.texts[0] ?? "");
      out.push(...part.texts.slice(1));
      params.push(...part.params);
    } else {
      out.push("");
      params.push(part);
    }
    append(texts[index + 1] ?? "");
  });
  return { texts: out, params };
}

/** Text of the program itself: names from declarations, keywords. Never anything from outside. */
export const raw = (text: string): Fragment => ({ texts: [text], params: [] });

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  const [first, ...rest] = fragments;
  if (!first) return raw("");
  return rest.reduce((all, next) => sql`${all}${raw(separator)}${next}`, first);
}

export const list = (values: readonly Param[]): Fragment =>
  join(
    values.map((value) => sql`${value}`),
    ", ",
  );

export const NEVER: Fragment = raw("false");

/** All of them; nothing to hold means true. */
export const and = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? raw("true") : grouped(conditions, " and ");

/** One of them; nothing to choose from means false. */
export const or = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? NEVER : grouped(conditions, " or ");

const grouped = (conditions: readonly Fragment[], word: string): Fragment =>
  conditions.length === 1 ? (conditions[0] ?? NEVER) : sql`(${join(conditions, word)})`;

/** The text with $1, $2 … in the order of the values. */
export const statement = ({ texts, params }: Fragment): Statement => ({
  sql: texts.reduce((all, text, index) => `${all}$${index}${text}`),
  params,
});
