import { sql } from "kysely";
import { formatMoney, parseMoney } from "../../../schema/kernel/money.ts";
import { fault } from "../faults.ts";
import { valueOf } from "../row.ts";
import { rowsOf, type Run } from "../run.ts";
import { insertRows } from "../write-table.ts";
import type { Revision } from "./opportunity-logs.ts";
import type { ReadyRow } from "./writer.ts";

interface Line {
  readonly product_id: string;
  readonly quantity: string;
  readonly unit_price: string | null;
}

const ONE = "1.0000";
const MAX_QUANTITY = 10n ** 14n;

/** The products of opportunities: several in one cell, their quantities and prices in the same order. */
export class ProductLines {
  readonly #lines = new WeakMap<ReadyRow, readonly Line[]>();
  readonly #prices = new Map<string, string | null>();

  async prepare(rows: readonly ReadyRow[], run: Run): Promise<void> {
    const naming = rows.filter((row) => row.wanted.has("products"));
    await this.#learnPrices(
      naming.flatMap((row) => row.links.get("products") ?? []),
      run,
    );
    for (const row of naming) {
      const products = row.links.get("products") ?? [];
      const quantities = listOf(row, "products.quantity", products);
      const prices = listOf(row, "products.unitPrice", products);
      if (quantities.some(isNoQuantity)) {
        const values = { field: { zh: "产品数量", en: "Quantity" }, min: "0.0001", max: "1e10" };
        row.faults.push(fault("OUT_OF_RANGE", values, { path: "products.quantity" }));
      }
      this.#lines.set(
        row,
        products.map((product, index) => ({
          product_id: product,
          quantity: quantities[index] ?? ONE,
          unit_price: prices[index] ?? this.#prices.get(product) ?? null,
        })),
      );
    }
  }

  /** Puts the lines in the place of others where they differ; gives back what that changed, by existing opportunity. */
  async write(rows: readonly ReadyRow[], run: Run): Promise<Map<string, Revision["changes"]>> {
    const naming = rows.filter((row) => this.#lines.has(row));
    const present = await linesOf(
      naming.flatMap(({ record }) => (record.isNew ? [] : record.id)),
      run,
    );
    const changed = new Map<string, Revision["changes"]>();
    const written: object[] = [];
    for (const row of naming) {
      const { id, isNew } = row.record;
      const old = present.get(id) ?? [];
      const lines = this.#pricedAsBefore(row, old);
      if (!isNew && JSON.stringify(old) === JSON.stringify(lines)) continue;
      if (!isNew) changed.set(id, { products: { old, new: lines } });
      const currency = row.columns["currency"] ?? row.record.existing["currency"];
      lines.forEach((line, index) =>
        written.push({ ...line, opportunity_id: id, line_no: index + 1, currency }),
      );
    }
    await rowsOf(
      run,
      sql`delete from crm.opportunity_product
        where opportunity_id = any(${[...changed.keys()]}::uuid[])`,
    );
    const columns = [
      "opportunity_id",
      "line_no",
      "product_id",
      "quantity",
      "unit_price",
      "currency",
    ];
    await insertRows(run, "opportunity_product", columns, written);
    return changed;
  }

  /** Where the file gives no prices, those that were agreed stay, whatever the product costs today. */
  #pricedAsBefore(row: ReadyRow, old: readonly Line[]): readonly Line[] {
    const lines = this.#lines.get(row) ?? [];
    if (valueOf(row, "products.unitPrice") !== null) return lines;
    return lines.map((line, index) =>
      old[index]?.product_id === line.product_id
        ? { ...line, unit_price: old[index].unit_price }
        : line,
    );
  }

  async #learnPrices(products: readonly string[], run: Run): Promise<void> {
    const unknown = [...new Set(products)].filter((id) => !this.#prices.has(id));
    if (unknown.length === 0) return;
    const rows = await rowsOf<{ id: string; price: string | null }>(
      run,
      sql`select id, price::text from crm.product where id = any(${unknown}::uuid[])`,
    );
    for (const { id, price } of rows) this.#prices.set(id, price);
  }
}

const isNoQuantity = (text: string): boolean => {
  const quantity = parseMoney(text) ?? 0n;
  return quantity <= 0n || quantity >= MAX_QUANTITY;
};

/** A list beside the products; more values than products are a fault. */
function listOf(row: ReadyRow, path: string, products: readonly string[]): string[] {
  const value = valueOf(row, path);
  const texts = Array.isArray(value)
    ? value.map((text) => formatMoney(parseMoney(String(text)) ?? 0n))
    : [];
  if (texts.length > products.length) {
    const field = { zh: "与之对应的产品", en: "A product for each of the values" };
    row.faults.push(fault("REQUIRED", { field }, { path }));
  }
  return texts;
}

async function linesOf(ids: readonly string[], run: Run): Promise<Map<string, Line[]>> {
  const lines = new Map<string, Line[]>();
  if (ids.length === 0) return lines;
  const rows = await rowsOf<Line & { opportunity_id: string }>(
    run,
    sql`select opportunity_id, product_id, quantity::text, unit_price::text
      from crm.opportunity_product where opportunity_id = any(${ids}::uuid[])
      order by opportunity_id, line_no`,
  );
  for (const { opportunity_id: id, product_id, quantity, unit_price } of rows) {
    lines.set(id, [...(lines.get(id) ?? []), { product_id, quantity, unit_price }]);
  }
  return lines;
}
