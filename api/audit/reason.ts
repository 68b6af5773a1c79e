import type { Issue } from "../../schema/kernel/errors.ts";

const LONGEST = 500;

/** Faults of a reason that the audit log is to keep: said in words, and not too many of them. */
export function reasonIssues(reason: string): Issue[] {
  const { length } = reason.trim();
  if (length > 0 && length <= LONGEST) return [];
  return [
    {
      path: "input.reason",
      text:
        length === 0
          ? { zh: "请填写原因", en: "is required" }
          : { zh: `最多 ${LONGEST} 个字符`, en: `must have at most ${LONGEST} characters` },
    },
  ];
}
