import { randomBytes } from "node:crypto";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import type { PostgresServer } from "../../schema/postgres/server.ts";
import { ChildServer } from "./child-server.ts";
import { list, median, PASSWORD, plant } from "./list.ts";

/** What 40 people who sign in again and again do to somebody who reads a list meanwhile. */
export interface SignInFigures {
  /** Median time of the list during the sign-ins over that without; aim ≤ 2. */
  readonly slowdown: number;
  readonly milliseconds: Readonly<Record<string, number>>;
}

const AT_ONCE = 40;
const WARM_UP = 300;
const REQUESTS = 300;
const ROUNDS = 3;

async function medianOfList(server: ChildServer): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request++) {
    const asked = performance.now();
    await list(server);
    times.push(performance.now() - asked);
  }
  return median(times);
}

/** Signs in without a pause, 40 at a time, until it is stopped; answers how many did. */
function storm(server: ChildServer): () => Promise<number> {
  const stop = new AbortController();
  let count = 0;
  const people = Array.from({ length: AT_ONCE }, async () => {
    while (!stop.signal.aborted) {
      await server.signIn("boss", PASSWORD);
      count++;
    }
  });
  return async () => {
    stop.abort();
    await Promise.all(people);
    return count;
  };
}

/** Quiet and stormy in turns; the best round of each counts. */
export async function benchSignIn(
  server: PostgresServer,
  template: string,
): Promise<SignInFigures> {
  const database = `crm_bench_${randomBytes(4).toString("hex")}`;
  await copyDatabase(server, template, database);
  const product = new ChildServer(AT_ONCE + 1);
  try {
    await plant(server, database);
    const secret = randomBytes(32).toString("base64url");
    await product.start({ kind: "product", server, database, secret });
    product.token = await product.signIn("boss", PASSWORD);
    for (let warm = 0; warm < WARM_UP; warm++) await list(product);
    const [quiet, stormy]: [number[], number[]] = [[], []];
    let [signIns, stormMs] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      quiet.push(await medianOfList(product));
      const begun = performance.now();
      const stop = storm(product);
      stormy.push(await medianOfList(product));
      signIns += await stop();
      stormMs += performance.now() - begun;
    }
    const [best, under] = [Math.min(...quiet), Math.min(...stormy)];
    return {
      slowdown: under / best,
      milliseconds: { quiet: best, duringSignIns: under, signIn: stormMs / signIns },
    };
  } finally {
    product.stop();
    await dropDatabase(server, database);
  }
}
