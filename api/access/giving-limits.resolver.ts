import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../server/context.ts";
import { grantLimits } from "./grant-limits.service.ts";
import { GrantLimitsType, RoleLimitType } from "./giving-limits.type.ts";
import { Requires } from "./requires.ts";
import { roleLimits } from "./role-limits.service.ts";

/** What the caller could not give, told before they try; the commands themselves judge anew. */
@Resolver()
export class GivingLimitsResolver {
  @Query(() => GrantLimitsType, {
    description: "What the caller cannot give a role, and why: for an editor of its grants.",
  })
  @Requires("role:update", "open")
  grantLimits(
    @Ctx() context: RequestContext,
    @Arg("roleId", () => ID, { description: "The role." }) roleId: string,
  ): Promise<GrantLimitsType> {
    return grantLimits(context, roleId);
  }

  @Query(() => [RoleLimitType], {
    description:
      "Roles that the caller cannot give a user, or take from them where they hold them, and why.",
  })
  @Requires("role:assign", "open")
  roleLimits(
    @Ctx() context: RequestContext,
    @Arg("userId", () => ID, { description: "The user." }) userId: string,
  ): Promise<RoleLimitType[]> {
    return roleLimits(context, userId);
  }
}
