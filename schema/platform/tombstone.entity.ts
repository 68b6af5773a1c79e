import { defineEntity, p } from "@mikro-orm/core";
import { instant, xid8 } from "../columns.ts";

/** Left by trigger where an extracted row was deleted, so that the warehouse deletes it too. */
export const TombstoneSchema = defineEntity({
  name: "Tombstone",
  tableName: "tombstone",
  properties: {
    seq: p.bigint("string").primary().generated("identity"),
    tableName: p.text(),
    rowId: p.uuid(),
    at: instant("at").defaultRaw("clock_timestamp()"),
    xid8: xid8().index(),
  },
});
export class Tombstone extends TombstoneSchema.class {}
TombstoneSchema.setClass(Tombstone);
