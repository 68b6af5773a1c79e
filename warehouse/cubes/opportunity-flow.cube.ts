import { average, conversion, count, defineCube, sum } from "../define-cube.ts";
import { codes, degenerate } from "../dimensions/codes.ts";
import { customer } from "../dimensions/customer.ts";
import { date } from "../dimensions/date.ts";
import { organization } from "../dimensions/people.ts";
import { dimOpportunitySource, dimOpportunityStatus } from "../tables/dim-codes.ts";
import { factOpportunityTransition } from "../tables/fact-opportunity-transition.ts";

export const opportunityFlow = defineCube({
  name: "opportunityFlow",
  title: { zh: "机会流转", en: "Opportunity flow" },
  description: {
    zh: "销售机会的每次状态变化一行：次数、停留天数与转化率",
    en: "One row per move between statuses: moves, days in a stage and conversion",
  },
  fact: factOpportunityTransition,
  owner: "owner_durable_key",
  row: {
    label: { zh: "状态变化", en: "Move" },
    key: "transition_id",
    record: { type: "opportunity", column: "opportunity_id" },
    columns: [
      { name: "seq", title: { zh: "序号", en: "No." }, column: "seq" },
      { name: "direction", title: { zh: "方向", en: "Direction" }, column: "direction" },
      { name: "occurredAt", title: { zh: "时间", en: "At" }, column: "occurred_at" },
      {
        name: "daysInStage",
        title: { zh: "停留天数", en: "Days in stage" },
        column: "days_in_stage",
      },
      { name: "amount", title: { zh: "金额", en: "Amount" }, column: "amount" },
      { name: "amountChange", title: { zh: "金额变化", en: "Change" }, column: "amount_change" },
      { name: "currency", title: { zh: "币种", en: "Currency" }, column: "currency" },
    ],
  },
  dimensions: {
    occurredDate: date("occurred_date_key", { zh: "发生日期", en: "Occurred" }),
    customer: customer({ asIs: "customer_durable_key", asWas: "customer_key" }),
    owner: organization(
      { zh: "负责人", en: "Owner" },
      { asIs: "owner_durable_key", asWas: "owner_key" },
    ),
    opportunitySource: codes(dimOpportunitySource, "source_key", { zh: "来源", en: "Source" }),
    fromStatus: codes(dimOpportunityStatus, "from_status_key", { zh: "原状态", en: "From" }),
    toStatus: codes(dimOpportunityStatus, "to_status_key", { zh: "新状态", en: "To" }),
    currency: degenerate("currency", { zh: "币种", en: "Currency" }),
  },
  measures: {
    transitionCount: {
      title: { zh: "流转次数", en: "Moves" },
      formula: { zh: "状态变化的次数，含创建", en: "number of moves, creation included" },
      compute: count(),
      unit: "count",
    },
    averageDaysInStage: {
      title: { zh: "平均停留天数", en: "Average days in stage" },
      formula: {
        zh: "离开某状态时在该状态停留天数的平均值",
        en: "mean of the days between a move and the one before it",
      },
      compute: average("days_in_stage"),
      unit: "days",
      higherIsBetter: false,
    },
    conversionRate: {
      title: { zh: "转化率", en: "Conversion" },
      description: {
        zh: "按“原状态”查看：进入该状态后 90 天内继续前进或赢单的比例",
        en: "By “from”: of the entries into that status, those that moved on or won within 90 days",
      },
      formula: {
        zh: "90 天内前进或赢单的进入次数 ÷ 进入次数",
        en: "entries followed within 90 days by a forward move or a win ÷ entries",
      },
      compute: conversion(count("is_converted"), count()),
      unit: "fraction",
      higherIsBetter: true,
      // An entry into a status is the move that leads to it: the stage that is left later is there its target.
      through: { fromStatus: "to_status_key" },
      notFor: ["toStatus"],
    },
    amountChange: {
      title: { zh: "金额变化", en: "Amount change" },
      formula: {
        zh: "本次预计金额 − 上次流转时的预计金额，求和",
        en: "sum of estimate now − estimate at the previous move",
      },
      compute: sum("amount_change"),
      unit: "money",
      higherIsBetter: true,
    },
  },
});
