import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { products } from "./product.list.ts";
import { ProductConnection, ProductType } from "./product.type.ts";

const ProductListArgs = listArgs(products);

@Resolver(() => ProductType)
export class ProductResolver {
  @Query(() => ProductType, {
    nullable: true,
    description: "One product; NOT_FOUND where it is missing.",
  })
  @Requires("product:read", "open")
  product(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Id of the product." }) id: string,
  ): Promise<Row> {
    return readRecord(context, products, id, info);
  }

  @Query(() => ProductConnection, { description: "The products of all sources, by name." })
  @Requires("product:read", "open")
  products(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ProductListArgs) args: ListArgs,
  ): Promise<Connection<Row>> {
    return readConnection(context, products, args, info);
  }
}
