import { p } from "@mikro-orm/core";
import { xid8 } from "./columns.ts";

/**
 * Columns of every `<thing>_history`. Rows are written by trigger in the transaction of the change
 * and never changed. `validFrom` is strictly after the version before it; the first version holds
 * from 0001-01-01, so any event finds one.
 */
export const historyKeys = () => ({
  seq: p.bigint("string").primary().generated("identity"),
  id: p.uuid(),
  validFrom: p.datetime(6),
  xid8: xid8().index(),
});
