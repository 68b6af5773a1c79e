import cookie from "@fastify/cookie";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
} from "fastify";
import type { GraphQLSchema } from "graphql";
import { randomUUID } from "node:crypto";
import type { Clock } from "../../schema/kernel/clock.ts";
import type { Config } from "../../schema/kernel/config.ts";
import type { Log } from "../../schema/kernel/log.ts";
import { Vault } from "../../schema/kernel/vault.ts";
import type { Orm } from "../../schema/orm.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import { Principals } from "../access/principal.ts";
import { RateLimit } from "../access/rate-limit.ts";
import { Tokens } from "../access/tokens.ts";
import type { ChangeFeed } from "../live/changes.ts";
import { registerSockets } from "../live/sockets.ts";
import { buildGuardedSchema } from "./build-schema.ts";
import { registerGraphql } from "./graphql-route.ts";
import { registerOidcRoutes } from "./oidc-routes.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { registerServiceRoutes } from "./service-routes.ts";
import { watchSilentConnections } from "./silent-connections.ts";
import { builtDashboards, registerWebFiles } from "./web-files.ts";

const MAX_BODY_BYTES = 1024 * 1024;
const RECEIVE_WITHIN_MS = 30_000;
const REQUEST_ID = /^[\w-]{8,64}$/;

export interface HttpOptions {
  readonly orm: Orm;
  /** Its secret must be set: the launcher makes one where the environment has none. */
  readonly config: Config;
  readonly warehouse: Engine | undefined;
  /** Stays the caller's: it outlives the server. */
  readonly changes: ChangeFeed;
  readonly log: Log;
  readonly clock: Clock;
  /** Folder of the built web application; by default the one beside the server. */
  readonly dashboards?: string;
  /** The schema to serve; by default the whole one. */
  readonly schema?: GraphQLSchema;
}

/** A server that takes requests at `address` until it is closed; closing waits for the running ones. */
export interface HttpServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Starts the API: GraphQL, the web application and the routes for operators. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { orm, config, warehouse, changes, log, clock } = options;
  if (config.secret === undefined) throw new Error("The server needs a secret to sign tokens with");
  const parts = {
    orm,
    config,
    clock,
    log,
    warehouse,
    changes,
    tokens: new Tokens(config.secret, clock),
    vault: new Vault(config.secret),
    principals: new Principals(orm, clock),
    keyLimit: new RateLimit(),
  };
  const unfollow = changes.whenRightsChange(() => parts.principals.forget());
  const schema = options.schema ?? (await buildGuardedSchema());
  const app = fastifyFor(log);
  const endSilentConnections = watchSilentConnections(app.server);
  addSecurityHeaders(app);
  answerFaults(app);
  await app.register(cookie);
  const sockets = await registerSockets(app, schema, parts);
  const graphql = await registerGraphql(app, schema, parts, sockets);
  registerServiceRoutes(app, schema, parts);
  registerOidcRoutes(app, parts);
  await registerWebFiles(app, options.dashboards ?? builtDashboards());
  const address = await app.listen({ host: config.host, port: config.port });
  const close = async (): Promise<void> => {
    sockets.stop();
    unfollow();
    endSilentConnections();
    await graphql.stop();
  };
  return { address, close };
}

const fastifyFor = (log: FastifyBaseLogger): FastifyInstance =>
  Fastify({
    loggerInstance: log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    bodyLimit: MAX_BODY_BYTES,
    // Fastify waits for ever by default: a few slow senders would hold all connections.
    requestTimeout: RECEIVE_WITHIN_MS,
    genReqId: (request) => {
      const given = request.headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });

/** One line a request, without anything that the client wrote; and faults of transport in the usual shape. */
function answerFaults(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info(
      { method, route: routeOptions.url ?? "*", status: reply.statusCode, milliseconds },
      "request",
    );
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const code = status === 413 ? "LIMIT_EXCEEDED" : "INVALID_INPUT";
      return reply
        .code(status)
        .send({ errors: [{ message: error.message, extensions: { code } }] });
    }
    const errorId = randomUUID();
    request.log.error({ errorId, err: error }, "masked error");
    const extensions = { code: "INTERNAL_SERVER_ERROR", errorId };
    return reply.code(500).send({ errors: [{ message: "Internal error", extensions }] });
  });
}
