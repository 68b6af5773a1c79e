import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { limitExceeded, type AppError } from "../../schema/kernel/errors.ts";
import { MAX_PAGE } from "../../schema/kernel/page.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";

export const MAX_TOKENS = 5000;
const MAX_DEPTH = 12;
const MAX_NODES = 500;
const MAX_DIRECTIVES = 50;
/** Rows × fields that one request may ask for, taking every page as full. */
const MAX_COST = 100_000;

/** Introspection is deep by nature and costs no rows; who may use it is decided elsewhere. */
const MAX_INTROSPECTION_DEPTH = 20;
/** The rows a connection answers when its page size is not given. */
const DEFAULT_PAGE = 50;

/** What a selection asks for, fragments written out. */
interface Measure {
  readonly depth: number;
  readonly nodes: number;
  readonly cost: number;
}

const NOTHING: Measure = { depth: 0, nodes: 0, cost: 0 };
/** A fragment that contains itself has no end. */
const ENDLESS: Measure = { depth: Infinity, nodes: Infinity, cost: Infinity };

const TOO_DEEP: Text = { zh: "查询嵌套超过 {max} 层", en: "The query is nested deeper than {max}" };
const TOO_WIDE: Text = {
  zh: "查询超过 {max} 个字段",
  en: "The query selects more than {max} fields",
};
const TOO_COSTLY: Text = {
  zh: "查询范围过大，请缩小分页或减少嵌套",
  en: "The query asks for too much at once; ask for smaller pages or less nesting",
};
const PAGE_TOO_LARGE: Text = { zh: "每页最多 {max} 行", en: "A page has at most {max} rows" };
const TOO_MANY_DIRECTIVES: Text = {
  zh: "查询超过 {max} 个指令",
  en: "The query has more than {max} directives",
};

/**
 * Refuses a document that asks for too much, before it is validated or run; returns the error or nothing.
 * Only the named operation counts, but an endless fragment anywhere is refused.
 */
export function overLimit(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): AppError | undefined {
  const walk = new Walk(document, variables);
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const chosen = operationName
    ? operations.filter(({ name }) => name?.value === operationName)
    : operations;
  for (const operation of chosen) {
    const { depth, nodes, cost } = walk.operation(operation);
    if (depth > MAX_DEPTH) return limitExceeded(fill(TOO_DEEP, { max: MAX_DEPTH }));
    if (nodes > MAX_NODES) return limitExceeded(fill(TOO_WIDE, { max: MAX_NODES }));
    if (cost > MAX_COST) return limitExceeded(TOO_COSTLY);
  }
  if (walk.largestPage > MAX_PAGE) return limitExceeded(fill(PAGE_TOO_LARGE, { max: MAX_PAGE }));
  if (walk.directives > MAX_DIRECTIVES) {
    return limitExceeded(fill(TOO_MANY_DIRECTIVES, { max: MAX_DIRECTIVES }));
  }
  return undefined;
}

/** One pass over a document; each fragment is measured once, however often it is spread. */
class Walk {
  largestPage = 0;
  directives = 0;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Measure>();
  readonly #open = new Set<string>();

  constructor(document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
  }

  operation(operation: OperationDefinitionNode): Measure {
    this.directives += operation.directives?.length ?? 0;
    const defaults = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
      ]),
    );
    return this.#set(operation.selectionSet, defaults, false);
  }

  #set(set: SelectionSetNode, defaults: Defaults, introspection: boolean): Measure {
    return set.selections.reduce<Measure>((sum, node) => {
      this.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FIELD) return add(sum, this.#field(node, defaults, introspection));
      if (node.kind === Kind.INLINE_FRAGMENT) {
        return add(sum, this.#set(node.selectionSet, defaults, introspection));
      }
      return add(sum, this.#fragment(node.name.value, defaults, introspection));
    }, NOTHING);
  }

  #field(node: FieldNode, defaults: Defaults, introspection: boolean): Measure {
    const inside = introspection || node.name.value === "__schema" || node.name.value === "__type";
    const below = node.selectionSet ? this.#set(node.selectionSet, defaults, inside) : NOTHING;
    if (inside) {
      const depth = below.depth + 1;
      return {
        depth: !introspection && depth <= MAX_INTROSPECTION_DEPTH ? 1 : depth,
        nodes: 1,
        cost: 1,
      };
    }
    return {
      depth: below.depth + 1,
      nodes: below.nodes + 1,
      cost: 1 + below.cost * this.#page(node, defaults),
    };
  }

  #fragment(name: string, defaults: Defaults, introspection: boolean): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING; // the validation will say so
    if (this.#open.has(name)) return ENDLESS;
    this.#open.add(name);
    const measure = this.#set(fragment.selectionSet, defaults, introspection);
    this.#open.delete(name);
    this.#measured.set(name, measure);
    return measure;
  }

  /** How many rows a field answers at most, as far as the document tells. */
  #page(node: FieldNode, defaults: Defaults): number {
    const first = node.arguments?.find(({ name }) => name.value === "first");
    const given = first && this.#number(first.value, defaults);
    if (given !== undefined) {
      this.largestPage = Math.max(this.largestPage, given);
      return Math.max(given, 1);
    }
    const isConnection = node.selectionSet?.selections.some(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === "edges",
    );
    return isConnection === true ? DEFAULT_PAGE : 1;
  }

  #number(value: ValueNode, defaults: Defaults): number | undefined {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    const given = this.#variables[value.name.value];
    return typeof given === "number" ? given : defaults[value.name.value];
  }
}

type Defaults = Readonly<Record<string, number | undefined>>;

const add = (left: Measure, right: Measure): Measure => ({
  depth: Math.max(left.depth, right.depth),
  nodes: left.nodes + right.nodes,
  cost: left.cost + right.cost,
});
