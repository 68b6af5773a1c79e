import type { Clock } from "../schema/kernel/clock.ts";
import { isDamage } from "../warehouse/engine/faults.ts";
import type { Engine, Writer } from "../warehouse/engine/engine.ts";
import { openSnapshot, settle } from "./extract/snapshot.ts";
import type { Journal } from "./journal.ts";
import { loadWindow } from "./load-window.ts";
import { readWatermark, rulesHash, type Watermark } from "./publish.ts";
import { ReconciliationError, type Reconciled } from "./reconcile.ts";
import { scanDamage } from "./scan-damage.ts";
import { connectSource, type SourceConfig } from "./source.ts";

/** What every attempt of a process works with. */
export interface Workshop {
  readonly source: SourceConfig;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly fiscalStart: number;
  /** How long a load waits for transactions that were open when it was asked for, milliseconds. */
  readonly settleMs: number;
  readonly transport?: "pipe" | "file";
}

export interface Attempt {
  readonly runId: string;
  readonly journal: Journal;
  /** Cuts the connection to the source, and with it whatever is being read. */
  readonly signal: AbortSignal;
  /** Read every column of the file before trusting it. */
  readonly scan: boolean;
  readonly compareWhole: boolean;
  /** Told what is read, before any of it is. */
  onWindow(low: bigint | undefined, high: bigint): void;
}

/** An increment is not possible, or not to be trusted; the message tells why. */
export class RebuildNeeded extends Error {
  override readonly name = "RebuildNeeded";
}

/** Whether a rebuild would heal what stopped an increment. */
function healing(error: unknown): RebuildNeeded | undefined {
  if (error instanceof RebuildNeeded) return error;
  if (error instanceof ReconciliationError)
    return new RebuildNeeded(error.message, { cause: error });
  if (isDamage(error)) return new RebuildNeeded("the file is damaged", { cause: error });
  return undefined;
}

type Load = (writer: Writer, known: Watermark | undefined) => Promise<Reconciled[]>;

async function withSnapshot(
  workshop: Workshop,
  attempt: Attempt,
  work: (
    load: Load,
    expected: { identity: string; hash: string; high: bigint },
  ) => Promise<Reconciled[]>,
): Promise<Reconciled[]> {
  const { client, cut } = await connectSource(workshop.source);
  attempt.signal.addEventListener("abort", cut);
  try {
    const moment = await attempt.journal.step("settle", "other", () =>
      settle(client, workshop.settleMs),
    );
    const snapshot = await openSnapshot(client);
    const { high, identity } = snapshot;
    const hash = rulesHash(workshop);
    const load: Load = (writer, known) => {
      const low = known?.xid8;
      attempt.onWindow(low, high);
      return loadWindow(writer, {
        ...workshop,
        ...attempt,
        client,
        snapshot,
        window: { low, high },
        stageDirectory: workshop.engine.stageDirectory,
        watermark: {
          identity,
          declarationsHash: hash,
          xid8: high,
          runId: attempt.runId,
          loadedAt: workshop.clock.now().toISOString(),
          // While an older transaction is open nothing younger counts as complete.
          sourceMaxTime: high >= moment.next ? moment.at : known?.sourceMaxTime,
        },
      });
    };
    return await work(load, { identity, hash, high });
  } finally {
    attempt.signal.removeEventListener("abort", cut);
    cut();
  }
}

/** Loads what has changed into the file that serves. Throws RebuildNeeded where that cannot be right. */
export async function loadIncrement(workshop: Workshop, attempt: Attempt): Promise<Reconciled[]> {
  try {
    return await withSnapshot(workshop, attempt, (load, { identity, hash, high }) =>
      workshop.engine.write(async (writer) => {
        const known = await readWatermark(writer);
        if (!known) throw new RebuildNeeded("nothing is loaded yet");
        if (known.identity !== identity) throw new RebuildNeeded("the source is another database");
        if (known.declarationsHash !== hash)
          throw new RebuildNeeded("the declarations have changed");
        if (known.xid8 > high) throw new RebuildNeeded("the source is older than the warehouse");
        if (attempt.scan) {
          await attempt.journal.step("scan", "other", () => scanDamage(writer));
        }
        return commit(attempt, writer, () => load(writer, known));
      }),
    );
  } catch (error) {
    throw healing(error) ?? error;
  }
}

/** Loads everything into a new file; the old one serves until the new one is whole. */
export async function loadAnew(workshop: Workshop, attempt: Attempt): Promise<Reconciled[]> {
  return withSnapshot(workshop, attempt, async (load) => {
    let reconciliation: Reconciled[] = [];
    await workshop.engine.rebuild(async (writer) => {
      reconciliation = await commit(attempt, writer, () => load(writer, undefined));
      await attempt.journal.step("swap", "other", () => Promise.resolve());
    });
    return reconciliation;
  });
}

/** One transaction; a step of its own stands right before the commit. */
const commit = <T>({ journal }: Attempt, writer: Writer, work: () => Promise<T>): Promise<T> =>
  writer.transaction(async () => {
    const answer = await work();
    await journal.step("commit", "other", () => Promise.resolve());
    return answer;
  });
