import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText, version, xid8 } from "../columns.ts";

/** Lists of codes that people maintain. The code of a region is its path, `A / B / C`. */
export const DICTIONARY_TYPES = [
  "opportunitySource",
  "lossReason",
  "churnReason",
  "serviceType",
  "region",
] as const;

/**
 * One code of one list with its captions. Fixed entries (`editable` false) come with the product.
 */
export const DictionaryEntrySchema = defineEntity({
  name: "DictionaryEntry",
  tableName: "dictionary_entry",
  properties: {
    id: id(),
    type: p.enum(DICTIONARY_TYPES),
    code: requiredText("code", 200),
    captionZh: requiredText("caption_zh", 200),
    captionEn: requiredText("caption_en", 200),
    sortOrder: p.integer().default(0),
    enabled: p.boolean().default(true),
    editable: p.boolean().default(true),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  uniques: [{ properties: ["type", "code"] }],
});
export class DictionaryEntry extends DictionaryEntrySchema.class {}
DictionaryEntrySchema.setClass(DictionaryEntry);
