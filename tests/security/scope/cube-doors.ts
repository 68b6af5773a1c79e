import type { Company } from "./company.ts";
import { isForbidden, type Ask, type DoorProbe } from "./doors.ts";
import { grantsOn, oracle, ownersOf } from "./oracle.ts";
import { numberOf } from "./store.ts";

/** What stands for facts without an owner. */
const NOBODY = -1;

interface Positions {
  readonly positions: readonly {
    readonly kind: string;
    readonly members: readonly { readonly key: string }[];
    readonly drill: { readonly through: string };
  }[];
}
interface Answer {
  readonly axes: { readonly rows: Positions; readonly columns: Positions };
  readonly cells: readonly { readonly row: number; readonly value: string | number | null }[];
}

const QUESTION = (rows: string): string => `{ cubeQuery(input: {
    cube: "opportunities", measures: [{ measure: "opportunityCount" }], rows: [${rows}],
    consistency: CACHED_OK }) {
  axes { rows { positions { kind members { key } drill { through } } }
    columns { positions { kind members { key } drill { through } } } }
  cells { row value } } }`;

async function askCube(ask: Ask, rows: string): Promise<Answer | undefined> {
  const { data, errors } = await ask(QUESTION(rows));
  if (isForbidden(errors)) return undefined;
  if (errors) throw new Error(`cubeQuery: ${JSON.stringify(errors[0]?.originalError)}`);
  return data?.["cubeQuery"] as Answer;
}

const level = (dimension: string, name: string): string =>
  `{ item: { level: { dimension: "${dimension}", level: "${name}" } } }`;

const countOf = (answer: Answer, row: number): number =>
  Number(answer.cells.find((cell) => cell.row === row)?.value ?? 0);

const aggregated = (company: Company, asker: number): number[] =>
  oracle(company, asker, "opportunity", "aggregate");

const ownersCounted = (company: Company, asker: number): number[] =>
  aggregated(company, asker)
    .map((row) => ownersOf(company, "opportunity")[row] ?? NOBODY)
    .toSorted((left, right) => left - right);

/** The total of all levels is the same number: what is behind it cannot be had by adding up either. */
const total: DoorProbe = {
  expected: (company, asker) => {
    const counted = aggregated(company, asker).length;
    return counted === 0 ? [] : LEVELS.map(() => counted);
  },
  async seen(ask) {
    const totals: number[] = [];
    for (const rows of LEVELS) {
      const answer = await askCube(ask, rows);
      if (!answer) return [];
      const { positions } = answer.axes.rows;
      const at = positions.findIndex(({ kind }) => kind === "GRAND_TOTAL");
      const parts = [...positions.keys()].filter((row) => row !== at);
      const whole = at < 0 ? 0 : countOf(answer, at);
      const added = parts.reduce((sum, row) => sum + countOf(answer, row), 0);
      if (rows !== "" && added !== whole)
        throw new Error(`${rows} adds up to ${added} of ${whole}`);
      if (whole > 0) totals.push(whole);
    }
    return totals;
  },
};
const LEVELS = [
  "",
  level("opportunityStatus", "opportunityStatus"),
  level("creator", "creator"),
  level("createdDate", "year"),
];

/** Whose opportunities are counted, each owner once for each of them. */
const byOwner: DoorProbe = {
  expected: ownersCounted,
  async seen(ask) {
    const answer = await askCube(ask, level("owner", "user"));
    if (!answer) return [];
    return answer.axes.rows.positions
      .flatMap(({ kind, members }, row) =>
        kind === "GRAND_TOTAL"
          ? []
          : Array.from({ length: countOf(answer, row) }, () => ownerOf(members[0]?.key ?? "")),
      )
      .toSorted((left, right) => left - right);
  },
};

const ownerOf = (key: string): number => (key === "-1" ? NOBODY : numberOf(key));

const members: DoorProbe = {
  expected: (company, asker) => [...new Set(ownersCounted(company, asker))],
  async seen(ask) {
    const { data, errors } = await ask(`{ cubeMembers(input: { cube: "opportunities", first: 200,
      level: { dimension: "owner", level: "user" } }) { totalCount nodes { key } } }`);
    if (isForbidden(errors)) return [];
    if (errors) throw new Error(`cubeMembers: ${errors[0]?.message}`);
    const found = data?.["cubeMembers"] as { totalCount: number; nodes: { key: string }[] };
    if (found.totalCount !== found.nodes.length) throw new Error(`counts ${found.totalCount}`);
    return found.nodes.map(({ key }) => ownerOf(key)).toSorted((left, right) => left - right);
  },
};

/**
 * The facts behind the total. Closed to whoever counts more than they may read, and open where each grant to count
 * stands beside an equal one to read; between the two lies what cannot be told without looking at rows.
 */
const drill: DoorProbe = {
  expected: aggregated,
  async seen(ask, company, _depth, asker) {
    const answer = await askCube(ask, "");
    const [row, column] = [answer?.axes.rows, answer?.axes.columns].map(
      (axis) => axis?.positions.at(-1)?.drill.through,
    );
    if (row === undefined) return [];
    const counted = aggregated(company, asker);
    const readable = new Set(oracle(company, asker, "opportunity"));
    const { data, errors } = await ask(`{ drillThrough(first: 200, input: {
      row: "${row}", column: "${column ?? ""}", measure: "opportunityCount" }) { totalCount rows } }`);
    if (isForbidden(errors)) {
      if (grantsAreEqual(company, asker)) throw new Error("the records are readable, yet closed");
      return counted;
    }
    if (errors) throw new Error(`drillThrough: ${errors[0]?.message}`);
    const facts = data?.["drillThrough"] as { totalCount: number; rows: { title: string }[] };
    const shown = facts.rows
      .map(({ title }) => Number(title.split(" ")[1]))
      .toSorted((left, right) => left - right);
    if (shown.some((fact) => !readable.has(fact))) throw new Error("shows records that are closed");
    if (facts.totalCount !== shown.length) throw new Error(`drill counts ${facts.totalCount}`);
    return shown;
  },
};

function grantsAreEqual(company: Company, asker: number): boolean {
  const [read, count] = (["read", "aggregate"] as const).map(
    (action) =>
      new Set(
        grantsOn(company, asker, ["opportunity", action]).map(({ scope, departments }) =>
          JSON.stringify([scope, departments.toSorted((left, right) => left - right)]),
        ),
      ),
  );
  return [...(count ?? [])].every((grant) => read?.has(grant));
}

/** Every way in which facts are counted or shown, by its name in the registry. */
export const CUBE_PROBES: Readonly<Record<string, readonly DoorProbe[]>> = {
  "Query.cubeQuery": [total, byOwner],
  "Query.cubeMembers": [members],
  "Query.drillThrough": [drill],
};
