import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from "type-graphql";
import { unauthenticated } from "../../schema/kernel/errors.ts";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { breakGlass, endBreakGlass } from "./break-glass.service.ts";
import { Requires, SignedIn } from "./requires.ts";
import { viewerFor } from "./viewer.ts";
import { ViewerType } from "./viewer.type.ts";

@InputType({ description: "Reading every business record for a while, for a reason." })
class BreakGlassInput {
  @Field(() => String, {
    description: "Why; the audit log keeps it and other administrators see it.",
  })
  reason!: string;

  @Field(() => Int, { description: "For how long, at most 60 minutes." })
  minutes!: number;

  @Field(() => String, { description: "The password, once more." })
  password!: string;
}

/** Access in an emergency: held by one session, apart from roles, and told to everybody who administers. */
@Resolver()
export class BreakGlassResolver {
  @Mutation(() => ViewerType, {
    description:
      "Lets this session read all business records for a while. The audit log tells the other administrators, and each operation until then.",
  })
  @Requires("breakGlass:run", "command")
  async breakGlass(
    @Ctx() context: RequestContext,
    @Arg("input", () => BreakGlassInput, { description: "Reason, time and password." })
    input: BreakGlassInput,
  ): Promise<ViewerType> {
    await breakGlass(context, viewerOf(context), input);
    return renewed(context);
  }

  @Mutation(() => ViewerType, { description: "Ends break-glass access before its time." })
  @SignedIn()
  async endBreakGlass(@Ctx() context: RequestContext): Promise<ViewerType> {
    await endBreakGlass(context, viewerOf(context));
    return renewed(context);
  }
}

/** The viewer with the rights that hold from now on. */
async function renewed(context: RequestContext): Promise<ViewerType> {
  const { id: userId, sessionId } = viewerOf(context);
  context.principals.forget();
  const viewer = sessionId && (await context.principals.of({ userId, sessionId }));
  if (!viewer) throw unauthenticated();
  return viewerFor(context.em, viewer);
}
