import { defineEntity, p } from "@mikro-orm/core";
import { text } from "../columns.ts";

/** The last readable number given out per prefix and day; `crm.next_number` moves it. */
export const NumberCounterSchema = defineEntity({
  name: "NumberCounter",
  tableName: "number_counter",
  properties: {
    prefix: text(8).primary(),
    day: p.date().primary(),
    last: p.integer().check("last > 0"),
  },
});
export class NumberCounter extends NumberCounterSchema.class {}
NumberCounterSchema.setClass(NumberCounter);
