import type { PostgresServer } from "../../schema/postgres/server.ts";
import { CELL_QUESTIONS, type PageQuestion } from "./cell-questions.ts";
import type { ChildServer } from "./child-server.ts";
import { withReportServer } from "./report-server.ts";

/** New cells over HTTP at a million facts, milliseconds; aim of the 95th percentile ≤ 200. */
export interface CellFigures {
  readonly p95: number;
  readonly milliseconds: Readonly<Record<string, number>>;
}

const SIZE = { opportunities: 1_000_000, customers: 20_000, users: 400 };
const ROUNDS = 4;

/** The questions of the sales page and the pivot, one after the other, none of them from memory. */
export function benchCells(server: PostgresServer, template: string): Promise<CellFigures> {
  return withReportServer(server, template, SIZE, async (product) => {
    const times: { readonly name: string; readonly took: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const question of CELL_QUESTIONS) {
        const took = await ask(product, question);
        // The first round warms the engine, as the first page of a day does.
        if (round > 0) times.push({ name: nameOf(question), took });
      }
    }
    const sorted = times.toSorted((left, right) => left.took - right.took);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.took ?? NaN;
    return {
      p95: at(0.95),
      milliseconds: {
        [`median of ${sorted.length} answers`]: at(0.5),
        ...Object.fromEntries(
          slowest(times).map(([name, took]) => [`among the slowest, median: ${name}`, took]),
        ),
      },
    };
  });
}

async function ask(product: ChildServer, { query, input }: PageQuestion): Promise<number> {
  const started = performance.now();
  const answer = await product.post({ query, variables: { input } });
  const took = performance.now() - started;
  if (answer.includes('"errors":[')) throw new Error(answer.slice(0, 500));
  return took;
}

/** The three questions whose median is highest. */
function slowest(times: readonly { name: string; took: number }[]): [string, number][] {
  const medians = [...Map.groupBy(times, ({ name }) => name)].map(
    ([name, of]): [string, number] => {
      const sorted = of.map(({ took }) => took).toSorted((left, right) => left - right);
      return [name, sorted[sorted.length >> 1] ?? NaN];
    },
  );
  return medians.toSorted((left, right) => right[1] - left[1]).slice(0, 3);
}

const nameOf = ({ input }: PageQuestion): string =>
  [...(input.rows ?? []), ...(input.columns ?? [])]
    .map(({ item }) => `${item.level?.dimension}.${item.level?.level}`)
    .join(" × ") || `${input.measures.length} key figures`;
