import { c, defineTable } from "../../warehouse/define.ts";

/** Facts arrive with ids of dictionary entries, the small dimensions are known by code and number. */
export const keepDictionaryEntry = defineTable({
  name: "keep_dictionary_entry",
  role: "bookkeeping",
  grain: "one row per entry of the source's dictionary",
  unique: ["entry_key"],
  columns: {
    entry_key: c.durable("given at the first load of the entry, in the order of the list"),
    entry_id: c.id(),
    type: c.code(),
    code: c.code(),
    caption_zh: c.text(),
    caption_en: c.text(),
    sort_order: c.integer(),
  },
});

/** Tables that only the loader reads; they live in the warehouse file beside its own. */
export const KEEP_TABLES = [keepDictionaryEntry];
