import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type {
  ExecutionArgs,
  ExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
} from "graphql";
import { makeHandler, type Extra } from "graphql-ws/use/@fastify/websocket";
import type { VerifyClientCallbackAsync, WebSocket } from "ws";
import { withRowContext } from "../../schema/access/row-context.ts";
import { unauthenticated } from "../../schema/kernel/errors.ts";
import { claimsOf, type Claims } from "../access/claims.ts";
import { openRights } from "../access/open-sessions.ts";
import type { RequestContext } from "../server/context.ts";
import { formatError } from "../server/format-error.ts";
import type { ServerParts } from "../server/parts.ts";
import { OpenSockets, type Opening } from "./open-sockets.ts";
import { socketContext } from "./socket-context.ts";
import {
  AUTHORIZE_WITHIN_MS,
  CLOSE,
  MAX_MESSAGE_BYTES,
  MAX_SUBSCRIPTIONS,
} from "./socket-limits.ts";
import { readOperation, refusal } from "./socket-operation.ts";
import { subscribeFresh, type FreshContext } from "./subscribe-fresh.ts";

/** What a socket has shown of its user, and the end of the socket. */
interface Shown extends Record<PropertyKey, unknown> {
  readonly claims: Claims;
  readonly gone: AbortSignal;
}

/** The handler of a socket at the path of GraphQL, and the end of its watch over sessions. */
export interface Sockets {
  handle(this: FastifyInstance, socket: WebSocket, request: FastifyRequest): void;
  stop(): void;
}

/** Subscriptions by graphql-transport-ws; must be called before the route of GraphQL is declared. */
export async function registerSockets(
  app: FastifyInstance,
  schema: GraphQLSchema,
  parts: ServerParts,
): Promise<Sockets> {
  await app.register(websocket, { options: { maxPayload: MAX_MESSAGE_BYTES, verifyClient } });
  const open = new OpenSockets(parts);
  const serve = handlerFor(schema, parts, open);
  return {
    handle(socket, request) {
      const late = setTimeout(() => {
        if (!open.has(socket)) socket.close(CLOSE.unauthorized, "Unauthorized");
      }, AUTHORIZE_WITHIN_MS);
      socket.once("close", () => {
        clearTimeout(late);
        open.delete(socket);
      });
      void serve.call(this, socket, request);
    },
    stop: () => open.stop(),
  };
}

/** A browser sends where the page came from; a page of another site may not listen. */
const verifyClient: VerifyClientCallbackAsync = ({ origin, req }, next) => {
  const foreign =
    Boolean(origin) && (!URL.canParse(origin) || new URL(origin).host !== req.headers.host);
  next(!foreign, 403);
};

function handlerFor(schema: GraphQLSchema, parts: ServerParts, open: OpenSockets) {
  const renewals = new WeakMap<RequestContext, FreshContext>();
  return makeHandler<{ authorization?: unknown }, Shown>({
    schema,
    // OpenSockets' caller waits instead: it closes with the code that clients know.
    connectionInitWaitTimeout: 0,
    async onConnect({ connectionParams, extra }) {
      const opening = await openingOf(parts, connectionParams?.authorization);
      const code = opening ? open.add(extra.socket, opening) : CLOSE.unauthorized;
      if (!opening || code !== undefined) {
        extra.socket.close(code, "Refused");
        return false;
      }
      const gone = new AbortController();
      extra.socket.once("close", () => gone.abort());
      const { claims } = opening;
      Object.assign(extra, { claims, gone: gone.signal } satisfies Shown);
      return true;
    },
    async onSubscribe({ extra, subscriptions }, _id, payload) {
      const context = await freshContext(parts, extra)();
      const many =
        Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS ||
        (context?.principal.kind === "apiKey" && !parts.keyLimit.admits(context.principal.id));
      if (!context || many) {
        extra.socket.close(many ? CLOSE.limits : CLOSE.revoked, "Refused");
        return [refusal(unauthenticated(), parts.config.locale)];
      }
      const operation = readOperation(schema, payload, context.locale);
      if (!("document" in operation)) return operation;
      renewals.set(context, freshContext(parts, extra));
      return { ...operation, contextValue: context };
    },
    subscribe(args: ExecutionArgs) {
      const context = args.contextValue as RequestContext;
      const fresh = renewals.get(context);
      if (!fresh) throw new Error("a subscription came past its context");
      return withRowContext(context.rows, () => subscribeFresh(args, fresh)) as Promise<
        AsyncGenerator<ExecutionResult>
      >;
    },
    onNext: (_socket, _id, _payload, args, { data, errors }) => ({
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors: errors.map((error) => worded(error, args)) } : {}),
    }),
  });
}

const worded = (error: GraphQLError, { contextValue }: ExecutionArgs): GraphQLFormattedError =>
  formatError(error.toJSON(), error, contextValue as RequestContext);

async function openingOf(
  { tokens, orm, clock, principals }: ServerParts,
  authorization: unknown,
): Promise<Opening | undefined> {
  const claims = await claimsOf(tokens, authorization);
  if (!claims) return undefined;
  const rights = (await openRights(orm, [claims], clock.now()))(claims);
  if (rights === undefined) return undefined;
  // Answers from now on are not older than this mark, so that a change cannot fall between the two.
  principals.forget(claims);
  return (await principals.of(claims)) ? { claims, rights } : undefined;
}

/** Each event asks anew who is listening; a session that ended closes the socket. */
function freshContext(parts: ServerParts, extra: Extra & Partial<Shown>): FreshContext {
  return async () => {
    const { claims, gone, socket, request } = extra;
    const context = claims && gone && (await socketContext(parts, claims, request, gone));
    if (!context) socket.close(CLOSE.revoked, "Session ended");
    return context;
  };
}
