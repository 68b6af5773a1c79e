import { Field, ID, InputType, Int } from "type-graphql";
import { CONTACT_FIELDS } from "../customers/contact.rules.ts";
import { CUSTOMER_FIELDS } from "../customers/customer.rules.ts";
import { inputType } from "../input/define-input.ts";
import { DateTimeScalar, DecimalScalar } from "../server/scalars.ts";
import { REASON_FIELDS } from "./opportunity-assign.rules.ts";
import { LOSE_FIELDS, WIN_FIELDS } from "./opportunity-close.rules.ts";
import {
  NEW_OPPORTUNITY_FIELDS,
  OPPORTUNITY_FIELDS,
  type ProductLine,
} from "./opportunity.rules.ts";
import { PLAN_ITEM_FIELDS, PLAN_RESULT_FIELDS } from "./plan-item.rules.ts";

/** What every command names: the record, and the version of it that was read. */
const record = {
  id: { type: () => ID, description: "The record." },
  version: { type: () => Int, description: "The version that was read; a stale one is CONFLICT." },
};

@InputType("ProductLineInput", { description: "A product that is offered." })
class ProductLineInputType implements ProductLine {
  @Field(() => ID, { description: "The product." })
  productId!: string;

  @Field(() => DecimalScalar, { description: "How many, above zero." })
  quantity!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Price of one, in the currency of the opportunity.",
  })
  unitPrice!: string | null;
}

const products = {
  type: () => [ProductLineInputType],
  nullable: true,
  description: "All lines in their order; they take the place of those there are.",
};

export const CreateOpportunityInputType = inputType(
  "CreateOpportunityInput",
  "A new opportunity.",
  "create",
  NEW_OPPORTUNITY_FIELDS,
  { products },
);

export const UpdateOpportunityInputType = inputType(
  "UpdateOpportunityInput",
  "Changes of an open opportunity; what is left out stays, null clears.",
  "update",
  OPPORTUNITY_FIELDS,
  { ...record, products },
);

export const RecordInputType = inputType(
  "RecordInput",
  "A record to act on.",
  "update",
  {},
  record,
);

const assigneeId = { type: () => ID, description: "An active account manager within your reach." };

export const AssignOpportunityInputType = inputType(
  "AssignOpportunityInput",
  "Whom an opportunity is given to.",
  "create",
  {},
  { ...record, assigneeId },
);

export const ReassignOpportunityInputType = inputType(
  "ReassignOpportunityInput",
  "Whom an opportunity is given to instead, and why.",
  "create",
  REASON_FIELDS,
  { ...record, assigneeId },
);

export const ReopenOpportunityInputType = inputType(
  "ReopenOpportunityInput",
  "Why a lost opportunity is taken up again.",
  "create",
  REASON_FIELDS,
  {
    ...record,
    assigneeId: {
      type: () => ID,
      nullable: true,
      description: "Who takes it up; whoever had it last where it is left out.",
    },
  },
);

const NewCustomerInputType = inputType(
  "NewCustomerInput",
  "The customer to be made of a prospect; what is left out comes from the opportunity.",
  "update",
  CUSTOMER_FIELDS,
);

const FirstContactInputType = inputType(
  "FirstContactInput",
  "The first contact of the new customer; what is left out comes from the opportunity.",
  "update",
  CONTACT_FIELDS,
);

export const WinOpportunityInputType = inputType(
  "WinOpportunityInput",
  "What an opportunity brought, and which customer it led to.",
  "create",
  WIN_FIELDS,
  {
    ...record,
    newCustomer: {
      type: () => NewCustomerInputType,
      nullable: true,
      description: "The customer to be made where the prospect is none yet.",
    },
    firstContact: {
      type: () => FirstContactInputType,
      nullable: true,
      description: "The first contact of the new customer.",
    },
  },
);

export const LoseOpportunityInputType = inputType(
  "LoseOpportunityInput",
  "Why an opportunity is given up.",
  "create",
  LOSE_FIELDS,
  record,
);

export const AddPlanItemInputType = inputType(
  "AddPlanItemInput",
  "A step to be planned.",
  "create",
  PLAN_ITEM_FIELDS,
  { opportunityId: { type: () => ID, description: "What it is to win." } },
);

export const UpdatePlanItemInputType = inputType(
  "UpdatePlanItemInput",
  "Changes of a planned step; what is left out stays.",
  "update",
  PLAN_ITEM_FIELDS,
  record,
);

export const RecordPlanResultInputType = inputType(
  "RecordPlanResultInput",
  "What came of a planned step.",
  "create",
  PLAN_RESULT_FIELDS,
  {
    ...record,
    executedAt: {
      type: () => DateTimeScalar,
      nullable: true,
      description: "When it was done; now where it is left out.",
    },
  },
);
