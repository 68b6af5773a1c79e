import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { Clock } from "../../schema/kernel/clock.ts";
import { deriveSecret } from "../../schema/kernel/secrets.ts";
import { isUuid } from "../lists/uuid.ts";

/** How long an access token is good for; a session can end sooner, see principal.ts. */
const ACCESS_SECONDS = 15 * 60;

const ISSUER = "crm";
const AUDIENCE = "staff";
const TYPE = "at+jwt";

const TOKENS_REMEMBERED = 10_000;

/** What an access token says: who, and by which session. Rights are looked up, never carried. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
}

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The session that a refresh token names, and the digest by which the database knows the token. */
export interface RefreshClaims {
  readonly sessionId: string;
  readonly digest: string;
}

/** Makes and reads the tokens of staff; the keys follow from the secret of the installation. */
export class Tokens {
  readonly #accessKey: Uint8Array;
  readonly #refreshKey: string;
  readonly #clock: Clock;
  readonly #read = new Map<string, { claims: AccessClaims; expires: number }>();

  constructor(secret: string, clock: Clock) {
    this.#accessKey = Buffer.from(deriveSecret(secret, "access-token"), "base64url");
    this.#refreshKey = deriveSecret(secret, "refresh-token");
    this.#clock = clock;
  }

  async access({ userId, sessionId }: AccessClaims): Promise<AccessToken> {
    const issued = Math.floor(this.#clock.now().getTime() / 1000);
    const expires = issued + ACCESS_SECONDS;
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: "HS256", typ: TYPE })
      .setSubject(userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(this.#accessKey);
    return { token, expiresAt: new Date(expires * 1000) };
  }

  /**
   * The claims of a token of ours that is still good; undefined for anything else. A signature that was found
   * good stays good: only the time is looked at again.
   */
  async readAccess(token: string): Promise<AccessClaims | undefined> {
    const known = this.#read.get(token);
    if (known) {
      return known.expires * 1000 > this.#clock.now().getTime() ? known.claims : undefined;
    }
    try {
      const { payload } = await jwtVerify(token, this.#accessKey, {
        algorithms: ["HS256"],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ["sub", "sid", "exp"],
        currentDate: this.#clock.now(),
      });
      const { sub, sid, exp } = payload;
      if (!sub || typeof sid !== "string" || !exp || !isUuid(sub) || !isUuid(sid)) return undefined;
      const claims = { userId: sub, sessionId: sid };
      if (this.#read.size >= TOKENS_REMEMBERED) this.#read.clear();
      this.#read.set(token, { claims, expires: exp });
      return claims;
    } catch {
      // Every way to be wrong is one to the caller: not signed in.
      return undefined;
    }
  }

  /** A new refresh token of a session; only its digest is stored. */
  refresh(sessionId: string): { token: string; digest: string } {
    const body = `${sessionId}.${randomBytes(32).toString("base64url")}`;
    const token = `${body}.${this.#seal(body)}`;
    return { token, digest: digestOf(token) };
  }

  /**
   * The session and digest of a token that we once made; undefined for a forged one. Because of the seal a
   * token that is ours but no longer current can only be a stolen or repeated one.
   */
  readRefresh(token: string): RefreshClaims | undefined {
    const [sessionId = "", secret = "", seal = "", ...rest] = token.split(".");
    const expected = Buffer.from(this.#seal(`${sessionId}.${secret}`));
    const given = Buffer.from(seal);
    if (rest.length > 0 || given.length !== expected.length) return undefined;
    return timingSafeEqual(given, expected) ? { sessionId, digest: digestOf(token) } : undefined;
  }

  #seal(body: string): string {
    return createHmac("sha256", this.#refreshKey).update(body).digest("base64url");
  }
}

const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
