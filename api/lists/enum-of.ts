/** A TypeScript enum object of a list of codes, so that GraphQL and the database share one list. */
export const enumOf = <const Code extends string>(
  codes: readonly Code[],
): { readonly [Name in Code]: Name } =>
  Object.fromEntries(codes.map((code) => [code, code])) as { readonly [Name in Code]: Name };
