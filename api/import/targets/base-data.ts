import { DICTIONARY_TYPES } from "../../../schema/reference/dictionary-entry.entity.ts";
import { choice, currency, flag } from "../kinds/choice.ts";
import { instant } from "../kinds/date.ts";
import { amount, integer } from "../kinds/number.ts";
import { line, paragraph } from "../kinds/text.ts";
import type { Field, Target } from "../target.ts";

const externalId: Field = {
  caption: { zh: "外部编号", en: "External id" },
  kind: line(200),
  column: "external_id",
  required: true,
};

/** The mirror of a product under the source of the mapping. */
export const productTarget: Target = {
  entity: "product",
  caption: { zh: "产品", en: "Product" },
  resource: "product",
  table: "product",
  fields: {
    externalId,
    externalKey: externalId,
    name: { caption: { zh: "名称", en: "Name" }, kind: line(300), column: "name", required: true },
    model: { caption: { zh: "型号", en: "Model" }, kind: line(200), column: "model" },
    category: { caption: { zh: "类别", en: "Category" }, kind: line(200), column: "category" },
    unit: { caption: { zh: "单位", en: "Unit" }, kind: line(50), column: "unit" },
    price: { caption: { zh: "单价", en: "Price" }, kind: amount, column: "price" },
    currency: { caption: { zh: "币种", en: "Currency" }, kind: currency, column: "currency" },
    memo: { caption: { zh: "备注", en: "Memo" }, kind: paragraph(2000), column: "memo" },
    updatedAt: {
      caption: { zh: "来源更新时间", en: "Updated at the source" },
      kind: instant,
      column: "source_updated_at",
    },
  },
  relations: {},
  matchBy: {
    externalKey: {
      path: "externalId",
      normal: "r.key",
      on: "t.source = $source and t.external_id = r.key",
    },
  },
  repeats: "allowed",
  versioned: false,
  watches: [],
};

/** A code of one of the lists that people maintain. */
export const dictionaryEntryTarget: Target = {
  entity: "dictionaryEntry",
  caption: { zh: "字典项", en: "Dictionary entry" },
  resource: "dictionary",
  table: "dictionary_entry",
  fields: {
    type: {
      caption: { zh: "类型", en: "Type" },
      kind: choice(DICTIONARY_TYPES),
      column: "type",
      required: true,
    },
    code: { caption: { zh: "编码", en: "Code" }, kind: line(200), column: "code", required: true },
    captionZh: {
      caption: { zh: "中文名称", en: "Chinese caption" },
      kind: line(200),
      column: "caption_zh",
      required: true,
    },
    captionEn: {
      caption: { zh: "英文名称", en: "English caption" },
      kind: line(200),
      column: "caption_en",
      required: true,
    },
    order: {
      caption: { zh: "顺序", en: "Order" },
      kind: integer(-1_000_000, 1_000_000),
      column: "sort_order",
      fallback: () => 0,
    },
    enabled: {
      caption: { zh: "启用", en: "Enabled" },
      kind: flag,
      column: "enabled",
      fallback: () => true,
    },
  },
  relations: {},
  matchBy: {
    code: {
      path: "code",
      normal: "r.key",
      on: "t.type = r.type and t.code = r.key",
      within: ["type"],
    },
  },
  repeats: "allowed",
  watches: ["editable"],
};
