import { Field, ID, Int, ObjectType } from "type-graphql";
import type { DealLine } from "../../schema/marketing/deal.entity.ts";
import type { OpportunityStatus } from "../../schema/marketing/opportunity.entity.ts";
import type { RevisionChanges } from "../../schema/marketing/opportunity-revision.entity.ts";
import { UserType } from "../access/user.type.ts";
import { ProductType } from "../catalog/product.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, JsonScalar } from "../server/scalars.ts";
import { OpportunityStatusEnum, TransitionDirectionEnum } from "./opportunity-status.enum.ts";
import type { TransitionDirection } from "./opportunity.moves.ts";

@ObjectType("OpportunityProduct", {
  description: "A product that is offered.",
  simpleResolvers: true,
})
export class OpportunityProductType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => Int, { description: "Place among the products of the opportunity." })
  lineNo!: number;

  @Field(() => ProductType, {
    nullable: true,
    description: "The product; null without the right to see products.",
  })
  product!: ProductType | null;

  @Field(() => DecimalScalar, { description: "How many." })
  quantity!: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Price of one." })
  unitPrice!: string | null;

  @Field(() => String, { description: "ISO 4217 currency of the price." })
  currency!: string;
}

@ObjectType("OpportunityTransition", {
  description: "A move of an opportunity, kept for good.",
  simpleResolvers: true,
})
export class OpportunityTransitionType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => Int, { description: "Place among the transitions, from 1." })
  seq!: number;

  @Field(() => OpportunityStatusEnum, {
    nullable: true,
    description: "The status before; null for the first.",
  })
  fromStatus!: OpportunityStatus | null;

  @Field(() => OpportunityStatusEnum, { description: "The status after." })
  toStatus!: OpportunityStatus;

  @Field(() => TransitionDirectionEnum, { description: "How it counts." })
  direction!: TransitionDirection;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: string;

  @Field(() => UserType, { nullable: true, description: "Who; null for imports and jobs." })
  by!: UserType | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason!: string | null;

  @Field(() => Int, { description: "Success rate at that moment." })
  successRate!: number;

  @Field(() => DecimalScalar, { nullable: true, description: "Amount at that moment." })
  amount!: string | null;

  @Field(() => String, { description: "ISO 4217 currency of the amount." })
  currency!: string;
}

@ObjectType("OpportunityRevision", {
  description: "A change of an opportunity, kept for good.",
  simpleResolvers: true,
})
export class OpportunityRevisionType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => Int, { description: "Place among the revisions, from 1." })
  seq!: number;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: string;

  @Field(() => UserType, { nullable: true, description: "Who; null for imports and jobs." })
  by!: UserType | null;

  @Field(() => JsonScalar, { description: "{field: {old, new}} for each field that changed." })
  changes!: RevisionChanges;
}

@ObjectType("PlanItem", {
  description: "A step planned to win an opportunity.",
  simpleResolvers: true,
})
export class PlanItemType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => DateScalar, { description: "Day on which it is to be done." })
  plannedOn!: string;

  @Field(() => String, { description: "What is to be done." })
  content!: string;

  @Field(() => String, { nullable: true, description: "What came of it." })
  result!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done." })
  executedAt!: string | null;

  @Field(() => UserType, { nullable: true, description: "Who did it." })
  executedBy!: UserType | null;

  @Field(() => UserType, { nullable: true, description: "Who planned it; null for imports." })
  createdBy!: UserType | null;

  @Field(() => DateTimeScalar, { description: "When it was planned." })
  createdAt!: string;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}

@ObjectType("Deal", { description: "What a won opportunity brought.", simpleResolvers: true })
export class DealType {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => CustomerType, {
    nullable: true,
    description: "Who bought; null where you may not see the customer.",
  })
  customer!: CustomerType | null;

  @Field(() => DecimalScalar, { description: "What it brought." })
  amount!: string;

  @Field(() => String, { description: "ISO 4217 currency of the amount." })
  currency!: string;

  @Field(() => DateTimeScalar, { description: "When it was closed." })
  closedAt!: string;

  @Field(() => JsonScalar, {
    description: "The lines as sold: productId, name, quantity, unitPrice, currency.",
  })
  products!: readonly DealLine[];
}
