import { sqlMigration } from "./sql-migration.ts";

/** Codes that the product itself speaks of; they cannot be edited. */
export const DICTIONARY = sqlMigration(
  "0010-dictionary",
  `
insert into crm.dictionary_entry (type, code, caption_zh, caption_en, sort_order, editable) values
  ('opportunitySource', 'WEBSITE', '网站', 'Website', 1, false),
  ('opportunitySource', 'REFERRAL', '客户介绍', 'Referral', 2, false),
  ('opportunitySource', 'EXHIBITION', '展会', 'Exhibition', 3, false),
  ('opportunitySource', 'PHONE', '电话营销', 'Phone', 4, false),
  ('opportunitySource', 'CAMPAIGN', '营销活动', 'Campaign', 5, false),
  ('opportunitySource', 'PARTNER', '合作伙伴', 'Partner', 6, false),
  ('opportunitySource', 'IMPORT', '数据导入', 'Import', 7, false),
  ('opportunitySource', 'OTHER', '其他', 'Other', 8, false),
  ('lossReason', 'PRICE', '价格', 'Price', 1, false),
  ('lossReason', 'COMPETITOR', '竞争对手', 'Competitor', 2, false),
  ('lossReason', 'NO_BUDGET', '没有预算', 'No budget', 3, false),
  ('lossReason', 'NO_DECISION', '没有决策', 'No decision', 4, false),
  ('lossReason', 'NO_NEED', '没有需求', 'No need', 5, false),
  ('lossReason', 'TIMING', '时机不合适', 'Timing', 6, false),
  ('lossReason', 'UNKNOWN', '原因不明', 'Unknown', 7, false),
  ('lossReason', 'OTHER', '其他', 'Other', 8, false),
  ('serviceType', 'CONSULTATION', '咨询', 'Consultation', 1, false),
  ('serviceType', 'SUGGESTION', '建议', 'Suggestion', 2, false),
  ('serviceType', 'COMPLAINT', '投诉', 'Complaint', 3, false),
  ('churnReason', 'PRICE', '价格', 'Price', 1, false),
  ('churnReason', 'SERVICE', '服务', 'Service', 2, false),
  ('churnReason', 'COMPETITOR', '竞争对手', 'Competitor', 3, false),
  ('churnReason', 'CLOSED', '停业', 'Closed down', 4, false),
  ('churnReason', 'OTHER', '其他', 'Other', 5, false)
on conflict (type, code) do nothing;
insert into crm.restore_epoch default values;
`,
  `
delete from crm.restore_epoch;
-- those in use stay; up again finds them
delete from crm.dictionary_entry e where not e.editable
  and not exists (select from crm.opportunity o where o.source_id = e.id or o.loss_reason_id = e.id);
`,
);
