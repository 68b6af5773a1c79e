import { registerEnumType } from "type-graphql";

/** Fields of a contact that a grant may mask. */
export const ContactSecret = {
  OFFICE_PHONE: "officePhone",
  MOBILE: "mobile",
  EMAIL: "email",
  MEMO: "memo",
} as const;
export type ContactSecret = (typeof ContactSecret)[keyof typeof ContactSecret];

registerEnumType(ContactSecret, {
  name: "ContactSecret",
  description: "A field of a contact that a role may see masked.",
  valuesConfig: {
    OFFICE_PHONE: { description: "Telephone at work." },
    MOBILE: { description: "Mobile phone." },
    EMAIL: { description: "Mail address." },
    MEMO: { description: "What was noted about the person." },
  },
});
