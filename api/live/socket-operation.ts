import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type ExecutionArgs,
  type GraphQLSchema,
} from "graphql";
import { AppError, invalidInput } from "../../schema/kernel/errors.ts";
import { inLocale, type Locale } from "../../schema/kernel/text.ts";
import { checkLimits } from "../server/documents.ts";
import { extensionsOf } from "../server/format-error.ts";
import { MAX_TOKENS } from "../server/limits.ts";

/** What a client wants to subscribe to, as it came over the socket. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

const subscriptionsOnly = (): AppError =>
  invalidInput([], {
    zh: "长连接只用于订阅，查询和修改请使用 POST /graphql",
    en: "A socket carries subscriptions only; send queries and mutations to POST /graphql",
  });

/** The operation, checked under the same limits as over HTTP; or why it is refused. */
export function readOperation(
  schema: GraphQLSchema,
  asked: Asked,
  locale: Locale,
): Omit<ExecutionArgs, "contextValue"> | readonly GraphQLError[] {
  try {
    checkLimits(asked);
    const document = parse(asked.query, { maxTokens: MAX_TOKENS });
    const faults = validate(schema, document, undefined, { maxErrors: 20 });
    if (faults.length > 0) return faults.map((fault) => aboutDocument(fault));
    if (
      getOperationAST(document, asked.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION
    ) {
      throw subscriptionsOnly();
    }
    return {
      schema,
      document,
      operationName: asked.operationName,
      variableValues: asked.variables,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [aboutDocument(error)];
    if (error instanceof AppError) return [refusal(error, locale)];
    throw error;
  }
}

const aboutDocument = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });

/** A named error in the language of its reader. */
export const refusal = (error: AppError, locale: Locale): GraphQLError =>
  new GraphQLError(inLocale(error.text, locale), { extensions: extensionsOf(error, locale) });
