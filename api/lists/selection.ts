import { createHash } from "node:crypto";
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** A field that the client asks for; the same field with the same arguments appears once. */
export interface SelectedField {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly children: Selection;
}
/** By relationKey. */
export type Selection = ReadonlyMap<string, SelectedField>;

/**
 * Where a nested read leaves its rows in the parent row: two occurrences of a relation with other
 * arguments are two answers.
 */
export function relationKey(name: string, args: Readonly<Record<string, unknown>>): string {
  if (Object.keys(args).length === 0) return name;
  const digest = createHash("sha1").update(JSON.stringify(args)).digest("base64url");
  return `${name}$${digest.slice(0, 10)}`;
}

type Info = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "variableValues" | "returnType">;

/** The fields that a query selects below a field, fragments and @skip/@include resolved. */
export function selectionOf(info: Info): Selection {
  const type = getNamedType(info.returnType);
  return isObjectType(type) ? collect(type, setsOf(info.fieldNodes), info) : new Map();
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap((node) => node.selectionSet ?? []);

function collect(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  info: Info,
): Selection {
  const found = new Map<
    string,
    { node: FieldNode; args: Record<string, unknown>; nodes: FieldNode[] }
  >();
  const definitions = type.getFields();
  for (const node of fieldNodes(sets, info)) {
    const definition = definitions[node.name.value];
    if (!definition) continue; // __typename
    const args =
      definition.args.length > 0 ? getArgumentValues(definition, node, info.variableValues) : {};
    const key = relationKey(node.name.value, args);
    const known = found.get(key);
    if (known) known.nodes.push(node);
    else found.set(key, { node, args, nodes: [node] });
  }
  return new Map(
    [...found].map(([key, { node, args, nodes }]) => {
      const name = node.name.value;
      const child = getNamedType(definitions[name]?.type);
      const children = isObjectType(child) ? collect(child, setsOf(nodes), info) : new Map();
      return [key, { name, args, children }];
    }),
  );
}

function* fieldNodes(sets: readonly SelectionSetNode[], info: Info): Generator<FieldNode> {
  for (const set of sets) {
    for (const node of set.selections) {
      if (!isIncluded(node, info)) continue;
      if (node.kind === Kind.FIELD) yield node;
      else if (node.kind === Kind.INLINE_FRAGMENT) yield* fieldNodes([node.selectionSet], info);
      else {
        const fragment = info.fragments[node.name.value];
        if (fragment) yield* fieldNodes([fragment.selectionSet], info);
      }
    }
  }
}

function isIncluded(node: SelectionNode, info: Info): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  if (skip?.["if"] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return include?.["if"] !== false;
}
