import type { SourceName } from "../extract/sources.ts";

/** Ids of the rows of one source table that were deleted within the window, as a SELECT. */
export const deletedIds = (table: SourceName): string =>
  `select row_id from stg_crm__tombstone where table_name = '${table}'`;
