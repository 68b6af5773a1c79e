import { defineEntity, p } from "@mikro-orm/core";
import { UserSchema } from "../access/user.entity.ts";
import {
  createdAt,
  currency,
  day,
  id,
  instant,
  money,
  percent,
  requiredText,
  tags,
  text,
  version,
  xid8,
} from "../columns.ts";
import { CustomerSchema } from "../customers/customer.entity.ts";
import { DictionaryEntrySchema } from "../reference/dictionary-entry.entity.ts";

/** UNASSIGNED 未指派, ASSIGNED 已指派, DEVELOPING 开发中, WON 开发成功, LOST 终止开发. */
export const OPPORTUNITY_STATUSES = [
  "UNASSIGNED",
  "ASSIGNED",
  "DEVELOPING",
  "WON",
  "LOST",
] as const;
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number];

/**
 * A chance to sell, to a customer or to a prospect known by name only.
 * Its owner is the assignee, else the creator; a row without either is seen with scope ALL only.
 */
export const OpportunitySchema = defineEntity({
  name: "Opportunity",
  tableName: "opportunity",
  properties: {
    id: id(),
    number: requiredText("number", 40).unique(),
    title: requiredText("title", 200),
    source: () => p.manyToOne(DictionaryEntrySchema).index(),
    customer: () => p.manyToOne(CustomerSchema).nullable().index(),
    customerName: text(200).nullable(),
    contactName: text(100).nullable(),
    contactPhone: text(50).nullable(),
    successRate: percent("success_rate"),
    description: text(2000),
    strategy: text(2000).nullable(),
    estimatedAmount: money("estimated_amount").nullable(),
    currency: currency(),
    expectedCloseOn: day("expected_close_on").nullable(),
    assignee: () => p.manyToOne(UserSchema).nullable().index(),
    assignedAt: instant("assigned_at").nullable(),
    status: p.enum(OPPORTUNITY_STATUSES).default("UNASSIGNED"),
    /** The furthest step it ever reached, so that a lost one still tells how far it came. */
    furthestStatus: p.enum(OPPORTUNITY_STATUSES).default("UNASSIGNED"),
    statusSince: instant("status_since").defaultRaw("now()"),
    firstDevelopedAt: instant("first_developed_at").nullable(),
    closedAt: instant("closed_at").nullable(),
    closedAmount: money("closed_amount").nullable(),
    lossReason: () => p.manyToOne(DictionaryEntrySchema).nullable().index(),
    closeNote: text(2000).nullable(),
    resultCustomer: () => p.manyToOne(CustomerSchema).nullable().index(),
    createdBy: () => p.manyToOne(UserSchema).nullable().index(),
    createdAt: createdAt(),
    tags: tags(),
    ownerId: p.uuid().nullable().generated("(coalesce(assignee_id, created_by_id)) stored"),
    version: version(),
    xid8: xid8().index(),
  },
  checks: [
    {
      name: "opportunity_customer_check",
      expression: "customer_id is not null or btrim(customer_name) <> ''",
    },
    {
      name: "opportunity_unassigned_check",
      expression: "status <> 'UNASSIGNED' or assignee_id is null",
    },
    {
      name: "opportunity_assigned_check",
      expression: "assignee_id is not null or (status <> 'ASSIGNED' and status <> 'DEVELOPING')",
    },
    {
      name: "opportunity_closed_check",
      expression: "(status in ('WON', 'LOST')) = (closed_at is not null)",
    },
  ],
  indexes: [
    // the list of an owner, a page after a page
    { properties: ["ownerId", "id"] },
    // the list by status, and the open ones of the board
    { properties: ["status", "id"] },
    // orders of the list
    { properties: ["createdAt", "id"] },
    { properties: ["title", "id"] },
    { properties: ["expectedCloseOn", "id"] },
    { properties: ["estimatedAmount", "id"] },
    { properties: ["closedAt", "id"] },
  ],
});
export class Opportunity extends OpportunitySchema.class {}
OpportunitySchema.setClass(Opportunity);
