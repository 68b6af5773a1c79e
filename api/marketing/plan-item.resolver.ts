import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { Nested, Requires } from "../access/requires.ts";
import { findRecord, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { PlanItemType } from "./opportunity-parts.type.ts";
import {
  AddPlanItemInputType,
  RecordInputType,
  RecordPlanResultInputType,
  UpdatePlanItemInputType,
} from "./opportunity.input.ts";
import { planItems } from "./opportunity.list.ts";
import { OpportunityType } from "./opportunity.type.ts";
import type { PlanItemTarget } from "./plan-item.command.ts";
import {
  addPlanItem,
  deletePlanItem,
  recordPlanResult,
  updatePlanItem,
  type AddPlanItemInput,
  type RecordPlanResultInput,
  type UpdatePlanItemInput,
} from "./plan-item.service.ts";

const input = { description: "What is to be done." };

@Resolver(() => PlanItemType)
export class PlanItemResolver {
  @Query(() => PlanItemType, {
    nullable: true,
    description: "One step of a plan; NOT_FOUND where it is missing or out of your scope.",
  })
  @Requires("opportunity:read", "id")
  planItem(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "Id of the plan item." }) id: string,
  ): Promise<Row> {
    return readRecord(context, planItems, id, info);
  }

  @FieldResolver(() => OpportunityType, { nullable: true, description: "What it is to win." })
  @Nested("opportunity:read")
  opportunity(@Root() item: { readonly opportunity: Row | null }): Row | null {
    return item.opportunity;
  }

  @Mutation(() => PlanItemType, {
    nullable: true,
    description: "Plans a step; the first one takes the opportunity from ASSIGNED to DEVELOPING.",
  })
  @Requires("opportunity:plan", "command")
  async addPlanItem(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => AddPlanItemInputType, input) given: AddPlanItemInput,
  ): Promise<Row | undefined> {
    return findRecord(context, planItems, await addPlanItem(context, given), info);
  }

  @Mutation(() => PlanItemType, {
    nullable: true,
    description: "Changes a planned step that has no result yet.",
  })
  @Requires("opportunity:plan", "command")
  async updatePlanItem(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdatePlanItemInputType, input) given: UpdatePlanItemInput,
  ): Promise<Row | undefined> {
    await updatePlanItem(context, given);
    return findRecord(context, planItems, given.id, info);
  }

  @Mutation(() => PlanItemType, {
    nullable: true,
    description: "Writes down what came of a step; only the assignee does.",
  })
  @Requires("opportunity:plan", "command")
  async recordPlanResult(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => RecordPlanResultInputType, input) given: RecordPlanResultInput,
  ): Promise<Row | undefined> {
    await recordPlanResult(context, given);
    return findRecord(context, planItems, given.id, info);
  }

  @Mutation(() => ID, { description: "Takes a step without a result off the plan." })
  @Requires("opportunity:plan", "command")
  async deletePlanItem(
    @Ctx() context: RequestContext,
    @Arg("input", () => RecordInputType, input) given: PlanItemTarget,
  ): Promise<string> {
    await deletePlanItem(context, given);
    return given.id;
  }
}
