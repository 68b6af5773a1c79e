import { fileURLToPath } from "node:url";
import type { CodegenConfig } from "@graphql-codegen/cli";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Types and document strings of every `.graphql` file, from the published schema alone. A document
 * is a string at run time, so no GraphQL library is shipped to the browser.
 */
const config: CodegenConfig = {
  schema: here("../schema/graphql/schema.graphql"),
  documents: here("src/**/*.graphql"),
  importExtension: ".ts",
  generates: {
    [here("src/gql/")]: {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        defaultScalarType: "unknown",
        scalars: {
          Date: "string",
          DateTime: "string",
          Decimal: "string",
          JSON: "unknown",
          MemberKey: "string",
        },
      },
    },
  },
};

export default config;
