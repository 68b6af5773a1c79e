import { digestOfKey, isApiKey } from "./api-keys.ts";
import type { AccessClaims, Tokens } from "./tokens.ts";

/** By which key a system signs in. */
export interface KeyClaims {
  readonly keyDigest: string;
}

/** What somebody has shown of who they are: the session of a user, or a key. */
export type Claims = AccessClaims | KeyClaims;

/** The claims of an `Authorization` header; undefined for whatever is none of ours, or too old. */
export async function claimsOf(
  tokens: Tokens,
  authorization: unknown,
): Promise<Claims | undefined> {
  if (typeof authorization !== "string") return undefined;
  const [scheme, token, ...rest] = authorization.split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token || rest.length > 0) return undefined;
  return isApiKey(token) ? { keyDigest: digestOfKey(token) } : tokens.readAccess(token);
}

/** One text for equal claims. */
export const claimsKey = (claims: Claims): string =>
  "keyDigest" in claims ? claims.keyDigest : `${claims.sessionId}:${claims.userId}`;

/** One text for everything that one user or one key has shown, whatever the session. */
export const holderOf = (claims: Claims): string =>
  "keyDigest" in claims ? claims.keyDigest : claims.userId;
