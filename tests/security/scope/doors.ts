import type { ExecutionResult } from "graphql";
import type { Company, Resource } from "./company.ts";
import { oracle } from "./oracle.ts";
import { customerOf, idOf, numberOf } from "./store.ts";

export type Ask = (query: string) => Promise<ExecutionResult<Record<string, unknown>>>;

/** How thoroughly a door is walked through. */
export interface Depth {
  /** Rows a page of a list. */
  readonly page: number;
  /** At most so many rows are asked for one by one. */
  readonly ids: number;
}

/** What a door lets somebody see, and what it should: both as numbers of rows. */
export interface DoorProbe {
  seen(ask: Ask, company: Company, depth: Depth, asker: number): Promise<number[]>;
  expected(company: Company, asker: number, depth: Depth): number[];
}

interface Node {
  readonly id: string;
}
interface Page {
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

export const distinct = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].toSorted((left, right) => left - right);

/** All pages; the count must agree with the rows. */
const list = (field: string, resource: Resource): DoorProbe => ({
  expected: (company, asker) => oracle(company, asker, resource),
  async seen(ask, _company, { page: size }) {
    const ids: string[] = [];
    for (let after = "null"; ;) {
      const { data, errors } = await ask(`{ page: ${field}(first: ${size}, after: ${after}) {
        totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`);
      if (isForbidden(errors)) return [];
      const page = data?.["page"] as Page;
      ids.push(...page.edges.map(({ node }) => String(node["id"])));
      if (!page.pageInfo.hasNextPage) {
        if (page.totalCount !== ids.length) throw new Error(`${field} counts ${page.totalCount}`);
        return distinct(ids.map(numberOf));
      }
      after = JSON.stringify(page.pageInfo.endCursor);
    }
  },
});

/** Rows by their id, spread over all of them; a foreign one must answer to the letter like one that does not exist. */
const byId = (field: string, kind: "customer" | "contact" | "opportunity" | "plan"): DoorProbe => ({
  expected(company, asker, depth) {
    const asked = new Set(sampleOf(company, kind, depth));
    const rows = oracle(company, asker, kind === "plan" ? "opportunity" : kind);
    return rows.filter((row) => asked.has(row));
  },
  async seen(ask, company, depth) {
    const numbers = sampleOf(company, kind, depth);
    return oneByOne(ask, "query", numbers, (n) => `${field}(id: "${idOf(kind, n)}") { id }`);
  },
});

/** Copies of contacts; one that may be read but not exported may say so, any other answers like a missing one. */
const exported: DoorProbe = {
  expected(company, asker, depth) {
    const readable = new Set(oracle(company, asker, "contact"));
    const asked = new Set(sampleOf(company, "contact", depth));
    return oracle(company, asker, "contact", "export").filter(
      (row) => asked.has(row) && readable.has(row),
    );
  },
  seen(ask, company, depth, asker) {
    const readable = new Set(oracle(company, asker, "contact"));
    return oneByOne(
      ask,
      "mutation",
      sampleOf(company, "contact", depth),
      (n) => `exportContactData(id: "${idOf("contact", n)}")`,
      (n) => readable.has(n),
    );
  },
};

/** Asks for rows one by one and answers which came; the others must answer to the letter like a missing one. */
async function oneByOne(
  ask: Ask,
  operation: "query" | "mutation",
  numbers: readonly number[],
  call: (number: number) => string,
  mayDiffer: (number: number) => boolean = () => false,
): Promise<number[]> {
  const { data, errors } = await ask(`${operation} { missing: ${call(999_999)}
    ${numbers.map((n) => `row${n}: ${call(n)}`).join("\n")} }`);
  const said = (name: string): string =>
    JSON.stringify(
      (errors ?? [])
        .filter(({ path }) => path?.[0] === name)
        .map(({ originalError, message }) => [message, originalError]),
    );
  const came = (number: number): boolean => (data?.[`row${number}`] ?? null) !== null;
  for (const number of numbers) {
    if (!came(number) && !mayDiffer(number) && said(`row${number}`) !== said("missing")) {
      throw new Error(`a foreign row is told from a missing one: ${said(`row${number}`)}`);
    }
  }
  return numbers.filter(came);
}

/** The numbers of some rows of a kind, spread over all of them. */
export function sampleOf(company: Company, kind: string, { ids }: Depth): number[] {
  const rows =
    kind === "customer" || kind === "contact" ? company.customers : company.opportunities;
  const step = Math.max(1, Math.ceil(rows.length / ids));
  return [...rows.keys()].filter((number) => number % step === 0);
}

/** Rows reached from the rows of a list. */
const nested = (
  from: { readonly field: string; readonly resource: Resource },
  relation: string,
  to: Resource,
  linked: (company: Company, source: number, target: number) => boolean,
  via: (node: Record<string, unknown>) => unknown,
): DoorProbe => ({
  expected(company, asker) {
    const sources = oracle(company, asker, from.resource);
    return oracle(company, asker, to).filter((target) =>
      sources.some((source) => linked(company, source, target)),
    );
  },
  async seen(ask) {
    const { data, errors } = await ask(
      `{ page: ${from.field}(first: 200) { edges { node { ${relation} } } } }`,
    );
    if (isForbidden(errors)) return [];
    if (errors) throw new Error(`${from.field}.${relation}: ${errors[0]?.message}`);
    const page = data?.["page"] as Page | undefined;
    const nodes = (page?.edges ?? []).flatMap(({ node }) => via(node) ?? []) as Node[];
    return distinct(nodes.map(({ id }) => numberOf(id)));
  },
});

export const isForbidden = (errors: ExecutionResult["errors"]): boolean =>
  errors?.every(({ originalError }) => (originalError as { code?: string }).code === "FORBIDDEN") ??
  false;

const CUSTOMERS = { field: "customers", resource: "customer" } as const;
const CONTACTS = { field: "contacts", resource: "contact" } as const;
const OPPORTUNITIES = { field: "opportunities", resource: "opportunity" } as const;
const same = (_company: Company, source: number, target: number): boolean => source === target;
const nodesOf = (page: unknown): unknown => (page as Page).edges.map(({ node }) => node);

/** Every way in which an owned row is read from the database, by its name in the registry. */
export const RECORD_PROBES: Readonly<Record<string, DoorProbe>> = {
  "Query.customers": list("customers", "customer"),
  "Query.contacts": list("contacts", "contact"),
  "Query.opportunities": list("opportunities", "opportunity"),
  "Query.customer": byId("customer", "customer"),
  "Query.contact": byId("contact", "contact"),
  "Query.opportunity": byId("opportunity", "opportunity"),
  "Query.planItem": byId("planItem", "plan"),
  "Mutation.exportContactData": exported,
  "Customer.contacts": nested(CUSTOMERS, "contacts { id }", "contact", same, (c) => c["contacts"]),
  "Contact.customer": nested(CONTACTS, "customer { id }", "customer", same, (c) => c["customer"]),
  "Customer.opportunities": nested(
    CUSTOMERS,
    "opportunities(first: 200) { edges { node { id } } }",
    "opportunity",
    (company, customer, opportunity) => customerOf(company, opportunity) === customer,
    (customer) => nodesOf(customer["opportunities"]),
  ),
  "Opportunity.customer": nested(
    OPPORTUNITIES,
    "customer { id }",
    "customer",
    (company, opportunity, customer) => customerOf(company, opportunity) === customer,
    (opportunity) => opportunity["customer"],
  ),
  "PlanItem.opportunity": nested(
    OPPORTUNITIES,
    "planItems { opportunity { id } }",
    "opportunity",
    same,
    (opportunity) =>
      (opportunity["planItems"] as { opportunity: Node }[]).map((item) => item.opportunity),
  ),
};
