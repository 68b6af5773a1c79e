import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { findRecord, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { Requires } from "./requires.ts";
import { setRoleGrants, type SetRoleGrantsInput } from "./role-grants.service.ts";
import {
  CreateRoleInputType,
  DeleteRoleInputType,
  SetRoleGrantsInputType,
  UpdateRoleInputType,
} from "./role.input.ts";
import { roles } from "./role.list.ts";
import { createRole, deleteRole, updateRole, type RoleTarget } from "./role.service.ts";
import { RoleType } from "./role.type.ts";

/** Roles as data: what they are called and what they may do. */
@Resolver()
export class RoleResolver {
  @Query(() => RoleType, { nullable: true, description: "A role by id, with its grants." })
  @Requires("role:read", "id")
  role(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the role." }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return readRecord(context, roles, id, info);
  }

  @Mutation(() => RoleType, { nullable: true, description: "Adds a role without grants." })
  @Requires("role:create", "command")
  async createRole(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateRoleInputType, { description: "The role." })
    input: { code: string; nameZh: string; nameEn: string },
  ): Promise<Row | undefined> {
    const id = await createRole(context, input);
    return findRecord(context, roles, id, info);
  }

  @Mutation(() => RoleType, { nullable: true, description: "Changes code and names of a role." })
  @Requires("role:update", "command")
  async updateRole(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateRoleInputType, { description: "What changes." }) input: RoleTarget,
  ): Promise<Row | undefined> {
    await updateRole(context, input);
    return findRecord(context, roles, input.id, info);
  }

  @Mutation(() => RoleType, {
    nullable: true,
    description:
      "Replaces the grants of a role. Refused where you would gain by it, or give others what you lack without being a system administrator.",
  })
  @Requires("role:update", "command")
  async setRoleGrants(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => SetRoleGrantsInputType, { description: "The role and its grants." })
    input: SetRoleGrantsInput,
  ): Promise<Row | undefined> {
    await setRoleGrants(context, input);
    return findRecord(context, roles, input.roleId, info);
  }

  @Mutation(() => ID, {
    description: "Removes a role that nobody holds and that is not built in; answers its id.",
  })
  @Requires("role:delete", "command")
  async deleteRole(
    @Ctx() context: RequestContext,
    @Arg("input", () => DeleteRoleInputType, { description: "The role." }) input: RoleTarget,
  ): Promise<string> {
    await deleteRole(context, input);
    return input.id;
  }
}
