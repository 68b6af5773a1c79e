import { invalidInput, invalidTransition } from "../../schema/kernel/errors.ts";
import { Deal } from "../../schema/marketing/deal.entity.ts";
import { PlanItem } from "../../schema/marketing/plan-item.entity.ts";
import { DictionaryEntry } from "../../schema/reference/dictionary-entry.entity.ts";
import { refusingTakenNames } from "../customers/customer-name.ts";
import { tidied } from "../input/define-input.ts";
import { entryIssues } from "../reference/dictionary-entry.reader.ts";
import type { Work } from "../server/context.ts";
import {
  LOSE_FIELDS,
  loseIssues,
  WIN_FIELDS,
  winIssues,
  type LoseInput,
  type WinInput,
} from "./opportunity-close.rules.ts";
import { productsOf } from "./opportunity-product.service.ts";
import { commandOpportunity, moveOn, type CommandTarget } from "./opportunity.command.ts";
import { resultCustomer } from "./result-customer.service.ts";

export type WinOpportunityInput = Required<CommandTarget> & WinInput;
export type LoseOpportunityInput = Required<CommandTarget> & LoseInput;

/**
 * DEVELOPING → WON, in one transaction with the customer, its first contact and the deal. Errors: those of
 * commandOpportunity; INVALID_TRANSITION without a plan item; CONFLICT (SAME_NAME) where the choice between an
 * existing customer and another name is due; INVALID_INPUT.
 */
export const winOpportunity = (
  work: Work,
  input: WinOpportunityInput,
  timeZone: string,
): Promise<void> =>
  refusingTakenNames("input.newCustomer.name", () =>
    commandOpportunity(work, "winOpportunity", input, async (step) => {
      const { tx, opportunity, now } = step;
      const issues = winIssues(input);
      const { closedAmount: given, currency, closeNote } = tidied(WIN_FIELDS, input);
      const closedAmount = given ?? opportunity.estimatedAmount ?? null;
      if (issues.length === 0 && closedAmount === null) {
        const text = { zh: "请填写成交金额", en: "is required: there is no estimated amount" };
        issues.push({ path: "input.closedAmount", text, code: "REQUIRED" });
      }
      if (issues.length > 0 || closedAmount === null) throw invalidInput(issues);
      if ((await tx.count(PlanItem, { opportunity: opportunity.id })) === 0) {
        throw invalidTransition({
          zh: "没有开发计划的销售机会不能成交",
          en: "An opportunity without a plan item cannot be won",
        });
      }
      const customer = await resultCustomer(step, input, timeZone);
      opportunity.currency = currency ?? opportunity.currency;
      opportunity.closedAmount = closedAmount;
      opportunity.closedAt = now;
      opportunity.closeNote = closeNote ?? null;
      opportunity.resultCustomer = customer;
      const { currency: dealCurrency } = opportunity;
      tx.create(Deal, {
        opportunity,
        customer,
        amount: closedAmount,
        currency: dealCurrency,
        closedAt: now,
        products: await productsOf(tx, opportunity.id),
      });
      await moveOn(step, "winOpportunity", {
        after: { closedAmount, currency: dealCurrency, resultCustomerId: customer.id },
      });
    }),
  );

/** ASSIGNED, DEVELOPING → LOST, with its reason. Errors: those of commandOpportunity, and INVALID_INPUT. */
export const loseOpportunity = (work: Work, input: LoseOpportunityInput): Promise<void> =>
  commandOpportunity(work, "loseOpportunity", input, async (step) => {
    const { tx, opportunity, now } = step;
    const issues = loseIssues(input);
    const { lossReasonId, closeNote } = tidied(LOSE_FIELDS, input);
    if (lossReasonId) {
      issues.push(...(await entryIssues(tx, "lossReason", lossReasonId, "input.lossReasonId")));
    }
    if (issues.length > 0) throw invalidInput(issues);
    opportunity.lossReason = tx.getReference(DictionaryEntry, lossReasonId ?? "");
    opportunity.closeNote = closeNote ?? null;
    opportunity.closedAt = now;
    await moveOn(step, "loseOpportunity", {
      reason: closeNote ?? null,
      after: { lossReasonId, closeNote },
    });
  });
