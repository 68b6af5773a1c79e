import { dimOpportunityStatus } from "../../warehouse/tables/dim-codes.ts";
import type { LoadStep } from "./load-step.ts";
import { insertSql } from "./sql.ts";

/** The statuses of an opportunity in the order of the work; the numbers are stable. */
const STATUSES = [
  { code: "UNASSIGNED", zh: "未指派", en: "Unassigned" },
  { code: "ASSIGNED", zh: "已指派", en: "Assigned" },
  { code: "DEVELOPING", zh: "开发中", en: "Developing" },
  { code: "WON", zh: "开发成功", en: "Won" },
  { code: "LOST", zh: "终止开发", en: "Lost" },
] as const;

const rows = STATUSES.map(({ code, zh, en }, at) => `(${at + 1}, '${code}', '${zh}', '${en}')`);

export const loadStatuses: LoadStep = {
  name: "statuses",
  async run({ writer, first }) {
    if (!first) return 0;
    return writer.run(
      insertSql(
        dimOpportunityStatus,
        {
          opportunity_status_key: "v.key",
          code: "v.code",
          caption_zh: "v.zh",
          caption_en: "v.en",
          sort_order: "v.key",
        },
        `from (values ${rows.join(", ")}) v(key, code, zh, en)`,
      ),
    );
  },
};
