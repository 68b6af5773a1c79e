import type { FastifyReply, FastifyRequest } from "fastify";
import { RESOURCE_NAMES } from "../../schema/access/permissions.ts";
import type { RowContext } from "../../schema/access/row-context.ts";
import type { Caller, Principal } from "../../schema/kernel/principal.ts";
import { preferredLocale, type Locale } from "../../schema/kernel/text.ts";
import { claimsOf } from "../access/claims.ts";
import { scopeFor } from "../access/policy.ts";
import { NOBODY } from "../access/principal.ts";
import { makeContext, type RequestContext, type Transport } from "./context.ts";
import type { ServerParts } from "./parts.ts";

const REFRESH_COOKIE = "crm_refresh";
const COOKIE_PATH = "/graphql";

/** Who asks, in which language, with which rights: worked out once a request, before anything runs. */
export async function contextOf(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const { orm, config, clock, tokens, vault, principals, changes, warehouse, log } = parts;
  // A token that is wrong or too old is no token: what is open to everybody stays open.
  const claims = await claimsOf(tokens, request.headers.authorization);
  const caller = claims && (await principals.of(claims));
  const principal = caller ?? NOBODY;
  return makeContext({
    em: orm.em.fork(),
    principal,
    rows: rowsOf(principal),
    locale: localeOf(parts, request, caller),
    clock,
    config,
    warehouse,
    tokens,
    vault,
    principals,
    changes,
    requestId: request.id,
    address: request.ip,
    log: log.child({ requestId: request.id }),
    signal: signalOf(reply),
    transport: transportOf(request, reply),
  });
}

/** By principal, so that requests of one user in the same half second share one text for PostgreSQL. */
const knownRows = new WeakMap<Principal, RowContext>();

/** What PostgreSQL admits for a principal: the scope of reading, resource by resource. */
export function rowsOf(principal: Principal): RowContext {
  let rows = knownRows.get(principal);
  if (!rows) {
    rows = {
      userId: principal.kind === "user" ? principal.id : "",
      scopes: Object.fromEntries(
        RESOURCE_NAMES.map((resource) => [resource, scopeFor(principal, resource, "read")]),
      ),
    };
    knownRows.set(principal, rows);
  }
  return rows;
}

/** The language that the request asks for, else the one the user has chosen, else the company's. */
export function localeOf(
  { config }: ServerParts,
  request: FastifyRequest,
  caller?: Caller,
): Locale {
  const chosen = caller?.kind === "user" ? caller.locale : config.locale;
  return preferredLocale(request.headers["accept-language"], chosen);
}

/** Fires when the client goes away before its answer is sent. */
function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Whether the browser speaks TLS, to us or to the proxy before us. */
export const isSecure = (request: FastifyRequest): boolean =>
  request.protocol === "https" || request.headers["x-forwarded-proto"] === "https";

/** The refresh token as a cookie that only requests to GraphQL carry. */
export function transportOf(request: FastifyRequest, reply: FastifyReply): Transport {
  const secure = isSecure(request);
  const cookie = { path: COOKIE_PATH, httpOnly: true, sameSite: "strict", secure } as const;
  return {
    userAgent: request.headers["user-agent"],
    refreshToken: request.cookies[REFRESH_COOKIE],
    setRefreshToken: (token, expires) => {
      void reply.setCookie(REFRESH_COOKIE, token, { ...cookie, expires });
    },
    clearRefreshToken: () => {
      void reply.clearCookie(REFRESH_COOKIE, cookie);
    },
  };
}
