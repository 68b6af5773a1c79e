import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import { findRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import {
  CreateDepartmentInputType,
  DeleteDepartmentInputType,
  MoveDepartmentInputType,
  UpdateDepartmentInputType,
} from "./department.input.ts";
import { departments } from "./department.list.ts";
import {
  createDepartment,
  updateDepartment,
  type CreateDepartmentInput,
  type DepartmentTarget,
} from "./department.service.ts";
import {
  deleteDepartment,
  moveDepartment,
  type MoveDepartmentInput,
} from "./department-tree.service.ts";
import { DepartmentType } from "./department.type.ts";
import { Requires } from "./requires.ts";

/** Changes of the organisation tree. */
@Resolver()
export class DepartmentResolver {
  @Mutation(() => DepartmentType, { nullable: true, description: "Adds a department." })
  @Requires("department:create", "command")
  async createDepartment(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateDepartmentInputType, { description: "The department." })
    input: CreateDepartmentInput,
  ): Promise<Row | undefined> {
    const { id } = await createDepartment(context, input);
    return findRecord(context, departments, id, info);
  }

  @Mutation(() => DepartmentType, {
    nullable: true,
    description: "Changes name and code of a department.",
  })
  @Requires("department:update", "command")
  async updateDepartment(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateDepartmentInputType, { description: "What changes." })
    input: DepartmentTarget,
  ): Promise<Row | undefined> {
    await updateDepartment(context, input);
    return findRecord(context, departments, input.id, info);
  }

  @Mutation(() => DepartmentType, {
    nullable: true,
    description:
      "Moves a department with all below it. Refused below itself, and where your own grants would reach further.",
  })
  @Requires("department:update", "command")
  async moveDepartment(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => MoveDepartmentInputType, { description: "What goes where." })
    input: MoveDepartmentInput,
  ): Promise<Row | undefined> {
    await moveDepartment(context, input);
    return findRecord(context, departments, input.id, info);
  }

  @Mutation(() => ID, {
    description: "Removes a department without users and departments below it; answers its id.",
  })
  @Requires("department:delete", "command")
  async deleteDepartment(
    @Ctx() context: RequestContext,
    @Arg("input", () => DeleteDepartmentInputType, { description: "The department." })
    input: DepartmentTarget,
  ): Promise<string> {
    await deleteDepartment(context, input);
    return input.id;
  }
}
