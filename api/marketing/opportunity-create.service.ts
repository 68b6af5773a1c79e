import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { User } from "../../schema/access/user.entity.ts";
import { Customer } from "../../schema/customers/customer.entity.ts";
import { dayIn } from "../../schema/kernel/clock.ts";
import { forbidden, invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import { DictionaryEntry } from "../../schema/reference/dictionary-entry.entity.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { can } from "../access/policy.ts";
import { recordAudit } from "../audit/record.ts";
import { customers } from "../customers/customer.list.ts";
import { tidied } from "../input/define-input.ts";
import { mayRead } from "../lists/authorise-row.ts";
import { announceChange } from "../live/changes.ts";
import { entryIssues } from "../reference/dictionary-entry.reader.ts";
import type { Work } from "../server/context.ts";
import { productIssues, replaceProducts } from "./opportunity-product.service.ts";
import { appendTransition } from "./opportunity.log.ts";
import { OPPORTUNITY_MOVES } from "./opportunity.moves.ts";
import {
  NEW_OPPORTUNITY_FIELDS,
  newOpportunityIssues,
  type NewOpportunityInput,
  type ProductLine,
} from "./opportunity.rules.ts";

export interface CreateOpportunityInput extends NewOpportunityInput {
  readonly products?: readonly ProductLine[] | null | undefined;
}

/** What the company decides for records that do not say. */
interface CompanyDefaults {
  readonly currency: string;
  readonly timeZone: string;
}

/**
 * Creates an unassigned opportunity and answers its id. Errors: FORBIDDEN, INVALID_INPUT with all faults at once
 * (a customer out of scope reads like one that does not exist).
 */
export async function createOpportunity(
  work: Work,
  input: CreateOpportunityInput,
  company: CompanyDefaults,
): Promise<string> {
  if (!can(work.principal, OPPORTUNITY_MOVES.createOpportunity.permission)) throw forbidden();
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const values = { ...tidied(NEW_OPPORTUNITY_FIELDS, input) };
    const issues = newOpportunityIssues(input);
    issues.push(...(await referenceIssues(tx, work, values)));
    issues.push(...(await productIssues(tx, input.products ?? [])));
    if (issues.length > 0) throw invalidInput(issues);
    const opportunity = await insert(tx, work, values, company);
    await replaceProducts(tx, opportunity, input.products ?? []);
    await appendTransition(tx, work, opportunity, {
      from: null,
      to: "UNASSIGNED",
      direction: "FORWARD",
      at: opportunity.statusSince,
    });
    await recordAudit(tx, work, {
      action: OPPORTUNITY_MOVES.createOpportunity.permission,
      resource: "opportunity",
      recordId: opportunity.id,
      after: { ...values, products: input.products ?? [], version: opportunity.version },
    });
    await announceChange(tx, { resource: "opportunity", id: opportunity.id });
    return opportunity.id;
  });
}

async function insert(
  tx: Em,
  { principal, clock }: Work,
  values: NewOpportunityInput,
  company: CompanyDefaults,
): Promise<Opportunity> {
  const now = clock.now();
  const { rows } = await sql<{ number: string }>`
    select crm.next_number('XS', ${dayIn(company.timeZone, now)}::date) as number`.execute(
    plain(tx),
  );
  const userId = principalUserId(principal);
  const { sourceId, customerId, customerName, tags, ...rest } = values;
  const opportunity = tx.create(Opportunity, {
    ...rest,
    title: rest.title ?? "",
    description: rest.description ?? "",
    successRate: rest.successRate ?? 0,
    currency: rest.currency ?? company.currency,
    number: rows[0]?.number ?? "",
    source: tx.getReference(DictionaryEntry, sourceId ?? ""),
    customer: customerId ? tx.getReference(Customer, customerId) : null,
    // Where the customer is known, its own name counts.
    customerName: customerId ? null : (customerName ?? null),
    tags: [...(tags ?? [])],
    createdBy: userId === null ? null : tx.getReference(User, userId),
    createdAt: now,
    statusSince: now,
  });
  await tx.flush();
  return opportunity;
}

async function referenceIssues(
  tx: Em,
  { principal }: Work,
  { sourceId, customerId }: NewOpportunityInput,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (sourceId) {
    issues.push(...(await entryIssues(tx, "opportunitySource", sourceId, "input.sourceId")));
  }
  if (customerId && !(await isActiveCustomer(tx, principal, customerId))) {
    issues.push({
      path: "input.customerId",
      text: { zh: "没有此客户或客户不是正常状态", en: "is no active customer" },
    });
  }
  return issues;
}

/** Whether the reader sees a customer that may be worked with. */
export async function isActiveCustomer(
  tx: Em,
  principal: Work["principal"],
  id: string,
): Promise<boolean> {
  if (!(await mayRead(tx, principal, customers, id))) return false;
  return (await tx.count(Customer, { id, status: "ACTIVE" })) > 0;
}
