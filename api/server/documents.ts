import { parse, type DocumentNode } from "graphql";
import { limitExceeded } from "../../schema/kernel/errors.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";
import { MAX_TOKENS, overLimit } from "./limits.ts";

const REMEMBERED = 500;
/** Longer texts are read anew each time, so that the memory stays small. */
const LONGEST_REMEMBERED = 20_000;
const TOO_LONG: Text = {
  zh: "查询超过 {max} 个词元",
  en: "The query has more than {max} tokens",
};

const known = new Map<string, DocumentNode>();

/**
 * Throws LIMIT_EXCEEDED where a request asks for too much. It stands before the server's own parsing, since
 * validating a hostile document is what costs; a text that cannot be parsed is left to the server to refuse.
 */
export function checkLimits(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  const { query, operationName, variables } = body as Record<string, unknown>;
  if (typeof query !== "string") return;
  const document = documentOf(query);
  if (!document) return;
  const name = typeof operationName === "string" ? operationName : undefined;
  const refusal = overLimit(document, name, variablesOf(variables));
  if (refusal) throw refusal;
}

/** A GET request carries its variables as JSON text; what is none is left to the server to refuse. */
function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given === "object" && given !== null) return given as Record<string, unknown>;
  if (typeof given !== "string") return {};
  try {
    return variablesOf(JSON.parse(given) as object);
  } catch {
    return {};
  }
}

function documentOf(query: string): DocumentNode | undefined {
  const remembered = known.get(query);
  if (remembered) return remembered;
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    if (known.size >= REMEMBERED) known.clear();
    if (query.length <= LONGEST_REMEMBERED) known.set(query, document);
    return document;
  } catch (error) {
    // graphql-js has no other sign for it, and spells it "more that".
    if (error instanceof Error && /more tha[nt] \d+ tokens/.test(error.message)) {
      throw limitExceeded(fill(TOO_LONG, { max: MAX_TOKENS }));
    }
    return undefined;
  }
}
