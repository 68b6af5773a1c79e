import { inLocale } from "../../schema/kernel/text.ts";
import type { Aggregate, MeasureDeclaration } from "../define-cube.ts";
import type { Table } from "../define.ts";
import type { CubeExplain } from "./cellset.ts";
import type { CubeContext } from "./context.ts";
import { prepare } from "./gather.ts";
import type { CubeQuestion } from "./question.ts";
import { renderBranch } from "./render.ts";
import { understand } from "./run.ts";

/** How a question would be answered: for whoever may ask it, with their own row scope in it. */
export async function explainCube(
  question: CubeQuestion,
  context: CubeContext,
): Promise<CubeExplain> {
  const { valid, plan } = understand(question, context);
  const { engine, signal } = context;
  const before = engine.version;
  return engine.snapshot({ timeoutMs: valid.normal.limits.timeoutMs, signal }, async (read) => {
    const version = engine.version === before ? before : undefined;
    const { setting } = await prepare(valid, context, version, read);
    const rendered = plan.branches.map((branch) => renderBranch(branch, setting));
    let groups = 0;
    for (const { statement } of rendered) {
      const counted = await read({
        sql: `select count(*)::integer from (${statement.sql}) q`,
        params: statement.params,
      });
      groups += Number(counted.rows[0]?.[0] ?? 0);
    }
    return {
      sql: rendered.map(({ statement }) => statement.sql).join(";\n\n"),
      params: rendered.map(({ statement }) => statement.params),
      rollup: { used: null, rejected: [] },
      formulas: Object.fromEntries(
        plan.measures.map(({ name, formula }) => [name, inLocale(formula, valid.locale)]),
      ),
      lineage: Object.fromEntries(
        plan.measures.map((measure) => [measure.name, lineageOf(measure, valid.cube.fact)]),
      ),
      estimatedCells: groups * valid.headers.length,
    };
  });
}

/** The columns behind a measure, and what their declarations say of where they come from. */
function lineageOf({ compute }: MeasureDeclaration, fact: Table): string[] {
  const aggregates: readonly Aggregate[] =
    compute.kind === "ratio" ? [compute.of, ...compute.to] : [compute];
  const columns = new Set(
    aggregates.flatMap((each) => [
      ...("column" in each ? [each.column] : []),
      ...(each.where === undefined ? [] : [each.where]),
    ]),
  );
  return columns.size === 0
    ? [`${fact.name}: ${fact.grain}`]
    : [...columns].map((name) => {
        const describe = fact.columns[name]?.describe;
        return `${fact.name}.${name}${describe === undefined ? "" : `: ${describe}`}`;
      });
}
