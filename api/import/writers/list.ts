import { dictionaryEntryWriter, productWriter } from "./base-data.ts";
import { customerWriter } from "./customers.ts";
import { OpportunityWriter } from "./opportunities.ts";
import { departmentWriter, userWriter } from "./organisation.ts";
import { planItemWriter } from "./plan-items.ts";
import { plainWriter, type Writer } from "./writer.ts";

/** The writer of an entity, for one import. */
export function writerOf(entity: string): Writer {
  switch (entity) {
    case "department":
      return departmentWriter;
    case "user":
      return userWriter;
    case "customer":
      return customerWriter;
    case "opportunity":
      return new OpportunityWriter();
    case "planItem":
      return planItemWriter;
    case "product":
      return productWriter;
    case "dictionaryEntry":
      return dictionaryEntryWriter;
    default:
      return plainWriter;
  }
}
