import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { unauthenticated } from "../../schema/kernel/errors.ts";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { Public, SignedIn } from "./requires.ts";
import { refreshSession, type RefreshToken } from "./sessions.ts";
import { changePassword, signIn, signOut } from "./sign-in.service.ts";
import { ChangePasswordInput, Session, SignInInput } from "./sign-in.type.ts";
import type { AccessClaims } from "./tokens.ts";
import { viewerFor } from "./viewer.ts";
import { ViewerType } from "./viewer.type.ts";

/** Beginning, keeping and ending a session. */
@Resolver()
export class SignInResolver {
  @Query(() => ViewerType, { description: "The user who is signed in." })
  @SignedIn()
  viewer(@Ctx() context: RequestContext): Promise<ViewerType> {
    return viewerFor(context.em, viewerOf(context));
  }

  @Mutation(() => Session, {
    description:
      "Begins a session. Where a second factor is set up, the issue CODE_REQUIRED asks for a code. After five failures it answers LIMIT_EXCEEDED for a while.",
  })
  @Public()
  async signIn(
    @Ctx() context: RequestContext,
    @Arg("input", () => SignInInput, { description: "Login, password and code." })
    input: SignInInput,
  ): Promise<Session> {
    const { em, clock, tokens, vault, requestId, address, transport } = context;
    const origin = { address, userAgent: transport.userAgent };
    const opened = await signIn({ em, clock, tokens, vault, requestId, origin }, input);
    return sessionFor(context, opened, opened.refresh);
  }

  @Mutation(() => Session, {
    description: "Takes the refresh cookie for a new access token and a new cookie.",
  })
  @Public()
  async refreshSession(@Ctx() context: RequestContext): Promise<Session> {
    const { em, clock, tokens, transport } = context;
    const token = transport.refreshToken ?? "";
    const refreshed = await refreshSession(em, tokens, token, clock.now());
    if (!refreshed) {
      transport.clearRefreshToken();
      context.principals.forget();
      throw unauthenticated();
    }
    return sessionFor(context, refreshed, refreshed.refresh);
  }

  @Mutation(() => Boolean, { description: "Ends the session; its tokens open nothing any more." })
  @SignedIn({ beforePasswordChange: true })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    await signOut(context, viewerOf(context));
    context.principals.forget();
    context.transport.clearRefreshToken();
    return true;
  }

  @Mutation(() => ViewerType, {
    description: "Replaces one's own password and ends all of one's other sessions.",
  })
  @SignedIn({ beforePasswordChange: true })
  async changePassword(
    @Ctx() context: RequestContext,
    @Arg("input", () => ChangePasswordInput, { description: "The old and the new password." })
    input: ChangePasswordInput,
  ): Promise<ViewerType> {
    const viewer = viewerOf(context);
    await changePassword(context, viewer, input);
    context.principals.forget();
    return viewerFor(context.em, { ...viewer, mustChangePassword: false });
  }
}

async function sessionFor(
  context: RequestContext,
  claims: AccessClaims,
  refresh: RefreshToken | undefined,
): Promise<Session> {
  const principal = await context.principals.of(claims);
  if (!principal) throw unauthenticated();
  if (refresh) context.transport.setRefreshToken(refresh.token, refresh.expiresAt);
  const access = await context.tokens.access(claims);
  return {
    accessToken: access.token,
    expiresAt: access.expiresAt,
    viewer: await viewerFor(context.em, principal),
  };
}
