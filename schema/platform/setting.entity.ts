import { defineEntity, p } from "@mikro-orm/core";
import { instant, requiredText, version } from "../columns.ts";

/** A setting of the company that administrators change while the system runs. */
export const SettingSchema = defineEntity({
  name: "Setting",
  tableName: "setting",
  properties: {
    key: requiredText("key", 100).primary(),
    value: p.json<unknown>(),
    updatedAt: instant("updated_at").defaultRaw("now()"),
    version: version(),
  },
});
export class Setting extends SettingSchema.class {}
SettingSchema.setClass(Setting);
