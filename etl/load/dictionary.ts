import { dimLossReason, dimOpportunitySource } from "../../warehouse/tables/dim-codes.ts";
import { deletedIds } from "./tombstones.ts";
import { keepDictionaryEntry } from "./keep-tables.ts";
import { insertSql } from "./sql.ts";
import type { LoadStep } from "./load-step.ts";

const STAGE = "stg_crm__dictionary_entry";

/** Entries keep their number when they are renamed; what is deleted at the source is used by no fact. */
export const loadDictionary: LoadStep = {
  name: "dictionary",
  async run({ writer }) {
    const changed = `(select id from ${STAGE} union all ${deletedIds("dictionary_entry")})`;
    await writer.run(
      `create or replace temp table known_entry as
       select entry_id, entry_key from keep_dictionary_entry where entry_id in ${changed}`,
    );
    const removed = await writer.run(
      `delete from keep_dictionary_entry where entry_id in ${changed}`,
    );
    const kept = await writer.run(
      insertSql(
        keepDictionaryEntry,
        {
          entry_key: `coalesce(k.entry_key, (
            select coalesce(max(entry_key), 0) from (from keep_dictionary_entry select entry_key
              union all from known_entry select entry_key))
            + row_number() over (partition by k.entry_key is null order by s.type, s.sort_order, s.code))::integer`,
          entry_id: "s.id",
          type: "s.type",
          code: "s.code",
          caption_zh: "s.caption_zh",
          caption_en: "s.caption_en",
          sort_order: "s.sort_order",
        },
        `from ${STAGE} s left join known_entry k on k.entry_id = s.id`,
      ),
    );
    if (removed + kept === 0) return 0;
    const captions = {
      code: "code",
      caption_zh: "caption_zh",
      caption_en: "caption_en",
      sort_order: "sort_order",
    };
    await writer.run("delete from dim_opportunity_source where opportunity_source_key > 0");
    await writer.run(
      insertSql(
        dimOpportunitySource,
        { opportunity_source_key: "entry_key", ...captions },
        "from keep_dictionary_entry where type = 'opportunitySource'",
      ),
    );
    await writer.run("delete from dim_loss_reason where loss_reason_key > 0");
    await writer.run(
      insertSql(
        dimLossReason,
        { loss_reason_key: "entry_key", ...captions },
        "from keep_dictionary_entry where type = 'lossReason'",
      ),
    );
    return kept;
  },
};
