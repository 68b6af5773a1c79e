import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { connectionType, type Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { departments } from "./department.list.ts";
import { DepartmentType } from "./department.type.ts";
import { Requires } from "./requires.ts";
import { roles } from "./role.list.ts";
import { RoleType } from "./role.type.ts";
import { users } from "./user.list.ts";
import { UserType } from "./user.type.ts";

const UserConnection = connectionType(users, () => UserType);
const DepartmentConnection = connectionType(departments, () => DepartmentType);
const RoleConnection = connectionType(roles, () => RoleType);

// Made here and not where they are used: type-graphql looks at the classes before it calls a resolver.
const UserArgs = listArgs(users);
const DepartmentArgs = listArgs(departments);
const RoleArgs = listArgs(roles);

/** Who works here, where they stand and which roles there are. */
@Resolver()
export class OrganisationResolver {
  @Query(() => UserType, { nullable: true, description: "A user by id." })
  @Requires("user:read", "id")
  user(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the user." }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return readRecord(context, users, id, info);
  }

  @Query(() => UserConnection, { description: "The people who work with the CRM." })
  @Requires("user:read", "list")
  users(
    @Ctx() context: RequestContext,
    @Args(() => UserArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return readConnection(context, users, args, info);
  }

  @Query(() => DepartmentType, { nullable: true, description: "A department by id." })
  @Requires("department:read", "id")
  department(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the department." }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return readRecord(context, departments, id, info);
  }

  @Query(() => DepartmentConnection, {
    description: "The organisation tree; a department names the one above it.",
  })
  @Requires("department:read", "list")
  departments(
    @Ctx() context: RequestContext,
    @Args(() => DepartmentArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return readConnection(context, departments, args, info);
  }

  @Query(() => RoleConnection, { description: "The roles that users may hold." })
  @Requires("role:read", "list")
  roles(
    @Ctx() context: RequestContext,
    @Args(() => RoleArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return readConnection(context, roles, args, info);
  }
}
