import { sql } from "kysely";
import { rowsOf, type Run } from "../run.ts";

export interface DealRow {
  readonly opportunity_id: string;
  readonly customer_id: string;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly closed_at: string;
}

/** Keeps the deals of opportunities that came in as won, with their products as they stand. */
export async function writeDeals(run: Run, deals: readonly DealRow[]): Promise<void> {
  if (deals.length === 0) return;
  await rowsOf(
    run,
    sql`insert into crm.deal (opportunity_id, customer_id, amount, currency, closed_at, products)
      select r.opportunity_id, r.customer_id, r.amount, r.currency, r.closed_at, coalesce(lines.products, '[]')
      from json_to_recordset(${JSON.stringify(deals)}::json) as r(opportunity_id uuid, customer_id uuid,
        amount numeric, currency text, closed_at timestamptz)
      cross join lateral (
        select jsonb_agg(jsonb_build_object('productId', l.product_id, 'name', p.name,
          'quantity', l.quantity::text, 'unitPrice', l.unit_price::text, 'currency', l.currency)
          order by l.line_no) as products
        from crm.opportunity_product l join crm.product p on p.id = l.product_id
        where l.opportunity_id = r.opportunity_id) as lines`,
  );
}
