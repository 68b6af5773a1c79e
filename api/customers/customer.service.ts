import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { User } from "../../schema/access/user.entity.ts";
import { Customer } from "../../schema/customers/customer.entity.ts";
import { dayIn } from "../../schema/kernel/clock.ts";
import { forbidden, invalidInput, invalidTransition } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { can, scopeFor } from "../access/policy.ts";
import { canBeGivenWork } from "../access/user-in-scope.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { tidied } from "../input/define-input.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { refusingTakenNames } from "./customer-name.ts";
import { authoriseFields, customerReferenceIssues } from "./customer.guard.ts";
import { customers } from "./customer.list.ts";
import { CUSTOMER_FIELDS, customerIssues, type CustomerInput } from "./customer.rules.ts";

export interface CreateCustomerInput extends CustomerInput {
  /** Who looks after it; the caller where it is left out. */
  readonly accountManagerId?: string | null | undefined;
}

export interface UpdateCustomerInput extends CustomerInput {
  readonly id: string;
  /** The version that was read; a stale one is CONFLICT. */
  readonly version: number;
}

/**
 * Creates a customer and answers its id. `timeZone` is the company's: the readable number names its day.
 * Errors: FORBIDDEN (also for an account manager out of reach), INVALID_INPUT with all faults at once.
 */
export async function createCustomer(
  work: Work,
  input: CreateCustomerInput,
  timeZone: string,
): Promise<string> {
  const { em, principal } = work;
  if (!can(principal, "customer:create")) throw forbidden();
  return refusingTakenNames("input.name", () =>
    em.transactional(async (tx) => {
      await commandMode(tx);
      const managerId = input.accountManagerId ?? principalUserId(principal);
      const issues = customerIssues(input, "create");
      if (managerId === null) {
        issues.push({
          path: "input.accountManagerId",
          text: { zh: "必填", en: "is required" },
          code: "REQUIRED",
        });
      } else if (
        !(await canBeGivenWork(tx, scopeFor(principal, "customer", "create"), managerId))
      ) {
        issues.push({
          path: "input.accountManagerId",
          text: { zh: "不是您可以选择的在职用户", en: "is no active user whom you may choose" },
        });
      }
      const values = tidied(CUSTOMER_FIELDS, input);
      if (issues.length === 0) {
        issues.push(...(await customerReferenceIssues(tx, principal, values, undefined)));
      }
      if (issues.length > 0 || managerId === null) throw invalidInput(issues);
      await authoriseFields(tx, principal, managerId, valued(values));
      return insertCustomer(tx, work, values, managerId, timeZone);
    }),
  );
}

/** Writes a new customer whose input has been checked, with its audit entry; answers the id. */
export async function insertCustomer(
  tx: Em,
  work: Work,
  values: CustomerInput,
  accountManagerId: string,
  timeZone: string,
): Promise<string> {
  const userId = principalUserId(work.principal);
  const day = dayIn(timeZone, work.clock.now());
  const { rows } = await sql<{
    number: string;
  }>`select crm.next_number('KH', ${day}::date) as number`.execute(plain(tx));
  const { parentCustomerId, tags, name, tier, ...rest } = values;
  const customer = tx.create(Customer, {
    ...rest,
    name: name ?? "",
    tier: tier ?? 1,
    number: rows[0]?.number ?? "",
    accountManager: tx.getReference(User, accountManagerId),
    parentCustomer: parentCustomerId ? tx.getReference(Customer, parentCustomerId) : null,
    tags: [...(tags ?? [])],
    createdBy: userId === null ? null : tx.getReference(User, userId),
  });
  await tx.flush();
  await recordAudit(tx, work, {
    action: "customer:create",
    resource: "customer",
    recordId: customer.id,
    after: { ...values, accountManagerId, version: customer.version },
  });
  return customer.id;
}

/**
 * Changes the fields that are given. Errors: NOT_FOUND, FORBIDDEN, INVALID_TRANSITION (not ACTIVE), CONFLICT
 * (naming what changed), INVALID_INPUT with all faults at once.
 */
export async function updateCustomer(work: Work, input: UpdateCustomerInput): Promise<void> {
  const { em, principal } = work;
  await refusingTakenNames("input.name", () =>
    em.transactional(async (tx) => {
      await authoriseRow(tx, principal, customers, "update", input.id);
      await commandMode(tx);
      const customer = await lockCustomer(tx, work, input);
      const issues = customerIssues(input, "update");
      if (issues.length > 0) throw invalidInput(issues);
      const values = tidied(CUSTOMER_FIELDS, input);
      await authoriseFields(tx, principal, customer.accountManager.id, Object.keys(values));
      const faults = await customerReferenceIssues(tx, principal, values, customer.id);
      if (faults.length > 0) throw invalidInput(faults);
      await writeChanges(tx, work, customer, values);
    }),
  );
}

/** The row itself, locked for the rest of the transaction, in the version that the caller has read. */
async function lockCustomer(
  tx: Em,
  { principal }: Work,
  { id, version }: UpdateCustomerInput,
): Promise<Customer> {
  await lockRow(tx, customers, id);
  const customer = await tx.findOneOrFail(Customer, id);
  if (customer.status !== "ACTIVE") {
    throw invalidTransition({
      zh: "只有正常状态的客户可以修改",
      en: "Only an ACTIVE customer can be changed",
    });
  }
  if (customer.version !== version) {
    throw await staleVersion(tx, principal, { resource: "customer", id, version });
  }
  return customer;
}

async function writeChanges(
  tx: Em,
  work: Work,
  customer: Customer,
  values: CustomerInput,
): Promise<void> {
  const { parentCustomerId, tags, ...rest } = values;
  const now: Record<string, unknown> = { ...rest };
  if (parentCustomerId !== undefined) {
    now["parentCustomer"] = parentCustomerId ? tx.getReference(Customer, parentCustomerId) : null;
  }
  if (tags !== undefined) now["tags"] = [...(tags ?? [])];
  const before = Object.fromEntries(
    Object.keys(values).map((name) => [name, plainValue(customer, name)]),
  );
  Object.assign(customer, now);
  await tx.flush();
  const changed = Object.keys(values).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(plainValue(customer, name)),
  );
  if (changed.length === 0) return;
  const pick = (valueOf: (name: string) => unknown): Record<string, unknown> =>
    Object.fromEntries(changed.map((name) => [name, valueOf(name)]));
  await recordAudit(tx, work, {
    action: "customer:update",
    resource: "customer",
    recordId: customer.id,
    before: pick((name) => before[name]),
    after: { ...pick((name) => plainValue(customer, name)), version: customer.version },
  });
}

function plainValue(customer: Customer, name: string): unknown {
  if (name === "parentCustomerId") return customer.parentCustomer?.id ?? null;
  return (customer as unknown as Record<string, unknown>)[name] ?? null;
}

/** Fields that say something; a create with an empty protected field writes none. */
const valued = (values: CustomerInput): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [name],
  );
