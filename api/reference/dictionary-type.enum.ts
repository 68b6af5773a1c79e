import { registerEnumType } from "type-graphql";
import type { DICTIONARY_TYPES } from "../../schema/reference/dictionary-entry.entity.ts";

/** As GraphQL names them; the database keeps the names of the decision, `opportunitySource` and so on. */
export const DictionaryType = {
  OPPORTUNITY_SOURCE: "opportunitySource",
  LOSS_REASON: "lossReason",
  CHURN_REASON: "churnReason",
  SERVICE_TYPE: "serviceType",
  REGION: "region",
} as const satisfies Record<string, (typeof DICTIONARY_TYPES)[number]>;

registerEnumType(DictionaryType, {
  name: "DictionaryType",
  description: "A list of codes that people maintain.",
  valuesConfig: {
    OPPORTUNITY_SOURCE: { description: "Where an opportunity comes from." },
    LOSS_REASON: { description: "Why an opportunity is lost." },
    CHURN_REASON: { description: "Why a customer is lost." },
    SERVICE_TYPE: { description: "What a service case is about." },
    REGION: { description: "Regions; the code is the path `A / B / C`." },
  },
});
