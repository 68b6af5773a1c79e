import { OPPORTUNITY_STATUSES } from "../../../schema/marketing/opportunity.entity.ts";
import { choice, currency } from "../kinds/choice.ts";
import { day, instant } from "../kinds/date.ts";
import { amount, amounts, integer } from "../kinds/number.ts";
import { line, list, paragraph } from "../kinds/text.ts";
import type { Field, Target } from "../target.ts";
import { externalKeyField, numberField } from "./customers.ts";

const moment = (zh: string, en: string): Field => ({ caption: { zh, en }, kind: instant });

/**
 * A chance to sell. Status, dates and closed amount carry no column: the moves are written from them, and the columns
 * follow from the moves.
 */
export const opportunityTarget: Target = {
  entity: "opportunity",
  caption: { zh: "销售机会", en: "Opportunity" },
  resource: "opportunity",
  table: "opportunity",
  fields: {
    externalKey: externalKeyField,
    number: numberField,
    title: {
      caption: { zh: "概要", en: "Title" },
      kind: line(200),
      column: "title",
      required: true,
    },
    customerName: {
      caption: { zh: "客户名称", en: "Customer name" },
      kind: line(200),
      column: "customer_name",
    },
    contactName: {
      caption: { zh: "联系人", en: "Contact name" },
      kind: line(100),
      column: "contact_name",
    },
    contactPhone: {
      caption: { zh: "联系电话", en: "Contact phone" },
      kind: line(50),
      column: "contact_phone",
    },
    successRate: {
      caption: { zh: "成功几率", en: "Success rate" },
      kind: integer(0, 100),
      column: "success_rate",
      required: true,
    },
    description: {
      caption: { zh: "机会描述", en: "Description" },
      kind: paragraph(2000),
      column: "description",
      required: true,
    },
    strategy: {
      caption: { zh: "销售策略", en: "Strategy" },
      kind: paragraph(2000),
      column: "strategy",
    },
    estimatedAmount: {
      caption: { zh: "预计金额", en: "Estimated amount" },
      kind: amount,
      column: "estimated_amount",
    },
    currency: {
      caption: { zh: "币种", en: "Currency" },
      kind: currency,
      column: "currency",
      fallback: (company) => company.currency,
    },
    expectedCloseOn: {
      caption: { zh: "预计成交日", en: "Expected close" },
      kind: day,
      column: "expected_close_on",
    },
    closeNote: {
      caption: { zh: "结束说明", en: "Close note" },
      kind: paragraph(2000),
      column: "close_note",
    },
    tags: { caption: { zh: "标签", en: "Tags" }, kind: list(50), column: "tags" },
    status: { caption: { zh: "状态", en: "Status" }, kind: choice(OPPORTUNITY_STATUSES) },
    createdAt: moment("创建时间", "Created"),
    assignedAt: moment("指派时间", "Assigned"),
    developingAt: moment("开始开发时间", "Development begun"),
    closedAt: moment("结束时间", "Closed"),
    closedAmount: { caption: { zh: "成交金额", en: "Closed amount" }, kind: amount },
    "products.quantity": { caption: { zh: "产品数量", en: "Quantities" }, kind: amounts },
    "products.unitPrice": { caption: { zh: "产品单价", en: "Unit prices" }, kind: amounts },
  },
  relations: {
    source: {
      caption: { zh: "机会来源", en: "Source" },
      lookup: "opportunitySource",
      paths: { "source.code": "code" },
      kind: line(200),
      column: "source_id",
      required: true,
      fallback: "IMPORT",
      creatable: true,
    },
    customer: {
      caption: { zh: "客户", en: "Customer" },
      lookup: "customer",
      paths: {
        "customer.externalKey": "externalKey",
        "customer.number": "number",
        "customer.name": "name",
      },
      kind: line(200),
      column: "customer_id",
    },
    assignee: {
      caption: { zh: "负责人", en: "Assignee" },
      lookup: "user",
      paths: { "assignee.login": "login", "assignee.name": "name" },
      kind: line(200),
      column: "assignee_id",
    },
    lossReason: {
      caption: { zh: "失败原因", en: "Loss reason" },
      lookup: "lossReason",
      paths: { "lossReason.code": "code" },
      kind: line(200),
      column: "loss_reason_id",
      creatable: true,
    },
    products: {
      caption: { zh: "产品", en: "Products" },
      lookup: "product",
      paths: { "products.externalId": "externalId" },
      kind: list(200),
    },
  },
  matchBy: {
    externalKey: {
      path: "externalKey",
      normal: "r.key",
      on: "t.id = (select e.opportunity_id from crm.opportunity_external_key e where e.source = $source and e.key = r.key)",
    },
    number: { path: "number", normal: "r.key", on: "t.number = r.key", existingOnly: true },
  },
  externalKeys: { table: "opportunity_external_key", column: "opportunity_id" },
  numberPrefix: "XS",
  ownedThrough: "assignee",
  repeats: "refused",
  watches: [
    "status",
    "furthest_status",
    "status_since",
    "created_at",
    "assigned_at",
    "first_developed_at",
    "closed_at",
    "closed_amount",
    "assignee_id",
    "customer_id",
    "success_rate",
    "estimated_amount",
    "currency",
  ],
};

/** A step of the plan of an opportunity; the same content on the same day is the same step. */
export const planItemTarget: Target = {
  entity: "planItem",
  caption: { zh: "开发计划", en: "Plan item" },
  resource: "opportunity",
  table: "plan_item",
  fields: {
    plannedOn: {
      caption: { zh: "计划日期", en: "Planned on" },
      kind: day,
      column: "planned_on",
      required: true,
    },
    content: {
      caption: { zh: "计划内容", en: "Content" },
      kind: line(500),
      column: "content",
      required: true,
    },
    result: { caption: { zh: "执行效果", en: "Result" }, kind: line(500), column: "result" },
    executedAt: {
      caption: { zh: "执行时间", en: "Executed" },
      kind: instant,
      column: "executed_at",
    },
  },
  relations: {
    opportunity: {
      caption: { zh: "销售机会", en: "Opportunity" },
      lookup: "opportunity",
      paths: { "opportunity.externalKey": "externalKey", "opportunity.number": "number" },
      kind: line(200),
      column: "opportunity_id",
      required: true,
    },
    executedBy: {
      caption: { zh: "执行人", en: "Executed by" },
      lookup: "user",
      paths: { "executedBy.login": "login", "executedBy.name": "name" },
      kind: line(200),
      column: "executed_by_id",
    },
  },
  matchBy: {
    content: {
      path: "content",
      normal: "r.key",
      on: "t.opportunity_id = r.opportunity_id and t.planned_on = r.planned_on and t.content = r.key",
      within: ["opportunity_id", "planned_on"],
    },
  },
  repeats: "refused",
  ownedThrough: "opportunity",
  partOf: { table: "opportunity", column: "opportunity_id" },
  watches: ["result"],
};
