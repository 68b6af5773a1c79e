import { ID, Int } from "type-graphql";
import { inputType } from "../input/define-input.ts";
import { CONTACT_FIELDS } from "./contact.rules.ts";
import { CUSTOMER_FIELDS } from "./customer.rules.ts";

/** What every update names: the record, and the version of it that was read. */
const record = {
  id: { type: () => ID, description: "The record." },
  version: { type: () => Int, description: "The version that was read; a stale one is CONFLICT." },
};

export const CreateCustomerInputType = inputType(
  "CreateCustomerInput",
  "A new customer.",
  "create",
  CUSTOMER_FIELDS,
  {
    accountManagerId: {
      type: () => ID,
      nullable: true,
      description: "Who looks after it; you, where it is left out.",
    },
  },
);

export const UpdateCustomerInputType = inputType(
  "UpdateCustomerInput",
  "Changes of a customer; what is left out stays, null clears.",
  "update",
  CUSTOMER_FIELDS,
  record,
);

export const CreateContactInputType = inputType(
  "CreateContactInput",
  "A new contact.",
  "create",
  CONTACT_FIELDS,
  { customerId: { type: () => ID, description: "Where the person works." } },
);

export const UpdateContactInputType = inputType(
  "UpdateContactInput",
  "Changes of a contact; what is left out stays, null clears.",
  "update",
  CONTACT_FIELDS,
  record,
);
