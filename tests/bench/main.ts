import { terminal } from "../../schema/kernel/log.ts";
import { openTestCluster, TEMPLATE } from "../support/cluster.ts";
import { benchCells } from "./cells.ts";
import { benchEtl } from "./etl.ts";
import { benchList } from "./list.ts";
import { benchPages } from "./pages.ts";
import { benchQuestions } from "./question.ts";
import { benchScope } from "./scope.ts";
import { benchScroll } from "./scroll.ts";
import { benchSignIn } from "./sign-in.ts";
import { benchStart } from "./start.ts";

/** One line a figure: what was measured, the ratio or time, and what is aimed at. */
const line = (what: string, value: number, aim: string): void =>
  terminal.say(`${what.padEnd(64)} ${value.toFixed(2).padStart(8)}   aim ${aim}`);

const details = (figures: Readonly<Record<string, number>>, unit: string): void => {
  for (const [name, value] of Object.entries(figures)) {
    terminal.say(`    ${name.padEnd(60)} ${value.toFixed(2).padStart(8)} ${unit}`);
  }
};

/** `npm run bench [start] [list] [scope] [sign-in] [questions] [pages] [cells] [scroll] [etl]`: all of them where none is named. */
const wanted = new Set(process.argv.slice(2));
const asked = (name: string): boolean => wanted.size === 0 || wanted.has(name);

if (asked("start")) {
  const { cold, demo, warm } = await benchStart();
  line("first start, empty company, after the build (s)", cold, "≤ 30");
  line("first start with the demo company (s)", demo, "≤ 45");
  line("next start (s)", warm, "≤ 5");
}
if (asked("questions")) {
  const { ratios, milliseconds } = await benchQuestions();
  for (const [name, ratio] of Object.entries(ratios)) {
    line(`question over its own SQL, 1 M facts: ${name}`, ratio, "≤ 1.3");
  }
  details(milliseconds, "ms");
}
if (asked("pages")) {
  const { cold, warm, requests } = await benchPages();
  line("sales page, cold, first figures (ms)", cold.figures, "≤ 1500");
  line("sales page, cold, every card (ms)", cold.whole, "≤ 1500");
  line("sales page, warm, first figures (ms)", warm.figures, "≤ 500");
  line("sales page, warm, every card (ms)", warm.whole, "≤ 500");
  details({ "requests to the API": requests }, "");
}
if (["cells", "scroll", "list", "scope", "sign-in", "etl"].some(asked)) {
  const cluster = await openTestCluster();
  try {
    if (asked("cells")) {
      const { p95, milliseconds } = await benchCells(cluster.server, TEMPLATE);
      line("new cells over HTTP, 1 M facts, 95th percentile (ms)", p95, "≤ 200");
      details(milliseconds, "ms");
    }
    if (asked("scroll")) {
      const { scrolled, answer, withoutTokens } = await benchScroll(cluster.server, TEMPLATE);
      line("pivot of 10,000 × 50 scrolled, median (frames/s)", scrolled.framesPerSecond, "≥ 30");
      details({ "95th percentile of a frame": scrolled.slowFrame, drawn: scrolled.drawn }, "ms");
      details({ "its answer": answer.megabytes, "without tokens": withoutTokens.megabytes }, "MB");
      details(
        { "its answer": answer.milliseconds, "without tokens": withoutTokens.milliseconds },
        "ms",
      );
      details({ rows: scrolled.rows, columns: scrolled.columns }, "");
    }
    if (asked("list")) {
      const { cpuRatio, latencyRatio, milliseconds } = await benchList(cluster.server, TEMPLATE);
      line("50 customers with owner and contacts, CPU over node:http + pg", cpuRatio, "≤ 3");
      line("50 customers with owner and contacts, latency over the same", latencyRatio, "≤ 3");
      details(milliseconds, "ms");
    }
    if (asked("scope")) {
      const figures = await benchScope(cluster.server, TEMPLATE);
      for (const [scope, ratio] of Object.entries(figures.ratios)) {
        line(`first page of 100 k customers, scope ${scope} over ALL`, ratio, "≤ 1.5");
      }
      line("of these lists, read without an index", figures.sequentialScans, "0");
      details(figures.milliseconds, "ms");
    }
    if (asked("sign-in")) {
      const { slowdown, milliseconds } = await benchSignIn(cluster.server, TEMPLATE);
      line("a list while 40 at a time sign in, latency over that without", slowdown, "≤ 2");
      details(milliseconds, "ms");
    }
    if (asked("etl")) {
      const figures = await benchEtl(cluster.server, TEMPLATE);
      line("initial load staged, share of the speed of a bare COPY", figures.stagedShare, "≥ 0.6");
      line("initial load committed, share of the same", figures.committedShare, "≥ 0.45");
      line("10 k changes at 1 M rows over the same at 100 k", figures.incrementGrowth, "≤ 3");
      details(figures.seconds, "s");
    }
  } finally {
    await cluster.stop();
  }
}
