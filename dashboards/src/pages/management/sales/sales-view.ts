import { ALL_TIME, readPeriod, writePeriod, type Period } from "../../../cube/period.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

/** Everything this page can be set to; all of it stands in the address. */
export interface SalesView {
  /** When the opportunities were closed. */
  readonly period: Period;
  /** Only this department with everything below it. The caption is for the eye, the key decides. */
  readonly department: { readonly key: string; readonly caption: string } | undefined;
  readonly trendAs: "chart" | "table";
}

export const SALES_VIEW: ViewCodec<SalesView> = {
  read(params, unread) {
    const text = params.get("closed");
    const period = text === null ? ALL_TIME : readPeriod(text);
    if (!period && text) unread(text);
    const key = params.get("department");
    return {
      period: period ?? ALL_TIME,
      department: key ? { key, caption: params.get("departmentName") ?? key } : undefined,
      trendAs: params.get("trend") === "table" ? "table" : "chart",
    };
  },
  write: ({ period, department, trendAs }) => ({
    closed: writePeriod(period),
    department: department?.key,
    departmentName: department?.caption,
    trend: trendAs === "table" ? trendAs : undefined,
  }),
};
