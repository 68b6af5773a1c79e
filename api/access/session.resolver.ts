import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { Requires, SignedIn } from "./requires.ts";
import { endOneSession, endSessionsOf, sessionsOf } from "./session.service.ts";
import { UserSessionType } from "./session.type.ts";

/** Where people are signed in, and how that ends. */
@Resolver()
export class SessionResolver {
  @Query(() => [UserSessionType], {
    description: "The devices on which one is signed in, the one used last first.",
  })
  @SignedIn()
  sessions(@Ctx() context: RequestContext): Promise<UserSessionType[]> {
    const { id, sessionId } = viewerOf(context);
    return sessionsOf(context, id, sessionId);
  }

  @Query(() => [UserSessionType], { description: "The devices on which a user is signed in." })
  @Requires("user:update", "list")
  userSessions(
    @Ctx() context: RequestContext,
    @Arg("userId", () => ID, { description: "Id of the user." }) userId: string,
  ): Promise<UserSessionType[]> {
    return sessionsOf(context, userId, context.viewer?.sessionId);
  }

  @Mutation(() => Boolean, {
    description:
      "Ends a session: one's own, or anybody's with the right to change users. HTTP feels it within a second, sockets within two.",
  })
  @SignedIn()
  async endSession(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the session." }) id: string,
  ): Promise<boolean> {
    await endOneSession(context, viewerOf(context), id);
    context.principals.forget();
    return true;
  }

  @Mutation(() => Int, {
    description: "Ends all of one's sessions but the one that asks; answers how many there were.",
  })
  @SignedIn()
  async endOtherSessions(@Ctx() context: RequestContext): Promise<number> {
    const { id, sessionId } = viewerOf(context);
    const ended = await endSessionsOf(context, id, sessionId);
    context.principals.forget();
    return ended;
  }

  @Mutation(() => Int, {
    description: "Ends all sessions of a user; answers how many there were.",
  })
  @Requires("user:update", "command")
  async endUserSessions(
    @Ctx() context: RequestContext,
    @Arg("userId", () => ID, { description: "Id of the user." }) userId: string,
  ): Promise<number> {
    const ended = await endSessionsOf(context, userId);
    context.principals.forget();
    return ended;
  }
}
