import { registerEnumType } from "type-graphql";
import type { Locale } from "../../schema/kernel/text.ts";

/** The languages as a GraphQL enum, which allows no hyphen in names. */
export const LocaleEnum = { ZH_CN: "zh-CN", EN: "en" } as const satisfies Record<string, Locale>;

registerEnumType(LocaleEnum, {
  name: "Locale",
  description: "A language in which people read the product.",
  valuesConfig: {
    ZH_CN: { description: "Simplified Chinese." },
    EN: { description: "English." },
  },
});
