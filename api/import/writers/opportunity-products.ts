import { sql } from "kysely";
import { parseMoney } from "../../../schema/kernel/money.ts";
import type { DealLine } from "../../../schema/marketing/deal.entity.ts";
import { fault } from "../faults.ts";
import { valueOf } from "../row.ts";
import { rowsOf, type Run } from "../run.ts";
import { insertRows } from "../write-table.ts";
import type { Revision } from "./opportunity-logs.ts";
import type { ReadyRow } from "./writer.ts";

interface Change {
  readonly old: readonly DealLine[];
  readonly new: readonly DealLine[];
}

const COLUMNS = [
  "opportunity_id",
  "line_no",
  "product_id",
  "quantity",
  "unit_price",
  "currency",
] as const;
const ONE = "1.0000";
const MAX_QUANTITY = 10n ** 14n;

/** The products of opportunities: several in one cell, their quantities and prices in the same order. */
export class ProductLines {
  readonly #changes = new WeakMap<ReadyRow, Change>();
  /** What an opportunity has once its row is written. */
  readonly #lines = new WeakMap<ReadyRow, readonly DealLine[]>();
  readonly #known = new Map<string, Pick<DealLine, "name" | "unitPrice">>();

  /** @param editable whether the products of an existing opportunity may still change */
  async prepare(
    rows: readonly ReadyRow[],
    run: Run,
    editable: (row: ReadyRow) => boolean,
  ): Promise<void> {
    const naming = rows.filter((row) => row.wanted.has("products"));
    const named = naming.flatMap((row) => row.links.get("products") ?? []);
    await this.#learn([...new Set(named)], run);
    const existing = naming.filter(({ record }) => !record.isNew);
    const present = await linesOf(
      existing.map(({ record }) => record.id),
      run,
    );
    for (const row of naming) {
      const old = present.get(row.record.id) ?? [];
      const next = this.#linesFor(row, old);
      this.#lines.set(row, next);
      if (JSON.stringify(old) === JSON.stringify(next)) continue;
      if (editable(row)) this.#changes.set(row, { old, new: next });
      else row.faults.push(fault("NOT_EDITABLE", {}, { path: "products.externalId" }));
    }
  }

  /** The products of opportunities, those included of which the file says nothing. */
  async linesOf(
    rows: readonly ReadyRow[],
    run: Run,
  ): Promise<ReadonlyMap<string, readonly DealLine[]>> {
    const silent = rows.filter((row) => !row.record.isNew && !this.#lines.has(row));
    const lines = new Map<string, readonly DealLine[]>(
      await linesOf(
        silent.map(({ record }) => record.id),
        run,
      ),
    );
    for (const row of rows) {
      const known = this.#lines.get(row);
      if (known) lines.set(row.record.id, known);
    }
    return lines;
  }

  changes(row: ReadyRow): boolean {
    return this.#changes.has(row);
  }

  /** Puts the new lines in the place of the old; gives back what that changed, by existing opportunity. */
  async write(rows: readonly ReadyRow[], run: Run): Promise<Map<string, Revision["changes"]>> {
    const changed = new Map<string, Revision["changes"]>();
    const written: object[] = [];
    for (const row of rows) {
      const change = this.#changes.get(row);
      if (!change) continue;
      const { id, isNew } = row.record;
      if (!isNew) changed.set(id, { products: change });
      change.new.forEach(({ productId, quantity, unitPrice, currency }, index) =>
        written.push({
          opportunity_id: id,
          line_no: index + 1,
          product_id: productId,
          quantity,
          unit_price: unitPrice,
          currency,
        }),
      );
    }
    if (changed.size > 0) {
      await rowsOf(
        run,
        sql`delete from crm.opportunity_product
          where opportunity_id = any(${[...changed.keys()]}::uuid[])`,
      );
    }
    await insertRows(run, "opportunity_product", COLUMNS, written);
    return changed;
  }

  #linesFor(row: ReadyRow, old: readonly DealLine[]): DealLine[] {
    const products = row.links.get("products") ?? [];
    const quantities = listOf(row, "products.quantity", products);
    const prices = listOf(row, "products.unitPrice", products);
    if (quantities.some(isNoQuantity)) {
      const values = { field: { zh: "产品数量", en: "Quantity" }, min: "0.0001", max: "1e10" };
      row.faults.push(fault("OUT_OF_RANGE", values, { path: "products.quantity" }));
    }
    const currency = String(row.columns["currency"] ?? row.record.existing["currency"]);
    return products.map((productId, index) => {
      const product = this.#known.get(productId);
      const before = old[index];
      // Where the file gives no price, the one that was agreed stays, whatever the product costs today.
      const agreed = before?.productId === productId ? before.unitPrice : product?.unitPrice;
      return {
        productId,
        name: product?.name ?? "",
        quantity: quantities[index] ?? ONE,
        unitPrice: prices[index] ?? agreed ?? null,
        currency,
      };
    });
  }

  async #learn(products: readonly string[], run: Run): Promise<void> {
    const unknown = products.filter((id) => !this.#known.has(id));
    if (unknown.length === 0) return;
    const rows = await rowsOf<{ id: string; name: string; unitPrice: string | null }>(
      run,
      sql`select id, name, price::text as "unitPrice" from crm.product
        where id = any(${unknown}::uuid[])`,
    );
    for (const { id, ...product } of rows) this.#known.set(id, product);
  }
}

const isNoQuantity = (text: string): boolean => {
  const quantity = parseMoney(text) ?? 0n;
  return quantity <= 0n || quantity >= MAX_QUANTITY;
};

/** A list beside the products; more values in the file than products are a fault, more defaults are not. */
function listOf(row: ReadyRow, path: string, products: readonly string[]): string[] {
  const value = valueOf(row, path);
  const texts = Array.isArray(value) ? value.map(String) : [];
  if (texts.length > products.length && !row.defaulted.has(path)) {
    const field = { zh: "与之对应的产品", en: "A product for each of the values" };
    row.faults.push(fault("REQUIRED", { field }, { path }));
  }
  return texts;
}

async function linesOf(ids: readonly string[], run: Run): Promise<Map<string, DealLine[]>> {
  const lines = new Map<string, DealLine[]>();
  if (ids.length === 0) return lines;
  const rows = await rowsOf<DealLine & { id: string }>(
    run,
    sql`select l.opportunity_id as id, l.product_id as "productId", p.name, l.quantity::text,
        l.unit_price::text as "unitPrice", l.currency
      from crm.opportunity_product l join crm.product p on p.id = l.product_id
      where l.opportunity_id = any(${ids}::uuid[]) order by l.opportunity_id, l.line_no`,
  );
  for (const { id, ...line } of rows) {
    const known = lines.get(id);
    if (known) known.push(line);
    else lines.set(id, [line]);
  }
  return lines;
}
