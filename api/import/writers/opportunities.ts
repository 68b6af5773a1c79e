import type { OpportunityStatus } from "../../../schema/marketing/opportunity.entity.ts";
import { furthest } from "../../marketing/opportunity.moves.ts";
import { OPPORTUNITY_FIELDS } from "../../marketing/opportunity.rules.ts";
import { fault } from "../faults.ts";
import { courseOf, type Move } from "../opportunity-course.ts";
import type { Run } from "../run.ts";
import { publicNames } from "../audit-rows.ts";
import { courseGiven, judgeExisting, type Progress } from "./opportunity-progress.ts";
import { insertRows } from "../write-table.ts";
import { columnOf, writeRevisions, writeTransitions, type Revision } from "./opportunity-logs.ts";
import { ProductLines } from "./opportunity-products.ts";
import type { Changes, ReadyRow, Writer } from "./writer.ts";

/** Changes that the log of revisions keeps. */
const REVISED = new Set([...Object.keys(OPPORTUNITY_FIELDS), "assigneeId"]);
const MOVED = [
  "status",
  "furthest_status",
  "status_since",
  "assigned_at",
  "first_developed_at",
  "closed_at",
  "closed_amount",
  "result_customer_id",
] as const;
const DEAL = [
  "opportunity_id",
  "customer_id",
  "amount",
  "currency",
  "closed_at",
  "products",
] as const;
const UNMOVED: readonly string[] = [];
/** Products lie in rows of their own: writing any column raises the version for them too. */
const RAISED: readonly string[] = ["currency"];
const WON_WITHOUT_CUSTOMER = {
  zh: "客户（成交必须有客户）",
  en: "The customer of a won opportunity",
};

/** Writes the course of opportunities: columns that follow from it, transitions, revisions, products and deals. */
export class OpportunityWriter implements Writer {
  readonly adds = [...MOVED, "created_at", "created_by_id", "customer_name"];
  readonly #progress = new WeakMap<ReadyRow, Progress>();
  readonly #products = new ProductLines();

  async prepare(rows: readonly ReadyRow[], run: Run): Promise<void> {
    for (const row of rows) {
      prepareCustomer(row);
      const progress = row.record.isNew
        ? startCourse(row, run)
        : judgeExisting(row, run.plan.company.now);
      this.#progress.set(row, progress);
      if (progress.moves.at(-1)?.to === "WON" && linkedCustomer(row) === null) {
        const about = { path: "customer.name" };
        row.faults.push(fault("REQUIRED", { field: WON_WITHOUT_CUSTOMER }, about));
      }
      if (progress.moves.length > 0) Object.assign(row.columns, columnsOf(row, progress.moves));
    }
    await this.#products.prepare(rows, run, (row) => this.editable(row));
  }

  /** Closed opportunities are history; one that this very row closes is not closed yet. */
  editable(row: ReadyRow): boolean {
    const status = row.record.existing["status"];
    return row.record.isNew || (status !== "WON" && status !== "LOST");
  }

  updates(row: ReadyRow): readonly string[] {
    if (this.#movesOf(row).length > 0) return MOVED;
    return this.#products.changes(row) ? RAISED : UNMOVED;
  }

  async finish(
    rows: readonly ReadyRow[],
    changed: Changes,
    run: Run,
  ): Promise<ReadonlySet<string>> {
    const moving = rows.filter((row) => this.#movesOf(row).length > 0);
    await writeTransitions(
      run,
      moving.map((row) => ({ row, moves: this.#movesOf(row) })),
    );

    const replaced = await this.#products.write(rows, run);
    const revisions = rows.flatMap((row): Revision[] => {
      const { id, isNew } = row.record;
      const changes = { ...revised(changed.get(id)), ...replaced.get(id) };
      return isNew || Object.keys(changes).length === 0 ? [] : [{ id, changes }];
    });
    await writeRevisions(run, revisions);
    await this.#writeDeals(moving, run);
    return new Set(replaced.keys());
  }

  #movesOf(row: ReadyRow): readonly Move[] {
    return this.#progress.get(row)?.moves ?? [];
  }

  /** Keeps what was sold, with its products, of each opportunity that comes in as won. */
  async #writeDeals(moving: readonly ReadyRow[], run: Run): Promise<void> {
    const won = moving.filter((row) => this.#movesOf(row).at(-1)?.to === "WON");
    const lines = await this.#products.linesOf(won, run);
    const deals = won.map((row) => ({
      opportunity_id: row.record.id,
      customer_id: linkedCustomer(row),
      amount: row.columns["closed_amount"],
      currency: columnOf(row, "currency"),
      closed_at: row.columns["closed_at"],
      products: lines.get(row.record.id) ?? [],
    }));
    await insertRows(run, "deal", DEAL, deals);
  }
}

/** A customer's own name counts; the name beside it does not. */
function prepareCustomer(row: ReadyRow): void {
  if (row.columns["customer_id"]) row.columns["customer_name"] = null;
  else if (row.record.isNew && !row.columns["customer_name"]) {
    const field = { zh: "客户或客户名称", en: "Customer or customer name" };
    row.faults.push(fault("REQUIRED", { field }, { path: "customerName" }));
  }
}

const linkedCustomer = (row: ReadyRow): string | null => {
  const given = row.columns["customer_id"] ?? row.record.existing["customer_id"];
  return typeof given === "string" ? given : null;
};

function startCourse(row: ReadyRow, run: Run): Progress {
  const course = courseOf(courseGiven(row), run.plan.company.now);
  if ("faults" in course) {
    row.faults.push(...course.faults);
    return { moves: [] };
  }
  const { principal } = run.work;
  row.columns["created_at"] = course.createdAt;
  row.columns["created_by_id"] = principal.kind === "user" ? principal.id : null;
  return { moves: course.moves };
}

/** What the row of an opportunity holds after its moves. */
function columnsOf(
  row: ReadyRow,
  moves: readonly Move[],
): Record<(typeof MOVED)[number], string | null> {
  const { existing } = row.record;
  const before = (column: string): string | null => {
    const value = existing[column];
    return typeof value === "string" ? value : null;
  };
  const at = (to: OpportunityStatus): string | null =>
    moves.find((move) => move.to === to)?.at ?? null;
  const last = moves.at(-1);
  const won = last?.to === "WON";
  const amount = row.values.get("closedAmount");
  return {
    status: last?.to ?? before("status"),
    furthest_status: moves.reduce(
      (known, { to }) => furthest(known, to),
      (before("furthest_status") ?? "UNASSIGNED") as OpportunityStatus,
    ),
    status_since: last?.at ?? before("status_since"),
    assigned_at: at("ASSIGNED") ?? before("assigned_at"),
    first_developed_at: before("first_developed_at") ?? at("DEVELOPING"),
    closed_at: at("WON") ?? at("LOST"),
    closed_amount: typeof amount === "string" ? amount : null,
    result_customer_id: won ? linkedCustomer(row) : null,
  };
}

function revised(
  change:
    | { before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> }
    | undefined,
): Revision["changes"] {
  if (!change) return {};
  const before = publicNames(change.before);
  const after = publicNames(change.after);
  return Object.fromEntries(
    Object.keys(after)
      .filter((name) => REVISED.has(name))
      .map((name) => [name, { old: before[name] ?? null, new: after[name] ?? null }]),
  );
}
