import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { findRecord, readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { contacts } from "./contact.list.ts";
import {
  createContact,
  updateContact,
  type CreateContactInput,
  type UpdateContactInput,
} from "./contact.service.ts";
import { ContactConnection, ContactType } from "./contact.type.ts";
import { CreateContactInputType, UpdateContactInputType } from "./customer.input.ts";

const ContactListArgs = listArgs(contacts);

@Resolver(() => ContactType)
export class ContactResolver {
  @Query(() => ContactType, {
    nullable: true,
    description: "One contact; NOT_FOUND where it is missing or out of your scope.",
  })
  @Requires("contact:read", "id")
  contact(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Id of the contact." }) id: string,
  ): Promise<Row> {
    return readRecord(context, contacts, id, info);
  }

  @Query(() => ContactConnection, { description: "The contacts in your scope, newest first." })
  @Requires("contact:read", "list")
  contacts(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ContactListArgs) args: ListArgs,
  ): Promise<Connection<Row>> {
    return readConnection(context, contacts, args, info);
  }

  @Mutation(() => ContactType, {
    nullable: true,
    description: "Adds a person to a customer; answers it where you may read it.",
  })
  @Requires("contact:create", "command")
  async createContact(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateContactInputType, { description: "The contact." })
    input: CreateContactInput,
  ): Promise<Row | undefined> {
    const id = await createContact(context, input);
    return findRecord(context, contacts, id, info);
  }

  @Mutation(() => ContactType, { nullable: true, description: "Changes a contact." })
  @Requires("contact:update", "command")
  async updateContact(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateContactInputType, { description: "What changes." })
    input: UpdateContactInput,
  ): Promise<Row | undefined> {
    await updateContact(context, input);
    return findRecord(context, contacts, input.id, info);
  }
}
