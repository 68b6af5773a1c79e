import { fault } from "../faults.ts";
import { plainWriter, type Writer } from "./writer.ts";

/** Customers are edited only while they are active, and never belong to themselves. */
export const customerWriter: Writer = {
  ...plainWriter,
  async prepare(rows) {
    for (const row of rows) {
      const parent = row.columns["parent_customer_id"];
      if (typeof parent !== "string" || parent !== row.record.id) continue;
      const path = row.wanted.get("parentCustomer")?.path ?? "parentCustomer.name";
      row.faults.push(
        fault("CYCLE", { field: { zh: "上级客户", en: "Parent customer" } }, { path }),
      );
    }
  },
  editable: (row) => row.record.isNew || row.record.existing["status"] === "ACTIVE",
};
