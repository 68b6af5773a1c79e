import { Customer } from "../../schema/customers/customer.entity.ts";
import { conflict, invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import type { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { Em } from "../../schema/orm.ts";
import { insertContact } from "../customers/contact.service.ts";
import { CONTACT_FIELDS, type ContactInput } from "../customers/contact.rules.ts";
import { holderOfName } from "../customers/customer-name.ts";
import { authoriseFields, customerReferenceIssues } from "../customers/customer.guard.ts";
import { customers } from "../customers/customer.list.ts";
import { CUSTOMER_FIELDS, type CustomerInput } from "../customers/customer.rules.ts";
import { insertCustomer } from "../customers/customer.service.ts";
import { tidied } from "../input/define-input.ts";
import { mayRead } from "../lists/authorise-row.ts";
import { isActiveCustomer } from "./opportunity-create.service.ts";
import { newCustomerIssues, type WinInput } from "./opportunity-close.rules.ts";
import type { Step } from "./opportunity.command.ts";

/**
 * The customer of a won opportunity: the one that is named, the opportunity's own, or a new one of the prospect
 * with its first contact, looked after by the assignee.
 */
export async function resultCustomer(
  step: Step,
  input: WinInput,
  timeZone: string,
): Promise<Customer> {
  const { tx, work, opportunity } = step;
  const existing = input.customerId ?? opportunity.customer?.id;
  if (existing !== undefined) return existingCustomer(step, existing, input);
  if (!input.newCustomer) {
    throw invalidInput([
      {
        path: "input.newCustomer",
        text: {
          zh: "请选择已有客户，或填写新客户资料",
          en: "choose an existing customer or describe the new one",
        },
        code: "REQUIRED",
      },
    ]);
  }
  const customer = customerOf(opportunity, input.newCustomer);
  const contact = contactOf(opportunity, input.firstContact);
  const issues = newCustomerIssues(customer, contact);
  if (issues.length > 0) throw invalidInput(issues);
  const values = tidied(CUSTOMER_FIELDS, customer);
  await refuseSameName(tx, work.principal, values.name ?? "");
  const at = "input.newCustomer";
  const faults = await customerReferenceIssues(tx, work.principal, values, undefined, at);
  if (faults.length > 0) throw invalidInput(faults);
  const managerId = opportunity.assignee?.id ?? "";
  await authoriseFields(tx, work.principal, managerId, Object.keys(values));
  const id = await insertCustomer(tx, work, values, managerId, timeZone);
  const made = await tx.findOneOrFail(Customer, id);
  if (contact) await insertContact(tx, work, made, tidied(CONTACT_FIELDS, contact));
  return made;
}

async function existingCustomer(
  { tx, work, opportunity }: Step,
  id: string,
  { newCustomer }: WinInput,
): Promise<Customer> {
  const issues: Issue[] = [];
  if (newCustomer) {
    issues.push({
      path: "input.newCustomer",
      text: {
        zh: "已有客户时不能再新建客户",
        en: "must be left out where the customer exists already",
      },
    });
  }
  // The opportunity's own customer needs no right to read it: whoever closes does not choose it.
  const own = opportunity.customer?.id === id;
  if (!own && !(await isActiveCustomer(tx, work.principal, id))) {
    issues.push({
      path: "input.customerId",
      text: { zh: "没有此客户或客户不是正常状态", en: "is no active customer" },
    });
  }
  if (issues.length > 0) throw invalidInput(issues);
  return tx.findOneOrFail(Customer, id);
}

/**
 * A customer of this name forces the choice: link to it, or name the new one otherwise. Its id is told only to
 * those who see it; to others the name is just taken.
 */
async function refuseSameName(tx: Em, principal: Principal, name: string): Promise<void> {
  const holder = await holderOfName(tx, name);
  if (holder === null || !(await mayRead(tx, principal, customers, holder))) return;
  throw conflict(
    {
      zh: "已有同名客户：请关联该客户，或使用其他名称",
      en: "There is a customer of this name: link the opportunity to it, or use another name",
    },
    [
      {
        path: "input.newCustomer.name",
        text: { zh: "已有同名客户", en: "is the name of an existing customer" },
        code: "SAME_NAME",
        suggestions: [holder],
      },
    ],
  );
}

const customerOf = (opportunity: Opportunity, given: CustomerInput): CustomerInput => ({
  ...given,
  name: given.name ?? opportunity.customerName ?? null,
  tier: given.tier ?? 1,
});

function contactOf(
  { contactName, contactPhone }: Opportunity,
  given: ContactInput | null | undefined,
): ContactInput | undefined {
  if (!given && !contactName) return undefined;
  return {
    mobile: contactPhone ?? null,
    ...given,
    name: given?.name ?? contactName ?? null,
    isPrimary: true,
  };
}
