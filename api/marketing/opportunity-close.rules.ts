import type { Issue } from "../../schema/kernel/errors.ts";
import { contactIssues, type ContactInput } from "../customers/contact.rules.ts";
import { customerIssues, type CustomerInput } from "../customers/customer.rules.ts";
import { issuesOf, type InputOf } from "../input/define-input.ts";
import { amount, currencyCode, line, reference } from "../input/input-field.ts";

/** What a won opportunity brought. */
export const WIN_FIELDS = {
  closedAmount: amount({
    caption: { zh: "成交金额", en: "Closed amount" },
    description: "What it brought; the estimated amount where it is left out.",
  }),
  currency: currencyCode({
    caption: { zh: "币种", en: "Currency" },
    description: "ISO 4217 code; that of the opportunity where it is left out.",
  }),
  customerId: reference({
    caption: { zh: "客户", en: "Customer" },
    description:
      "The existing customer that the prospect turned out to be; the opportunity's own customer where it has one.",
  }),
  closeNote: line(
    { caption: { zh: "备注", en: "Note" }, description: "How it was won." },
    { max: 2000 },
  ),
} as const;

/** Why an opportunity is given up. */
export const LOSE_FIELDS = {
  lossReasonId: reference(
    {
      caption: { zh: "终止原因", en: "Loss reason" },
      description: "A loss reason of the dictionary.",
    },
    { required: true },
  ),
  closeNote: line(
    { caption: { zh: "备注", en: "Note" }, description: "What happened." },
    { max: 2000 },
  ),
} as const;

export interface WinInput extends InputOf<typeof WIN_FIELDS> {
  /** The customer to be made of the prospect; the prospect's name and telephone fill what is left out. */
  readonly newCustomer?: CustomerInput | null | undefined;
  /** The first contact of the new customer; the opportunity's contact fills what is left out. */
  readonly firstContact?: ContactInput | null | undefined;
}
export type LoseInput = InputOf<typeof LOSE_FIELDS>;

/** Faults of form of a win; whether a customer is due is the service's question. */
export const winIssues = (input: WinInput): Issue[] => issuesOf(WIN_FIELDS, input, "create");

export const loseIssues = (input: LoseInput): Issue[] => issuesOf(LOSE_FIELDS, input, "create");

/** Faults of the customer and the first contact that a win is to make. */
export const newCustomerIssues = (
  customer: CustomerInput,
  contact: ContactInput | undefined,
): Issue[] => [
  ...customerIssues(customer, "create", "input.newCustomer"),
  ...(contact ? contactIssues(contact, "create", "input.firstContact") : []),
];
