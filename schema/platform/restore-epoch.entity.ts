import { defineEntity, p } from "@mikro-orm/core";

/**
 * How often this database was restored from a backup; part of the identity by which the warehouse
 * knows its source.
 */
export const RestoreEpochSchema = defineEntity({
  name: "RestoreEpoch",
  tableName: "restore_epoch",
  properties: {
    singleton: p.boolean().primary().default(true).check("singleton"),
    epoch: p.integer().default(0),
  },
});
export class RestoreEpoch extends RestoreEpochSchema.class {}
RestoreEpochSchema.setClass(RestoreEpoch);
