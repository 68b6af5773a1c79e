import { line } from "../input/input-field.ts";

/** Who may be given opportunities. */
export const ASSIGNEE_ROLE = "ACCOUNT_MANAGER";

/** What a reassignment and a reopening have to say. */
export const REASON_FIELDS = {
  reason: line(
    { caption: { zh: "原因", en: "Reason" }, description: "Why it is done." },
    { max: 2000, required: true },
  ),
} as const;
