import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { Nested, Requires } from "../access/requires.ts";
import { CustomerType } from "../customers/customer.type.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { nested } from "../lists/nested.ts";
import { readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { opportunities } from "./opportunity.list.ts";
import { OpportunityConnection, OpportunityType } from "./opportunity.type.ts";

const OpportunityListArgs = listArgs(opportunities);

@Resolver(() => OpportunityType)
export class OpportunityResolver {
  @Query(() => OpportunityType, {
    nullable: true,
    description: "One opportunity; NOT_FOUND where it is missing or out of your scope.",
  })
  @Requires("opportunity:read", "id")
  opportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Id of the opportunity." }) id: string,
  ): Promise<Row> {
    return readRecord(context, opportunities, id, info);
  }

  @Query(() => OpportunityConnection, {
    description: "The opportunities in your scope, newest first.",
  })
  @Requires("opportunity:read", "list")
  opportunities(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OpportunityListArgs) args: ListArgs,
  ): Promise<Connection<Row>> {
    return readConnection(context, opportunities, args, info);
  }
}

/** What leads from a customer to its opportunities; it lives with them, since they know customers. */
@Resolver(() => CustomerType)
export class CustomerOpportunitiesResolver {
  @FieldResolver(() => OpportunityConnection, {
    description: "The customer's opportunities in your scope, newest first.",
  })
  @Nested("opportunity:read")
  opportunities(
    @Root() customer: Row,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OpportunityListArgs) _args: ListArgs,
  ): Connection<Row> {
    return nested(customer, info);
  }
}
