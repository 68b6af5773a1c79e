import { registerEnumType } from "type-graphql";
import { enumOf } from "../lists/enum-of.ts";

/** A GraphQL enum of a list of names that the warehouse declares; each name has its meaning beside it. */
export function graphqlEnum<const Name extends string>(
  name: string,
  description: string,
  names: readonly Name[],
  meanings: { readonly [N in Name]: string },
): { readonly [N in Name]: N } {
  const made = enumOf(names);
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: meanings[value] }]),
  );
  registerEnumType(made, { name, description, valuesConfig: valuesConfig as never });
  return made;
}
