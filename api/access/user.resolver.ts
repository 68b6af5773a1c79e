import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { findRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { Requires } from "./requires.ts";
import { setUserPassword } from "./user-password.service.ts";
import { setUserRoles, type SetUserRolesInput } from "./user-roles.service.ts";
import { updateUser, type UpdateUserInput } from "./user-update.service.ts";
import {
  CreateUserInputType,
  SetUserPasswordInputType,
  SetUserRolesInputType,
  UpdateUserInputType,
} from "./user.input.ts";
import { users } from "./user.list.ts";
import { createUser, type CreateUserInput } from "./user.service.ts";
import { UserType } from "./user.type.ts";

/** Changes of people and of what they may do. */
@Resolver()
export class UserResolver {
  @Mutation(() => UserType, { nullable: true, description: "Adds somebody to the staff." })
  @Requires("user:create", "command")
  async createUser(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateUserInputType, { description: "The user." }) input: CreateUserInput,
  ): Promise<Row | undefined> {
    const { id } = await createUser(context, input);
    return findRecord(context, users, id, info);
  }

  @Mutation(() => UserType, {
    nullable: true,
    description:
      "Changes a user, also whether they are active. The last active administrator cannot be disabled.",
  })
  @Requires("user:update", "command")
  async updateUser(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateUserInputType, { description: "What changes." })
    input: UpdateUserInput,
  ): Promise<Row | undefined> {
    await updateUser(context, input);
    return findRecord(context, users, input.id, info);
  }

  @Mutation(() => UserType, {
    nullable: true,
    description:
      "Replaces the roles of a user; never adds one to oneself. Only a system administrator gives what they lack.",
  })
  @Requires("role:assign", "command")
  async setUserRoles(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => SetUserRolesInputType, { description: "The user and their roles." })
    input: SetUserRolesInput,
  ): Promise<Row | undefined> {
    await setUserRoles(context, input);
    return findRecord(context, users, input.userId, info);
  }

  @Mutation(() => Boolean, {
    description: "Gives somebody else a new password and ends all of their sessions.",
  })
  @Requires("user:update", "command")
  async setUserPassword(
    @Ctx() context: RequestContext,
    @Arg("input", () => SetUserPasswordInputType, { description: "The user and the password." })
    input: { userId: string; password: string; mustChangePassword?: boolean | null },
  ): Promise<boolean> {
    await setUserPassword(context, input);
    return true;
  }
}
