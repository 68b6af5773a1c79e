import * as oidc from "openid-client";
import { publicUrlOf, type Config } from "../../schema/kernel/config.ts";

/** What must come back with the answer; kept sealed in a cookie of the browser that began. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider says that it is theirs. */
  readonly verifiedEmail: string | undefined;
  readonly login: string | undefined;
  readonly name: string | undefined;
}

/** Asks the identity provider: authorization code with PKCE, state and nonce. */
export class OidcClient {
  readonly #config: Config;
  #found: Promise<oidc.Configuration> | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  get #callback(): string {
    return `${publicUrlOf(this.#config)}/auth/oidc/callback`;
  }

  /** Where to send the browser, and what to check when it comes back. */
  async begin(): Promise<{ url: URL; checks: OidcChecks }> {
    const provider = await this.#provider();
    const checks = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.#callback,
      scope: this.#config.oidcScopes,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: "S256",
    });
    return { url, checks };
  }

  /** Takes the code of the answer for the person; rejects whatever is not the answer to our question. */
  async complete(search: string, checks: OidcChecks): Promise<OidcPerson> {
    const provider = await this.#provider();
    // The address that the provider was given, whatever a proxy has made of the request since.
    const answer = new URL(`${this.#callback}${search}`);
    const tokens = await oidc.authorizationCodeGrant(provider, answer, {
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      pkceCodeVerifier: checks.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("the identity provider sent no id token");
    const told =
      claims["email"] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
        ? { ...(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims }
        : claims;
    const text = (name: string): string | undefined => {
      const value = (told as Readonly<Record<string, unknown>>)[name];
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: told["email_verified"] === true ? text("email") : undefined,
      login: text("preferred_username"),
      name: text("name"),
    };
  }

  /** Discovered once; a provider that did not answer is asked again the next time. */
  #provider(): Promise<oidc.Configuration> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    return this.#found;
  }

  async #discover(): Promise<oidc.Configuration> {
    const { oidcIssuer = "", oidcClientId = "", oidcClientSecret } = this.#config;
    const issuer = new URL(oidcIssuer);
    // The configuration lets an open line through on this machine only.
    const execute = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
    const auth =
      oidcClientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(oidcClientSecret);
    return oidc.discovery(issuer, oidcClientId, undefined, auth, { execute });
  }
}
