import type { FastifyInstance } from "fastify";

/** What a page may load: its own files, and inline only what carries the nonce of this very answer. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Answers that are no page may load nothing at all. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "strict-transport-security": "max-age=31536000",
};

/** On every answer; a page brings its own policy. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onSend", async (_request, reply) => {
    void reply.headers(HEADERS);
    if (!reply.hasHeader("content-security-policy")) {
      void reply.header("content-security-policy", NOTHING);
    }
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
  });
}
