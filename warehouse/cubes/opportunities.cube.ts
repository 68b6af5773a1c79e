import { average, count, defineCube, percentile, ratio, sum } from "../define-cube.ts";
import { codes, degenerate } from "../dimensions/codes.ts";
import { customer } from "../dimensions/customer.ts";
import { date } from "../dimensions/date.ts";
import { organization, user } from "../dimensions/people.ts";
import { dimLossReason, dimOpportunitySource, dimOpportunityStatus } from "../tables/dim-codes.ts";
import { factOpportunity } from "../tables/fact-opportunity.ts";

export const opportunities = defineCube({
  name: "opportunities",
  title: { zh: "销售机会", en: "Opportunities" },
  description: {
    zh: "每个销售机会一行，随其进展而更新：数量、金额、赢单率与周期",
    en: "One row per opportunity, changed as it moves on: counts, amounts, win rate and cycle",
  },
  fact: factOpportunity,
  owner: "owner_durable_key",
  row: {
    label: { zh: "销售机会", en: "Opportunity" },
    key: "opportunity_id",
    record: { type: "opportunity", column: "opportunity_id" },
    columns: [
      { name: "number", title: { zh: "编号", en: "Number" }, column: "number" },
      { name: "title", title: { zh: "标题", en: "Title" }, column: "title" },
      {
        name: "estimatedAmount",
        title: { zh: "预计金额", en: "Estimated amount" },
        column: "estimated_amount",
      },
      {
        name: "closedAmount",
        title: { zh: "成交金额", en: "Closed amount" },
        column: "closed_amount",
      },
      { name: "currency", title: { zh: "币种", en: "Currency" }, column: "currency" },
      { name: "successRate", title: { zh: "成功率", en: "Success rate" }, column: "success_rate" },
      { name: "createdAt", title: { zh: "创建时间", en: "Created at" }, column: "created_at" },
      { name: "closedAt", title: { zh: "关闭时间", en: "Closed at" }, column: "closed_at" },
      { name: "cycleDays", title: { zh: "周期（天）", en: "Cycle in days" }, column: "cycle_days" },
    ],
  },
  dimensions: {
    createdDate: date("created_date_key", { zh: "创建日期", en: "Created" }),
    closedDate: date("closed_date_key", { zh: "关闭日期", en: "Closed" }),
    expectedCloseDate: date(
      "expected_close_date_key",
      { zh: "预计成交日期", en: "Expected close" },
      { looksAhead: true },
    ),
    customer: customer({ asIs: "customer_durable_key", asWas: "customer_key" }),
    owner: organization(
      { zh: "负责人", en: "Owner" },
      { asIs: "owner_durable_key", asWas: "owner_key" },
    ),
    creator: user(
      { zh: "创建人", en: "Creator" },
      { asIs: "creator_durable_key", asWas: "creator_key" },
    ),
    opportunitySource: codes(dimOpportunitySource, "source_key", { zh: "来源", en: "Source" }),
    opportunityStatus: codes(dimOpportunityStatus, "status_key", { zh: "状态", en: "Status" }),
    lossReason: codes(dimLossReason, "loss_reason_key", { zh: "丢单原因", en: "Loss reason" }),
    currency: degenerate("currency", { zh: "币种", en: "Currency" }),
  },
  measures: {
    opportunityCount: {
      title: { zh: "机会数", en: "Opportunities" },
      formula: { zh: "销售机会的个数", en: "number of opportunities" },
      compute: count(),
      unit: "count",
      higherIsBetter: true,
    },
    openCount: {
      title: { zh: "进行中", en: "Open" },
      formula: { zh: "未关闭的机会数", en: "opportunities neither won nor lost" },
      compute: count("is_open"),
      unit: "count",
    },
    wonCount: {
      title: { zh: "赢单数", en: "Won" },
      formula: { zh: "开发成功的机会数", en: "opportunities won" },
      compute: count("is_won"),
      unit: "count",
      higherIsBetter: true,
    },
    lostCount: {
      title: { zh: "丢单数", en: "Lost" },
      formula: { zh: "终止开发的机会数", en: "opportunities lost" },
      compute: count("is_lost"),
      unit: "count",
      higherIsBetter: false,
    },
    assignedCount: {
      title: { zh: "已指派数", en: "Assigned" },
      formula: {
        zh: "曾被指派的机会数，不论后来如何",
        en: "opportunities that were ever assigned, whatever became of them",
      },
      compute: count("was_assigned"),
      unit: "count",
      higherIsBetter: true,
    },
    developedCount: {
      title: { zh: "已开发数", en: "Developed" },
      formula: {
        zh: "曾进入开发的机会数，不论后来如何",
        en: "opportunities that were ever developed, whatever became of them",
      },
      compute: count("was_developed"),
      unit: "count",
      higherIsBetter: true,
    },
    wonAmount: {
      title: { zh: "赢单金额", en: "Won amount" },
      formula: { zh: "赢单的成交金额之和", en: "sum of the closed amounts of what was won" },
      compute: sum("closed_amount", "is_won"),
      unit: "money",
      higherIsBetter: true,
    },
    estimatedAmount: {
      title: { zh: "预计金额", en: "Estimated amount" },
      formula: { zh: "全部机会的预计金额之和", en: "sum of the estimates of all opportunities" },
      compute: sum("estimated_amount"),
      unit: "money",
      higherIsBetter: true,
    },
    assignedAmount: {
      title: { zh: "已指派金额", en: "Assigned amount" },
      formula: {
        zh: "曾被指派机会的预计金额之和",
        en: "sum of the estimates of what was ever assigned",
      },
      compute: sum("estimated_amount", "was_assigned"),
      unit: "money",
      higherIsBetter: true,
    },
    developedAmount: {
      title: { zh: "已开发金额", en: "Developed amount" },
      formula: {
        zh: "曾进入开发机会的预计金额之和",
        en: "sum of the estimates of what was ever developed",
      },
      compute: sum("estimated_amount", "was_developed"),
      unit: "money",
      higherIsBetter: true,
    },
    openAmount: {
      title: { zh: "在途金额", en: "Open amount" },
      formula: { zh: "未关闭机会的预计金额之和", en: "sum of the estimates of open opportunities" },
      compute: sum("estimated_amount", "is_open"),
      unit: "money",
      higherIsBetter: true,
    },
    weightedAmount: {
      title: { zh: "加权金额", en: "Weighted amount" },
      formula: {
        zh: "未关闭机会的预计金额 × 成功率之和",
        en: "sum of estimate × success rate of open opportunities",
      },
      compute: sum("weighted_amount", "is_open"),
      unit: "money",
      higherIsBetter: true,
    },
    winRate: {
      title: { zh: "赢单率", en: "Win rate" },
      formula: { zh: "赢单数 ÷（赢单数 + 丢单数）", en: "won ÷ (won + lost)" },
      compute: ratio(count("is_won"), count("is_won"), count("is_lost")),
      unit: "fraction",
      higherIsBetter: true,
    },
    assignmentRate: {
      title: { zh: "指派率", en: "Assignment rate" },
      formula: { zh: "已指派数 ÷ 机会数", en: "assigned ÷ opportunities" },
      compute: ratio(count("was_assigned"), count()),
      unit: "fraction",
      higherIsBetter: true,
    },
    developmentRate: {
      title: { zh: "开发率", en: "Development rate" },
      formula: { zh: "已开发数 ÷ 已指派数", en: "developed ÷ assigned" },
      compute: ratio(count("was_developed"), count("was_assigned")),
      unit: "fraction",
      higherIsBetter: true,
    },
    closingRate: {
      title: { zh: "成交率", en: "Closing rate" },
      formula: { zh: "赢单数 ÷ 已开发数", en: "won ÷ developed" },
      compute: ratio(count("is_won"), count("was_developed")),
      unit: "fraction",
      higherIsBetter: true,
    },
    averageWonAmount: {
      title: { zh: "平均赢单金额", en: "Average won deal" },
      formula: { zh: "赢单金额 ÷ 赢单数", en: "won amount ÷ won" },
      compute: ratio(sum("closed_amount", "is_won"), count("is_won")),
      unit: "money",
      higherIsBetter: true,
    },
    averageCycleDays: {
      title: { zh: "平均周期", en: "Average cycle" },
      description: {
        zh: "从首次开发（未开发则从创建）到关闭的天数，含小数",
        en: "Days from first development, else creation, to closing; fractions count",
      },
      formula: { zh: "已关闭机会的周期天数的平均值", en: "mean cycle of closed opportunities" },
      compute: average("cycle_days"),
      unit: "days",
      higherIsBetter: false,
    },
    medianCycleDays: {
      title: { zh: "周期中位数", en: "Median cycle" },
      formula: { zh: "已关闭机会的周期天数的中位数", en: "median cycle of closed opportunities" },
      compute: percentile(0.5, "cycle_days"),
      unit: "days",
      higherIsBetter: false,
    },
  },
});
