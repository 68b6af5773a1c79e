import { isObjectType, type GraphQLSchema } from "graphql";
import { allLists } from "./define-list.ts";
import { nested } from "./nested.ts";

/**
 * Lets relations with arguments answer what look-ahead has read, at once. The resolver that declares their
 * arguments would convert and validate those anew for each row, and make a promise of each answer.
 */
export function readAhead(schema: GraphQLSchema): void {
  for (const { name, relations } of allLists()) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [fieldName, field] of Object.entries(type.getFields())) {
      if (!(fieldName in relations) || field.args.length === 0) continue;
      field.resolve = (row: object, _args, _context, info) => nested(row, info);
    }
  }
}
