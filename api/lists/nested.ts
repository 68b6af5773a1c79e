import type { FieldNode, GraphQLResolveInfo } from "graphql";
import { getArgumentValues } from "graphql";
import type { Row } from "./read-list.ts";
import { relationKey } from "./selection.ts";

/** By the nodes of an execution, so that a page of rows works its key out once. */
const keys = new WeakMap<readonly FieldNode[], string>();

/** What look-ahead has read for this occurrence of a relation with arguments. */
export function nested<T>(row: object, info: GraphQLResolveInfo): T {
  let key = keys.get(info.fieldNodes);
  if (key === undefined) {
    const [node] = info.fieldNodes;
    const definition = info.parentType.getFields()[info.fieldName];
    if (!node || !definition) throw new Error(`no field ${info.fieldName} is being resolved`);
    key = relationKey(info.fieldName, getArgumentValues(definition, node, info.variableValues));
    keys.set(info.fieldNodes, key);
  }
  return (row as Row)[key] as T;
}
