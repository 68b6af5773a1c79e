import type { InputOf } from "../input/define-input.ts";
import { calendarDay, line } from "../input/input-field.ts";

/** What people plan. */
export const PLAN_ITEM_FIELDS = {
  plannedOn: calendarDay(
    {
      caption: { zh: "计划日期", en: "Planned on" },
      description: "Day on which it is to be done.",
    },
    { required: true },
  ),
  content: line(
    { caption: { zh: "计划内容", en: "Content" }, description: "What is to be done." },
    { max: 500, required: true },
  ),
} as const;

export type PlanItemInput = InputOf<typeof PLAN_ITEM_FIELDS>;

/** What came of it. */
export const PLAN_RESULT_FIELDS = {
  result: line(
    { caption: { zh: "执行效果", en: "Result" }, description: "What came of it." },
    { max: 500, required: true },
  ),
} as const;
