import { fault } from "../faults.ts";
import { plainWriter, type Writer } from "./writer.ts";

/** A result and the moment of it belong together; what has a result is history. */
export const planItemWriter: Writer = {
  ...plainWriter,
  adds: ["executed_at"],
  async prepare(rows) {
    for (const row of rows) {
      const result = row.columns["result"] ?? null;
      const executedAt = row.columns["executed_at"] ?? null;
      if (result !== null && executedAt === null && row.record.isNew) {
        const path = "executedAt";
        row.faults.push(fault("REQUIRED", { field: { zh: "执行时间", en: "Executed" } }, { path }));
      }
      if (result === null && executedAt !== null) {
        const path = "result";
        row.faults.push(fault("REQUIRED", { field: { zh: "执行效果", en: "Result" } }, { path }));
      }
    }
  },
  editable: (row) => row.record.isNew || row.record.existing["result"] === null,
};
