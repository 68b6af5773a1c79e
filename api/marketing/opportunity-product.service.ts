import { sql } from "kysely";
import type { Issue } from "../../schema/kernel/errors.ts";
import { formatMoney, parseMoney } from "../../schema/kernel/money.ts";
import type { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import type { DealLine } from "../../schema/marketing/deal.entity.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { isUuid } from "../lists/uuid.ts";
import { productLineIssues, type ProductLine } from "./opportunity.rules.ts";

/** A fault for each line that is malformed or names no product. */
export async function productIssues(
  tx: Em,
  lines: readonly ProductLine[],
  at = "input.products",
): Promise<Issue[]> {
  const issues = productLineIssues(lines, at);
  if (issues.length > 0) return issues;
  const ids = lines.map(({ productId }) => productId).filter(isUuid);
  const { rows } = await sql<{ id: string }>`select id from crm.product
    where id = any(${ids}::uuid[])`.execute(plain(tx));
  const known = new Set(rows.map(({ id }) => id));
  return lines.flatMap(({ productId }, index) =>
    known.has(productId.toLowerCase())
      ? []
      : [
          {
            path: `${at}[${index}].productId`,
            text: { zh: "没有此产品", en: "is no product" },
          },
        ],
  );
}

/** The products of an opportunity as they stand, in their order. */
export async function productsOf(tx: Em, opportunityId: string): Promise<DealLine[]> {
  const { rows } = await sql<DealLine>`
    select l.product_id::text as "productId", p.name, l.quantity::text, l.unit_price::text as "unitPrice",
      l.currency
    from crm.opportunity_product as l join crm.product as p on p.id = l.product_id
    where l.opportunity_id = ${opportunityId}::uuid order by l.line_no`.execute(plain(tx));
  return rows;
}

/** Puts these lines in the place of all others, priced in the currency of the opportunity. */
export async function replaceProducts(
  tx: Em,
  opportunity: Opportunity,
  lines: readonly ProductLine[],
): Promise<void> {
  await sql`delete from crm.opportunity_product
    where opportunity_id = ${opportunity.id}::uuid`.execute(plain(tx));
  if (lines.length === 0) return;
  const exact = (text: string): string => formatMoney(parseMoney(text) ?? 0n);
  const ids = lines.map(({ productId }) => productId);
  const quantities = lines.map(({ quantity }) => exact(quantity));
  const prices = lines.map(({ unitPrice }) => (unitPrice ? exact(unitPrice) : null));
  await sql`insert into crm.opportunity_product
      (opportunity_id, line_no, product_id, quantity, unit_price, currency)
    select ${opportunity.id}::uuid, line_no, product_id, quantity, unit_price, ${opportunity.currency}
    from unnest(${ids}::uuid[], ${quantities}::numeric[], ${prices}::numeric[])
      with ordinality as line (product_id, quantity, unit_price, line_no)`.execute(plain(tx));
}
