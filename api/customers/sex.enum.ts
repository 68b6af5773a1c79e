import { registerEnumType } from "type-graphql";
import { SEXES } from "../../schema/customers/contact.entity.ts";
import { enumOf } from "../lists/enum-of.ts";

export const Sex = enumOf(SEXES);

registerEnumType(Sex, {
  name: "Sex",
  description: "Sex of a person as they state it.",
  valuesConfig: {
    MALE: { description: "男" },
    FEMALE: { description: "女" },
    OTHER: { description: "其他" },
  },
});
