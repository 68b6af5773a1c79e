import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Nested, Requires } from "../access/requires.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { nested } from "../lists/nested.ts";
import { findRecord, readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { ContactType } from "./contact.type.ts";
import { CreateCustomerInputType, UpdateCustomerInputType } from "./customer.input.ts";
import { customers } from "./customer.list.ts";
import {
  createCustomer,
  updateCustomer,
  type CreateCustomerInput,
  type UpdateCustomerInput,
} from "./customer.service.ts";
import { CustomerConnection, CustomerType } from "./customer.type.ts";

const CustomerListArgs = listArgs(customers);

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerType, {
    nullable: true,
    description: "One customer; NOT_FOUND where it is missing or out of your scope.",
  })
  @Requires("customer:read", "id")
  customer(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Id of the customer." }) id: string,
  ): Promise<Row> {
    return readRecord(context, customers, id, info);
  }

  @Query(() => CustomerConnection, { description: "The customers in your scope, newest first." })
  @Requires("customer:read", "list")
  customers(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CustomerListArgs) args: ListArgs,
  ): Promise<Connection<Row>> {
    return readConnection(context, customers, args, info);
  }

  @FieldResolver(() => [ContactType], {
    description: "People at the customer, the primary contact first.",
  })
  @Nested("contact:read")
  contacts(
    @Root() customer: Row,
    @Info() info: GraphQLResolveInfo,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, at most 200." })
    _first: number,
  ): Row[] {
    return nested(customer, info);
  }

  @Mutation(() => CustomerType, {
    nullable: true,
    description: "Creates a customer; answers it where you may read it.",
  })
  @Requires("customer:create", "command")
  async createCustomer(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateCustomerInputType, { description: "The customer." })
    input: CreateCustomerInput,
  ): Promise<Row | undefined> {
    const id = await createCustomer(context, input, context.config.timeZone);
    return findRecord(context, customers, id, info);
  }

  @Mutation(() => CustomerType, {
    nullable: true,
    description: "Changes an ACTIVE customer; a name in use is refused without telling by whom.",
  })
  @Requires("customer:update", "command")
  async updateCustomer(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateCustomerInputType, { description: "What changes." })
    input: UpdateCustomerInput,
  ): Promise<Row | undefined> {
    await updateCustomer(context, input);
    return findRecord(context, customers, input.id, info);
  }
}
