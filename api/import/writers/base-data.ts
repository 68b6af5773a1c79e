import { plainWriter, type Writer } from "./writer.ts";

/** Entries that come with the product stay as they are. */
export const dictionaryEntryWriter: Writer = {
  ...plainWriter,
  editable: (row) => row.record.isNew || row.record.existing["editable"] === true,
};

/** A mirrored product tells where it is from and when it was last heard of. */
export const productWriter: Writer = {
  ...plainWriter,
  adds: ["source", "fetched_at"],
  async prepare(rows, run) {
    const { source } = run.plan.mapping;
    for (const row of rows) {
      if (!row.record.isNew) continue;
      row.columns["source"] = source ?? null;
      row.columns["fetched_at"] = run.plan.company.now;
    }
  },
};
