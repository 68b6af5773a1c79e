import type { FastifyRequest } from "fastify";
import type { Claims } from "../access/claims.ts";
import { makeContext, type RequestContext, type Transport } from "../server/context.ts";
import type { ServerParts } from "../server/parts.ts";
import { localeOf, rowsOf } from "../server/request-context.ts";

/** A socket carries subscriptions only, so there is nothing that could set a cookie. */
const NO_COOKIES: Transport = {
  userAgent: undefined,
  refreshToken: undefined,
  setRefreshToken: refuse,
  clearRefreshToken: refuse,
};

function refuse(): never {
  throw new Error("A socket sets no cookies");
}

/** A context with the rights of this moment; undefined where the session has ended. */
export async function socketContext(
  parts: ServerParts,
  claims: Claims,
  request: FastifyRequest,
  signal: AbortSignal,
): Promise<RequestContext | undefined> {
  const principal = await parts.principals.of(claims);
  if (!principal) return undefined;
  return makeContext({
    ...parts,
    em: parts.orm.em.fork(),
    principal,
    rows: rowsOf(principal),
    locale: localeOf(parts, request, principal),
    requestId: request.id,
    address: request.ip,
    log: parts.log.child({ requestId: request.id }),
    signal,
    transport: NO_COOKIES,
  });
}
