import type pg from "pg";
import { createStatements } from "../warehouse/ddl.ts";
import type { Writer } from "../warehouse/engine/engine.ts";
import { TABLES } from "../warehouse/tables.ts";
import { checkLoad } from "./checks.ts";
import { makeChannel } from "./extract/channel.ts";
import { copyOf, copyOfPending, type Window } from "./extract/copy-sql.ts";
import type { Snapshot } from "./extract/snapshot.ts";
import { SOURCE_NAMES } from "./extract/sources.ts";
import { stageCopy } from "./extract/stage-copy.ts";
import type { Journal } from "./journal.ts";
import { loadCalendar } from "./load/calendar.ts";
import { loadCustomers } from "./load/customers.ts";
import { loadDepartments } from "./load/departments.ts";
import { loadDictionary } from "./load/dictionary.ts";
import { KEEP_TABLES } from "./load/keep-tables.ts";
import type { LoadContext, LoadStep } from "./load/load-step.ts";
import { rekeyFacts } from "./load/members-of-facts.ts";
import { loadOpportunities } from "./load/opportunities.ts";
import { loadProducts } from "./load/products.ts";
import { loadStatuses } from "./load/statuses.ts";
import { loadTransitions } from "./load/transitions.ts";
import { loadUsers } from "./load/users.ts";
import { publish, type Watermark } from "./publish.ts";
import { reconcile, ReconciliationError, sourceTotals, type Reconciled } from "./reconcile.ts";

/** Dimensions before the facts that point at them, earlier facts before those that look them up. */
const LOAD_STEPS: readonly LoadStep[] = [
  loadStatuses,
  loadDictionary,
  loadDepartments,
  loadProducts,
  loadUsers,
  loadCustomers,
  rekeyFacts,
  loadOpportunities,
  loadTransitions,
  loadCalendar,
];

/** Up to so many facts everything is compared in every run; that takes a tenth of a second. */
const SMALL = 200_000;

export interface LoadRequest {
  readonly client: pg.Client;
  readonly snapshot: Snapshot;
  readonly window: Window;
  readonly stageDirectory: string;
  readonly transport?: "pipe" | "file";
  readonly timeZone: string;
  readonly fiscalStart: number;
  /** Compare everything although the tables are large. */
  readonly compareWhole: boolean;
  readonly watermark: Watermark;
  readonly journal: Journal;
}

async function countFacts(writer: Writer): Promise<number> {
  const [row] = await writer.rows("select count(*) as facts from fact_opportunity_transition");
  return Number(row?.["facts"]);
}

async function stageWindow(writer: Writer, request: LoadRequest): Promise<void> {
  const { client, window, journal } = request;
  const channel = await makeChannel(request.stageDirectory, request.transport);
  const stage = { client, writer, channel };
  try {
    for (const name of SOURCE_NAMES) {
      await journal.step(`stage ${name}`, "read", () => stageCopy(stage, copyOf(name, window)));
    }
    await journal.step("stage pending", "other", () => stageCopy(stage, copyOfPending(window)));
  } finally {
    await channel.remove();
  }
}

async function runSteps(context: LoadContext, journal: Journal): Promise<void> {
  for (const step of LOAD_STEPS) {
    await journal.step(`load ${step.name}`, "load", () => step.run(context));
  }
}

/**
 * Reads one window of the source and publishes it: everything in the writer's open transaction, so
 * that readers see all of it or nothing. Throws where a check fails or the sums differ.
 */
export async function loadWindow(writer: Writer, request: LoadRequest): Promise<Reconciled[]> {
  const { client, window, journal } = request;
  const first = window.low === undefined;
  const context: LoadContext = { ...request, writer, first, takenAt: request.snapshot.takenAt };
  if (first) {
    await journal.step("create tables", "other", () =>
      writer.run(createStatements([...TABLES, ...KEEP_TABLES]).join(";\n")),
    );
  }
  await stageWindow(writer, request);
  const extent =
    first || request.compareWhole || (await countFacts(writer)) <= SMALL ? "WHOLE" : "WINDOW";
  // The source adds up its side while the warehouse loads. Both are waited for, whatever fails: a
  // step that ran on after the rollback would commit its rows by themselves.
  const [totals, loaded] = await Promise.allSettled([
    sourceTotals(client, window, extent),
    runSteps(context, journal),
  ]);
  if (loaded.status === "rejected") throw loaded.reason;
  if (totals.status === "rejected") throw totals.reason;
  await journal.step("check", "other", () => checkLoad(writer, first));
  const reconciliation = await journal.step("reconcile", "other", async () => {
    const compared = await reconcile(writer, totals.value, extent);
    if (!compared.every(({ equal }) => equal)) throw new ReconciliationError(compared);
    return compared;
  });
  await journal.step("publish", "other", () => publish(writer, request.watermark));
  return reconciliation;
}
