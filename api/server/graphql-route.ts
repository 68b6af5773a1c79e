import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { AsyncLocalStorage } from "node:async_hooks";
import { withRowContext } from "../../schema/access/row-context.ts";
import { AppError, limitExceeded } from "../../schema/kernel/errors.ts";
import { inLocale } from "../../schema/kernel/text.ts";
import type { Sockets } from "../live/sockets.ts";
import type { RequestContext } from "./context.ts";
import { checkLimits } from "./documents.ts";
import { extensionsOf, formatError } from "./format-error.ts";
import { closeIntrospection } from "./introspection.ts";
import { MAX_TOKENS } from "./limits.ts";
import type { ServerParts } from "./parts.ts";
import { contextOf } from "./request-context.ts";

/** The request that runs: errors are worded for its reader wherever they arise. */
const current = new AsyncLocalStorage<RequestContext>();

/** Apollo with what is switched off said aloud: batches, caching hints, stack traces, landing page. */
function apolloFor(app: FastifyInstance, schema: GraphQLSchema, parts: ServerParts) {
  const { config, log } = parts;
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true, // who may use it is decided by closeIntrospection
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: config.production,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: 20 },
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    formatError: (formatted, error) => {
      const context = current.getStore();
      const reader = { locale: context?.locale ?? config.locale, log: context?.log ?? log };
      return formatError(formatted, error, reader);
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      closeIntrospection(config.production),
    ],
  });
}

/** Serves GET and POST /graphql; the returned function stops taking requests and waits for the running ones. */
export async function registerGraphql(
  app: FastifyInstance,
  schema: GraphQLSchema,
  parts: ServerParts,
  sockets: Sockets,
): Promise<{ stop(): Promise<void> }> {
  const apollo = apolloFor(app, schema, parts);
  await apollo.start();
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const context = contexts.get(request);
      if (!context) throw new Error("a request came past its context");
      return context;
    },
  });
  // Around Apollo: the row context holds for the whole execution, and nothing can be asked without one.
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const context = await contextOf(parts, request, reply);
    contexts.set(request, context);
    const { principal } = context;
    if (principal.kind === "apiKey" && !parts.keyLimit.admits(principal.id)) {
      return refuse(reply.header("retry-after", "1"), tooManyCalls(), context, 429);
    }
    try {
      checkLimits(request.method === "GET" ? request.query : request.body);
    } catch (error) {
      if (error instanceof AppError) return refuse(reply, error, context);
      throw error;
    }
    return current.run(context, () =>
      withRowContext(context.rows, () => answer.call(app, request, reply)),
    );
  };
  app.route({ method: "POST", url: "/graphql", handler });
  app.route({
    method: "GET",
    url: "/graphql",
    handler,
    wsHandler: (socket, request) => sockets.handle.call(app, socket, request),
  });
  return { stop: () => apollo.stop() };
}

const tooManyCalls = (): AppError =>
  limitExceeded({
    zh: "此 API 密钥的请求过于频繁，请稍后再试",
    en: "This API key is used too often; slow down",
  });

const refuse = (
  reply: FastifyReply,
  error: AppError,
  { locale }: RequestContext,
  status = 400,
): FastifyReply =>
  reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send({
      errors: [{ message: inLocale(error.text, locale), extensions: extensionsOf(error, locale) }],
    });
