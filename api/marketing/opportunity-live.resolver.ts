import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Resolver, Root, Subscription } from "type-graphql";
import { Requires } from "../access/requires.ts";
import { findRecord, type Row } from "../lists/read-list.ts";
import type { Change } from "../live/changes.ts";
import type { RequestContext } from "../server/context.ts";
import { opportunities } from "./opportunity.list.ts";
import { OpportunityType } from "./opportunity.type.ts";

@Resolver(() => OpportunityType)
export class OpportunityLiveResolver {
  @Subscription(() => OpportunityType, {
    nullable: true,
    description:
      "An opportunity in your scope each time it or its plan changes, as it then is; what leaves your scope is not told.",
    subscribe: ({ context }: { context: RequestContext }) => context.changes.of("opportunity"),
  })
  @Requires("opportunity:read", "subscription")
  async opportunityChanged(
    @Root() change: Change,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, {
      nullable: true,
      description: "Only this opportunity; all in your scope where it is absent.",
    })
    id?: string,
  ): Promise<Row | null> {
    if (id !== undefined && id !== change.id) return null;
    return (await findRecord(context, opportunities, change.id, info)) ?? null;
  }
}
