import { users } from "../access/user.list.ts";
import { products } from "../catalog/product.list.ts";
import { ascending, defineList, many, one } from "../lists/define-list.ts";
import { choice, day, decimal, id, instant, integer, json, tags, text } from "../lists/field.ts";
import { dictionaryEntries } from "../reference/dictionary-entry.list.ts";
import { OpportunityStatusEnum, TransitionDirectionEnum } from "./opportunity-status.enum.ts";

/** Parts of an opportunity are seen exactly where it is. */
const PART = { resource: "opportunity", part: true } as const;

const opportunityProducts = defineList({
  ...PART,
  name: "OpportunityProduct",
  caption: { zh: "机会产品", en: "Offered product" },
  table: "opportunity_product",
  fields: {
    id: id(),
    lineNo: integer(),
    quantity: decimal(),
    unitPrice: decimal({ nullable: true }),
    currency: text(),
  },
  relations: { product: one(products, "product_id") },
});

const opportunityTransitions = defineList({
  ...PART,
  name: "OpportunityTransition",
  caption: { zh: "状态变更", en: "Transition" },
  table: "opportunity_transition",
  fields: {
    id: id(),
    seq: integer(),
    fromStatus: choice("OpportunityStatus", OpportunityStatusEnum, { nullable: true }),
    toStatus: choice("OpportunityStatus", OpportunityStatusEnum),
    direction: choice("TransitionDirection", TransitionDirectionEnum),
    at: instant(),
    reason: text({ nullable: true }),
    successRate: integer(),
    amount: decimal({ nullable: true }),
    currency: text(),
  },
  relations: { by: one(users, "by_user_id") },
});

const opportunityRevisions = defineList({
  ...PART,
  name: "OpportunityRevision",
  caption: { zh: "修改记录", en: "Revision" },
  table: "opportunity_revision",
  fields: { id: id(), seq: integer(), at: instant(), changes: json() },
  relations: { by: one(users, "by_user_id") },
});

export const planItems = defineList({
  ...PART,
  name: "PlanItem",
  caption: { zh: "开发计划", en: "Plan item" },
  table: "plan_item",
  fields: {
    id: id(),
    plannedOn: day(),
    content: text(),
    result: text({ nullable: true }),
    executedAt: instant({ nullable: true }),
    createdAt: instant(),
    version: integer(),
  },
  relations: {
    opportunity: one("Opportunity", "opportunity_id"),
    executedBy: one(users, "executed_by_id"),
    createdBy: one(users, "created_by_id"),
  },
});

export const deals = defineList({
  ...PART,
  name: "Deal",
  caption: { zh: "成交记录", en: "Deal" },
  table: "deal",
  fields: {
    id: id(),
    amount: decimal(),
    currency: text(),
    closedAt: instant(),
    products: json(),
  },
  relations: { customer: one("Customer", "customer_id") },
});

export const opportunities = defineList({
  name: "Opportunity",
  caption: { zh: "销售机会", en: "Opportunity" },
  resource: "opportunity",
  table: "opportunity",
  fields: {
    id: id(),
    number: text(),
    title: text(),
    customerName: text({ nullable: true }),
    contactName: text({ nullable: true }),
    contactPhone: text({ nullable: true }),
    successRate: integer(),
    description: text(),
    strategy: text({ nullable: true }),
    estimatedAmount: decimal({ nullable: true }),
    currency: text(),
    expectedCloseOn: day({ nullable: true }),
    assignedAt: instant({ nullable: true }),
    status: choice("OpportunityStatus", OpportunityStatusEnum),
    furthestStatus: choice("OpportunityStatus", OpportunityStatusEnum),
    statusSince: instant(),
    firstDevelopedAt: instant({ nullable: true }),
    closedAt: instant({ nullable: true }),
    closedAmount: decimal({ nullable: true }),
    closeNote: text({ nullable: true }),
    tags: tags(),
    createdAt: instant(),
    version: integer(),
    sourceId: id({ filterOnly: true }),
    customerId: id({ nullable: true, filterOnly: true }),
    assigneeId: id({ nullable: true, filterOnly: true }),
    lossReasonId: id({ nullable: true, filterOnly: true }),
    createdById: id({ nullable: true, filterOnly: true }),
  },
  relations: {
    source: one(dictionaryEntries, "source_id"),
    lossReason: one(dictionaryEntries, "loss_reason_id"),
    customer: one("Customer", "customer_id"),
    resultCustomer: one("Customer", "result_customer_id"),
    assignee: one(users, "assignee_id"),
    createdBy: one(users, "created_by_id"),
    deal: one(deals, "id", { targetColumn: "opportunity_id" }),
    products: many(opportunityProducts, "opportunity_id", ascending("lineNo")),
    transitions: many(opportunityTransitions, "opportunity_id", ascending("seq")),
    revisions: many(opportunityRevisions, "opportunity_id", ascending("seq")),
    planItems: many(planItems, "opportunity_id", ascending("plannedOn", "id")),
  },
});
