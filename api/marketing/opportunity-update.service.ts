import { sql } from "kysely";
import { invalidInput } from "../../schema/kernel/errors.ts";
import type { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import type { RevisionChanges } from "../../schema/marketing/opportunity-revision.entity.ts";
import { plain } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { tidied } from "../input/define-input.ts";
import type { Work } from "../server/context.ts";
import { productIssues, productsOf, replaceProducts } from "./opportunity-product.service.ts";
import { commandOpportunity, type Step } from "./opportunity.command.ts";
import { appendRevision } from "./opportunity.log.ts";
import {
  OPPORTUNITY_FIELDS,
  opportunityIssues,
  type OpportunityInput,
  type ProductLine,
} from "./opportunity.rules.ts";

export interface UpdateOpportunityInput extends OpportunityInput {
  readonly id: string;
  readonly version: number;
  /** All lines; left out, they stay as they are. */
  readonly products?: readonly ProductLine[] | null | undefined;
}

/**
 * Changes an open opportunity and keeps what it was as a revision. Errors: those of commandOpportunity, and
 * INVALID_INPUT with all faults at once.
 */
export const updateOpportunity = (work: Work, input: UpdateOpportunityInput): Promise<void> =>
  commandOpportunity(work, "updateOpportunity", input, async (step) => {
    const issues = opportunityIssues(input);
    if (input.currency === null) {
      issues.push({ path: "input.currency", text: { zh: "必填", en: "is required" } });
    }
    if (input.products) issues.push(...(await productIssues(step.tx, input.products)));
    if (issues.length > 0) throw invalidInput(issues);
    const changes: RevisionChanges = {
      ...changeFields(step.opportunity, tidied(OPPORTUNITY_FIELDS, input)),
      ...(await changeProducts(step, input)),
    };
    if (Object.keys(changes).length === 0) return;
    await touch(step);
    const { tx, opportunity } = step;
    await appendRevision(tx, work, opportunity, changes);
    const side = (which: "old" | "new"): Record<string, unknown> =>
      Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change[which]]));
    await recordAudit(tx, work, {
      action: "opportunity:update",
      resource: "opportunity",
      recordId: opportunity.id,
      before: side("old"),
      after: { ...side("new"), version: opportunity.version },
    });
  });

/** Sets the fields that differ and tells what they were. */
function changeFields(opportunity: Opportunity, values: OpportunityInput): RevisionChanges {
  const row = opportunity as unknown as Record<string, unknown>;
  const changes: RevisionChanges = {};
  for (const [name, given] of Object.entries(values)) {
    const [was, is] = [row[name] ?? null, name === "tags" ? (given ?? []) : given];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changes[name] = { old: was, new: is };
    row[name] = is;
  }
  return changes;
}

async function changeProducts(
  { tx, opportunity }: Step,
  { products, currency }: UpdateOpportunityInput,
): Promise<RevisionChanges> {
  const was = await productsOf(tx, opportunity.id);
  if (products === undefined) {
    // Prices are in the currency of the opportunity, so they follow it.
    if (currency) {
      await sql`update crm.opportunity_product set currency = ${opportunity.currency}
        where opportunity_id = ${opportunity.id}::uuid and currency <> ${opportunity.currency}`.execute(
        plain(tx),
      );
    }
    return {};
  }
  await replaceProducts(tx, opportunity, products ?? []);
  const is = await productsOf(tx, opportunity.id);
  return JSON.stringify(was) === JSON.stringify(is) ? {} : { products: { old: was, new: is } };
}

/** Products lie in rows of their own: the version is raised for them too, or a stale editor would win. */
async function touch({ tx, opportunity }: Step): Promise<void> {
  const before = opportunity.version;
  await tx.flush();
  if (opportunity.version > before) return;
  await sql`update crm.opportunity set version = version + 1
    where id = ${opportunity.id}::uuid`.execute(plain(tx));
  await tx.refresh(opportunity);
}
