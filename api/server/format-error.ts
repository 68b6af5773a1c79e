import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError, type Issue } from "../../schema/kernel/errors.ts";
import type { Log } from "../../schema/kernel/log.ts";
import { inLocale, type Locale, type Text } from "../../schema/kernel/text.ts";

/** For whom errors are written, and where the whole of a masked one goes. */
export interface ErrorReader {
  readonly locale: Locale;
  readonly log: Log;
}

/** What a client is told of a fault of ours; `errorId` finds the whole story in the log. */
const INTERNAL: Text = {
  zh: "服务器内部错误，请联系管理员并提供错误编号",
  en: "Something went wrong on our side; please give the error id to your administrator",
};

/** graphql-js words these itself; the code is ours, so that clients need to know one list only. */
const CODES: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: "INVALID_INPUT",
  BAD_REQUEST: "INVALID_INPUT",
};

/**
 * An error as clients see it: a named one in their language, with its issues; one about the document as
 * graphql-js has it; anything else masked.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  reader: ErrorReader,
): GraphQLFormattedError {
  const cause = causeOf(error);
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (cause instanceof AppError) {
    return {
      message: inLocale(cause.text, reader.locale),
      ...place,
      extensions: extensionsOf(cause, reader.locale),
    };
  }
  if (cause instanceof GraphQLError && isAboutDocument(cause, formatted)) {
    const given = formatted.extensions?.["code"];
    const code = typeof given === "string" ? (CODES[given] ?? given) : "INVALID_INPUT";
    return { message: formatted.message, ...place, extensions: { code } };
  }
  const errorId = randomUUID();
  reader.log.error({ errorId, path: formatted.path, err: cause }, "masked error");
  return {
    message: inLocale(INTERNAL, reader.locale),
    ...place,
    extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
  };
}

/** The code of a named error with its issues in one language. */
export function extensionsOf(error: AppError, locale: Locale): Record<string, unknown> {
  const issues = error.issues.map((issue) => issueFor(issue, locale));
  return { code: error.code, ...(issues.length > 0 ? { issues } : {}) };
}

const issueFor = ({ path, text, code, suggestions }: Issue, locale: Locale): object => ({
  path,
  message: inLocale(text, locale),
  ...(code === undefined ? {} : { code }),
  ...(suggestions === undefined ? {} : { suggestions }),
});

/** graphql-js wraps what a resolver throws, sometimes twice. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Errors of parsing, validation and coercion name no place in the answer; the rest are bugs of resolvers. */
const isAboutDocument = (cause: GraphQLError, formatted: GraphQLFormattedError): boolean =>
  formatted.path === undefined || cause.message.startsWith('Argument "');
