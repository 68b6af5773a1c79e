import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { AppError } from "../../schema/kernel/errors.ts";
import { OidcClient, type OidcChecks } from "../access/oidc-client.ts";
import { signInByOidc } from "../access/oidc.service.ts";
import type { ServerParts } from "./parts.ts";
import { isSecure, transportOf } from "./request-context.ts";

const COOKIE = "crm_oidc";
const PATH = "/auth/oidc";
/** So long somebody may take at the identity provider. */
const GOOD_FOR_SECONDS = 600;

/** What the page of signing in is told in `signInError`. */
type Failure = "SSO_FAILED" | "SSO_NO_USER";

/** Single sign-on: to the identity provider and back, into the same session as with a password. */
export function registerOidcRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { config, clock, orm, tokens, vault } = parts;
  if (config.oidcIssuer === undefined) return;
  const client = new OidcClient(config);

  app.get(`${PATH}/start`, async (request, reply) => {
    try {
      const { url, checks } = await client.begin();
      const until = clock.now().getTime() + GOOD_FOR_SECONDS * 1000;
      const sealed = vault.seal("oidc", COOKIE, JSON.stringify({ ...checks, until }));
      // Lax: it has to come along when the provider sends the browser back.
      void reply.setCookie(COOKIE, sealed, {
        ...cookieOf(request),
        maxAge: GOOD_FOR_SECONDS,
      });
      return await reply.redirect(url.href);
    } catch (error) {
      return fail(request, reply, error);
    }
  });

  app.get(`${PATH}/callback`, async (request, reply) => {
    void reply.clearCookie(COOKIE, cookieOf(request));
    try {
      const person = await client.complete(searchOf(request), checksOf(parts, request));
      const origin = { address: request.ip, userAgent: request.headers["user-agent"] };
      const work = { em: orm.em.fork(), clock, tokens, requestId: request.id, origin };
      const { refresh } = await withRowContext(SYSTEM_ROWS, () =>
        signInByOidc({ ...work, newUserRole: config.oidcNewUserRole }, person),
      );
      transportOf(request, reply).setRefreshToken(refresh.token, refresh.expiresAt);
      return await reply.redirect("/?signedOn");
    } catch (error) {
      return fail(request, reply, error);
    }
  });
}

const searchOf = ({ url }: FastifyRequest): string =>
  url.includes("?") ? url.slice(url.indexOf("?")) : "";

const cookieOf = (request: FastifyRequest) =>
  ({ path: PATH, httpOnly: true, sameSite: "lax", secure: isSecure(request) }) as const;

/** What this very browser began with; an answer that nobody here has asked for is refused. */
function checksOf({ vault, clock }: ServerParts, request: FastifyRequest): OidcChecks {
  const text = vault.open("oidc", COOKIE, request.cookies[COOKIE] ?? "");
  const checks = text && (JSON.parse(text) as OidcChecks & { readonly until: number });
  if (!checks || checks.until < clock.now().getTime()) {
    throw new Error("no sign-on was begun by this browser, or too long ago");
  }
  return checks;
}

/** The reason goes to the log; the browser learns only whether a user is missing. */
function fail(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const failure: Failure = error instanceof AppError ? "SSO_NO_USER" : "SSO_FAILED";
  const reason = error instanceof Error ? error.message : "unknown";
  request.log.warn({ failure, reason }, "single sign-on failed");
  return reply.redirect(`/?signInError=${failure}`);
}
