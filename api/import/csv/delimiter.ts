const CANDIDATES = [",", "\t", ";", "|"] as const;

/** The fields of the first record, as far as it is there, if `delimiter` divides them. */
function firstRecord(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) break;
    else if (!quoted && character === delimiter) {
      fields.push(field);
      field = "";
      continue;
    } else field += character;
  }
  return [...fields, field];
}

/**
 * The delimiter with which the beginning of a file makes most sense: the header then has most of the columns that the
 * mapping names; without a header, the record has the most fields.
 */
export function detectDelimiter(text: string, expected: readonly string[] | undefined): string {
  const sense = (delimiter: string): number => {
    const fields = firstRecord(text, delimiter);
    const known = fields.filter((field) => expected?.includes(field.trim())).length;
    return known * 10_000 + fields.length;
  };
  return CANDIDATES.reduce((best, candidate) =>
    sense(candidate) > sense(best) ? candidate : best,
  );
}
