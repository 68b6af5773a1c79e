import { ascending, defineList } from "../lists/define-list.ts";
import { boolean, choice, id, integer, text } from "../lists/field.ts";
import { DictionaryType } from "./dictionary-type.enum.ts";

/** Codes with captions. They stand in records as parts: whoever sees the record reads its codes. */
export const dictionaryEntries = defineList({
  name: "DictionaryEntry",
  caption: { zh: "字典项", en: "Dictionary entry" },
  resource: "dictionary",
  part: true,
  table: "dictionary_entry",
  fields: {
    id: id(),
    type: choice("DictionaryType", DictionaryType),
    code: text(),
    captionZh: text(),
    captionEn: text(),
    sortOrder: integer(),
    enabled: boolean(),
    editable: boolean(),
    version: integer(),
  },
  computed: { caption: ["captionZh", "captionEn"] },
  defaultOrder: ascending("type", "sortOrder", "code"),
});
