import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Opportunity, OpportunityStatus } from "../../schema/marketing/opportunity.entity.ts";
import { UserType } from "../access/user.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { connectionType } from "../lists/connection.type.ts";
import { DictionaryEntryType } from "../reference/dictionary-entry.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../server/scalars.ts";
import {
  DealType,
  OpportunityProductType,
  OpportunityRevisionType,
  OpportunityTransitionType,
  PlanItemType,
} from "./opportunity-parts.type.ts";
import { OpportunityStatusEnum } from "./opportunity-status.enum.ts";
import { opportunities } from "./opportunity.list.ts";

type Public =
  | "id"
  | "number"
  | "title"
  | "customerName"
  | "contactName"
  | "contactPhone"
  | "successRate"
  | "description"
  | "strategy"
  | "estimatedAmount"
  | "currency"
  | "status"
  | "furthestStatus"
  | "closedAmount"
  | "closeNote"
  | "tags"
  | "version";

@ObjectType("Opportunity", {
  description: "A chance to sell, to a customer or to a prospect known by name.",
  simpleResolvers: true,
})
export class OpportunityType implements Pick<Opportunity, Public> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, { description: "Readable number, unique: XS, the day and a sequence." })
  number!: string;

  @Field(() => String, { description: "What it is about, in a line." })
  title!: string;

  @Field(() => DictionaryEntryType, { description: "Where it comes from." })
  source!: DictionaryEntryType;

  @Field(() => CustomerType, {
    nullable: true,
    description: "The customer, where it is one already and you may see it.",
  })
  customer!: CustomerType | null;

  @Field(() => String, { nullable: true, description: "Name of the prospect." })
  customerName!: string | null;

  @Field(() => String, { nullable: true, description: "Whom to talk to." })
  contactName!: string | null;

  @Field(() => String, { nullable: true, description: "How to reach the contact." })
  contactPhone!: string | null;

  @Field(() => Int, { description: "Likelihood of success in percent." })
  successRate!: number;

  @Field(() => String, { description: "What the customer wants." })
  description!: string;

  @Field(() => String, { nullable: true, description: "How it is to be won." })
  strategy!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What it may bring." })
  estimatedAmount!: string | null;

  @Field(() => String, { description: "ISO 4217 currency of its amounts." })
  currency!: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it may be closed." })
  expectedCloseOn!: string | null;

  @Field(() => UserType, { nullable: true, description: "Who works on it." })
  assignee!: UserType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was assigned last." })
  assignedAt!: string | null;

  @Field(() => OpportunityStatusEnum, { description: "How far it is." })
  status!: OpportunityStatus;

  @Field(() => OpportunityStatusEnum, { description: "How far it ever came." })
  furthestStatus!: OpportunityStatus;

  @Field(() => DateTimeScalar, { description: "Since when it has been in its status." })
  statusSince!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When work began." })
  firstDevelopedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was won or lost." })
  closedAt!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What it brought." })
  closedAmount!: string | null;

  @Field(() => DictionaryEntryType, { nullable: true, description: "Why it was lost." })
  lossReason!: DictionaryEntryType | null;

  @Field(() => String, { nullable: true, description: "What was said when it was closed." })
  closeNote!: string | null;

  @Field(() => CustomerType, {
    nullable: true,
    description: "The customer that a won one led to, where you may see it.",
  })
  resultCustomer!: CustomerType | null;

  @Field(() => DealType, { nullable: true, description: "What a won one brought." })
  deal!: DealType | null;

  @Field(() => [OpportunityProductType], { description: "What is offered, line by line." })
  products!: OpportunityProductType[];

  @Field(() => [OpportunityTransitionType], { description: "All its moves, the first one first." })
  transitions!: OpportunityTransitionType[];

  @Field(() => [OpportunityRevisionType], { description: "All its changes, the first one first." })
  revisions!: OpportunityRevisionType[];

  @Field(() => [PlanItemType], { description: "The plan, by day." })
  planItems!: PlanItemType[];

  @Field(() => [String], { description: "Short free labels." })
  tags!: string[];

  @Field(() => UserType, { nullable: true, description: "Who made it; null for imports." })
  createdBy!: UserType | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: string;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}

export const OpportunityConnection = connectionType(opportunities, () => OpportunityType);
