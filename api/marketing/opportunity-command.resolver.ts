import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import { findRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import {
  assignOpportunity,
  reassignOpportunity,
  reopenOpportunity,
  type AssignOpportunityInput,
  type ReassignOpportunityInput,
  type ReopenOpportunityInput,
} from "./opportunity-assign.service.ts";
import {
  loseOpportunity,
  winOpportunity,
  type LoseOpportunityInput,
  type WinOpportunityInput,
} from "./opportunity-close.service.ts";
import { createOpportunity, type CreateOpportunityInput } from "./opportunity-create.service.ts";
import { deleteOpportunity } from "./opportunity-delete.service.ts";
import { updateOpportunity, type UpdateOpportunityInput } from "./opportunity-update.service.ts";
import {
  AssignOpportunityInputType,
  CreateOpportunityInputType,
  LoseOpportunityInputType,
  ReassignOpportunityInputType,
  RecordInputType,
  ReopenOpportunityInputType,
  UpdateOpportunityInputType,
  WinOpportunityInputType,
} from "./opportunity.input.ts";
import { opportunities } from "./opportunity.list.ts";
import { OPPORTUNITY_MOVES, type OpportunityMove } from "./opportunity.moves.ts";
import { OpportunityType } from "./opportunity.type.ts";
import type { PlanItemTarget } from "./plan-item.command.ts";

const Moves = (name: OpportunityMove) => Requires(OPPORTUNITY_MOVES[name].permission, "command");
const says = (description: string) => ({
  nullable: true,
  description: `${description} Answers it where you may still read it.`,
});
const input = { description: "What is to be done." };

@Resolver(() => OpportunityType)
export class OpportunityCommandResolver {
  @Mutation(() => OpportunityType, says("Creates an unassigned opportunity."))
  @Moves("createOpportunity")
  async createOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CreateOpportunityInputType, input) given: CreateOpportunityInput,
  ): Promise<Row | undefined> {
    const id = await createOpportunity(context, given, context.config);
    return findRecord(context, opportunities, id, info);
  }

  @Mutation(() => OpportunityType, says("Changes an open opportunity; a revision keeps what was."))
  @Moves("updateOpportunity")
  async updateOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => UpdateOpportunityInputType, input) given: UpdateOpportunityInput,
  ): Promise<Row | undefined> {
    await updateOpportunity(context, given);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(() => OpportunityType, says("UNASSIGNED → ASSIGNED."))
  @Moves("assignOpportunity")
  async assignOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => AssignOpportunityInputType, input) given: AssignOpportunityInput,
  ): Promise<Row | undefined> {
    await assignOpportunity(context, given);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(() => OpportunityType, says("ASSIGNED, DEVELOPING → ASSIGNED, to somebody else."))
  @Moves("reassignOpportunity")
  async reassignOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => ReassignOpportunityInputType, input) given: ReassignOpportunityInput,
  ): Promise<Row | undefined> {
    await reassignOpportunity(context, given);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(() => OpportunityType, says("LOST → ASSIGNED."))
  @Moves("reopenOpportunity")
  async reopenOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => ReopenOpportunityInputType, input) given: ReopenOpportunityInput,
  ): Promise<Row | undefined> {
    await reopenOpportunity(context, given);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(
    () => OpportunityType,
    says("DEVELOPING → WON, together with the customer, its first contact and the deal."),
  )
  @Moves("winOpportunity")
  async winOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => WinOpportunityInputType, input) given: WinOpportunityInput,
  ): Promise<Row | undefined> {
    await winOpportunity(context, given, context.config.timeZone);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(() => OpportunityType, says("ASSIGNED, DEVELOPING → LOST; the plan is locked."))
  @Moves("loseOpportunity")
  async loseOpportunity(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => LoseOpportunityInputType, input) given: LoseOpportunityInput,
  ): Promise<Row | undefined> {
    await loseOpportunity(context, given);
    return findRecord(context, opportunities, given.id, info);
  }

  @Mutation(() => ID, {
    description: "Deletes an UNASSIGNED opportunity for good; answers its id.",
  })
  @Moves("deleteOpportunity")
  async deleteOpportunity(
    @Ctx() context: RequestContext,
    @Arg("input", () => RecordInputType, input) given: PlanItemTarget,
  ): Promise<string> {
    await deleteOpportunity(context, given);
    return given.id;
  }
}
