import { commandMode } from "../../schema/access/command-mode.ts";
import { protectedFields } from "../../schema/access/permissions.ts";
import { Contact } from "../../schema/customers/contact.entity.ts";
import { Customer } from "../../schema/customers/customer.entity.ts";
import { forbidden, invalidInput, invalidTransition } from "../../schema/kernel/errors.ts";
import type { Em } from "../../schema/orm.ts";
import { fieldScope, scopeFor } from "../access/policy.ts";
import { ownsWithin } from "../access/user-in-scope.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { tidied } from "../input/define-input.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { contacts } from "./contact.list.ts";
import { CONTACT_FIELDS, contactIssues, type ContactInput } from "./contact.rules.ts";
import { customers } from "./customer.list.ts";

export interface CreateContactInput extends ContactInput {
  readonly customerId: string;
}
export interface UpdateContactInput extends ContactInput {
  readonly id: string;
  /** The version that was read; a stale one is CONFLICT. */
  readonly version: number;
}

/**
 * Adds a person to a customer and answers the id. Errors: NOT_FOUND (the customer), FORBIDDEN,
 * INVALID_TRANSITION (the customer is not ACTIVE), INVALID_INPUT.
 */
export async function createContact(work: Work, input: CreateContactInput): Promise<string> {
  const { em, principal } = work;
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, customers, "read", input.customerId);
    await commandMode(tx);
    const customer = await lockActive(tx, input.customerId);
    const owner = customer.accountManager.id;
    const reach = scopeFor(principal, "contact", "create");
    if (!(await ownsWithin(tx, reach, owner))) throw forbidden();
    const issues = contactIssues(input);
    if (issues.length > 0) throw invalidInput(issues);
    await authoriseContactFields(tx, work, owner, input);
    return insertContact(tx, work, customer, tidied(CONTACT_FIELDS, input));
  });
}

/** Writes a contact whose input has been checked, with its audit entry; answers the id. */
export async function insertContact(
  tx: Em,
  work: Work,
  customer: Customer,
  values: ContactInput,
): Promise<string> {
  const isPrimary = values.isPrimary ?? false;
  if (isPrimary) await demotePrimary(tx, customer.id);
  const contact = tx.create(Contact, { ...values, name: values.name ?? "", isPrimary, customer });
  await tx.flush();
  await recordAudit(tx, work, {
    action: "contact:create",
    resource: "contact",
    recordId: contact.id,
    after: { ...values, customerId: customer.id, version: contact.version },
  });
  return contact.id;
}

/** Changes the fields that are given. Errors as updateCustomer. */
export async function updateContact(work: Work, input: UpdateContactInput): Promise<void> {
  const { em, principal } = work;
  await em.transactional(async (tx) => {
    await authoriseRow(tx, principal, contacts, "update", input.id);
    await commandMode(tx);
    // The customer first: whoever changes contacts of a customer waits in one line.
    const { customer: of } = await tx.findOneOrFail(Contact, input.id);
    const customer = await lockActive(tx, of.id);
    await lockRow(tx, contacts, input.id);
    const contact = await tx.findOneOrFail(Contact, input.id, { refresh: true });
    if (contact.version !== input.version) {
      const { id, version } = input;
      throw await staleVersion(tx, principal, { resource: "contact", id, version });
    }
    const issues = contactIssues(input, "update");
    if (issues.length > 0) throw invalidInput(issues);
    await authoriseContactFields(tx, work, customer.accountManager.id, input);
    const { isPrimary, ...values } = tidied(CONTACT_FIELDS, input);
    const given = [...Object.keys(values), ...(isPrimary === undefined ? [] : ["isPrimary"])];
    const before = pick(contact, given);
    if (isPrimary && !contact.isPrimary) await demotePrimary(tx, customer.id);
    Object.assign(contact, values, { isPrimary: isPrimary ?? contact.isPrimary });
    await tx.flush();
    if (contact.version === input.version) return;
    await recordAudit(tx, work, {
      action: "contact:update",
      resource: "contact",
      recordId: contact.id,
      before,
      after: { ...pick(contact, given), version: contact.version },
    });
  });
}

const pick = (contact: Contact, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => [name, (contact as unknown as Record<string, unknown>)[name] ?? null]),
  );

async function lockActive(tx: Em, id: string): Promise<Customer> {
  await lockRow(tx, customers, id);
  const customer = await tx.findOneOrFail(Customer, id, { refresh: true });
  if (customer.status === "ACTIVE") return customer;
  throw invalidTransition({
    zh: "只有正常状态的客户可以修改联系人",
    en: "Contacts can be changed only while the customer is ACTIVE",
  });
}

/** A customer has one primary contact at most; the new one takes the place of the old. */
async function demotePrimary(tx: Em, customerId: string): Promise<void> {
  const primary = await tx.findOne(Contact, { customer: customerId, isPrimary: true });
  if (!primary) return;
  primary.isPrimary = false;
  await tx.flush();
}

/** Protected fields are written by a right of their own, which must hold on rows of this owner. */
async function authoriseContactFields(
  tx: Em,
  { principal }: Work,
  ownerId: string,
  input: ContactInput,
): Promise<void> {
  const guarded = protectedFields("contact");
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || !guarded.includes(name)) continue;
    const { clear } = fieldScope(principal, "contact", "write", name);
    if (await ownsWithin(tx, clear, ownerId)) continue;
    throw forbidden({ zh: `没有权限修改字段 ${name}`, en: `You may not write the field ${name}` });
  }
}
