import { defineConfig } from "oxlint";

/** One forbidden kind of import, and what to do instead. */
type Ban = ({ readonly regex: string } | { readonly group: string[] }) & {
  readonly message: string;
  readonly allowTypeImports?: boolean;
};

const folder = (name: string, message: string): Ban => ({ regex: `^(\\.\\./)+${name}/`, message });
const packages = (names: string, message: string): Ban => ({ regex: `^(${names})(/|$)`, message });

const API = folder("api", "only tests, api/main.ts and api/cli know the api");
const ETL = folder("etl", "only tests, api/main.ts and api/cli know the etl");
const WAREHOUSE = folder("warehouse", "schema and dashboards do not know the warehouse");
const SCHEMA = folder("schema", "dashboards know the published GraphQL schema only");
const DASHBOARDS = folder("dashboards", "nobody imports the web application");
const TESTS = folder("tests", "the product does not import tests");
const BEYOND_KERNEL: Ban = {
  group: ["**/schema/**", "!**/schema/kernel/**"],
  message: "the warehouse knows schema/kernel only",
};
const OUTSIDE_KERNEL: Ban = {
  regex: "^\\.\\./",
  message: "the kernel knows nothing but itself",
};

const GRAPHQL = packages(
  "graphql|graphql-.+|type-graphql|@apollo|@graphql-tools",
  "GraphQL is the api's business",
);
const GRAPHQL_TYPES: Ban = { regex: "\\.type\\.ts$", message: "entities do not know GraphQL" };
const ENTITY_VALUES: Ban = {
  regex: "\\.entity\\.ts$",
  message: "a GraphQL type may only use the type of an entity",
  allowTypeImports: true,
};
const DUCKDB = packages("@duckdb|duckdb", "DuckDB only behind warehouse/engine");
const CLICKHOUSE = packages("@clickhouse", "ClickHouse only behind warehouse/engine");
const SHIELD = packages("graphql-shield|graphql-middleware", "only in api/access/shield.ts");
const CRON = packages("node-cron", "only in etl/scheduler.ts");
const ENVIRONMENT = packages("node:process|process", "settings come from schema/kernel/config.ts");
const UNSAFE = packages("xlsx|exceljs", "unsafe for reading; see the minimum safe versions");

/** What every file of the server keeps to; the doors named in the messages are let through below. */
const EVERYWHERE = [DUCKDB, CLICKHOUSE, SHIELD, CRON, ENVIRONMENT, UNSAFE, DASHBOARDS, TESTS];

const imports = (...bans: readonly Ban[]): Record<string, ["error", { patterns: Ban[] }]> => ({
  "no-restricted-imports": ["error", { patterns: [...bans] }],
});
const without = (bans: readonly Ban[], ...gone: readonly Ban[]): Ban[] =>
  bans.filter((ban) => !gone.includes(ban));

const IN_API = [...EVERYWHERE, ETL];
const IN_COMPOSITION = EVERYWHERE;
const IN_ETL = [...EVERYWHERE, API, GRAPHQL];
const IN_WAREHOUSE = [...EVERYWHERE, API, ETL, BEYOND_KERNEL, GRAPHQL];
const IN_SCHEMA = [...EVERYWHERE, API, ETL, WAREHOUSE, GRAPHQL];
const IN_DASHBOARDS = [API, ETL, WAREHOUSE, SCHEMA, TESTS, UNSAFE];

/**
 * The directions and single doors of the house, beside rules on types and promises. Of the entries
 * that match a file the last one holds, whole, so the more special ones stand further down.
 * `tests/architecture` plants a fault a rule and sees it caught.
 */
export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "oxc"],
  jsPlugins: ["./scripts/lint-clock.mjs"],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["node_modules", "dist", "var", "dashboards/src/gql"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    "import/no-cycle": "error",
    "import/no-unassigned-import": "off",
    "no-console": "error",
    "no-restricted-properties": [
      "error",
      { object: "process", property: "env", message: "settings come from schema/kernel/config.ts" },
    ],
    "clock/present": "error",
    "no-new": "off",
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/require-post-message-target-origin": "off",
    // The compiler knows which switches are exhaustive.
    "typescript/consistent-return": "off",
    // Rows of a query and parsed JSON get their type by assertion.
    "typescript/no-unsafe-type-assertion": "off",
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-var": "error",
    "prefer-const": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    // Input and object types of GraphQL are classes that decorators fill.
    "typescript/no-extraneous-class": "off",
    // A string is spread where its characters are counted or listed, which code points are right for.
    "typescript/no-misused-spread": ["error", { allow: ["string"] }],
    "typescript/no-unnecessary-type-parameters": "off",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
  },
  overrides: [
    { files: ["api/**/*.ts"], rules: imports(...IN_API) },
    { files: ["api/**/*.type.ts"], rules: imports(...IN_API, ENTITY_VALUES) },
    { files: ["api/main.ts", "api/cli/**/*.ts"], rules: imports(...IN_COMPOSITION) },
    { files: ["api/access/shield.ts"], rules: imports(...without(IN_API, SHIELD)) },
    { files: ["etl/**/*.ts"], rules: imports(...IN_ETL) },
    { files: ["etl/scheduler.ts"], rules: imports(...without(IN_ETL, CRON)) },
    { files: ["warehouse/**/*.ts"], rules: imports(...IN_WAREHOUSE) },
    {
      files: ["warehouse/engine/**/*.ts"],
      rules: imports(...without(IN_WAREHOUSE, DUCKDB, CLICKHOUSE)),
    },
    { files: ["schema/**/*.ts"], rules: imports(...IN_SCHEMA) },
    { files: ["schema/**/*.entity.ts"], rules: imports(...IN_SCHEMA, GRAPHQL_TYPES) },
    { files: ["schema/kernel/**/*.ts"], rules: imports(...IN_SCHEMA, OUTSIDE_KERNEL) },
    { files: ["schema/kernel/config.ts"], rules: { "no-restricted-properties": "off" } },
    { files: ["schema/kernel/log.ts"], rules: { "no-console": "off" } },
    { files: ["schema/kernel/clock.ts"], rules: { "clock/present": "off" } },
    {
      files: ["dashboards/**/*.{ts,tsx}"],
      plugins: ["typescript", "import", "unicorn", "oxc", "react", "jsx-a11y"],
      rules: { ...imports(...IN_DASHBOARDS), "react/react-in-jsx-scope": "off" },
    },
    {
      // Tests and build scripts drive the product from outside: its environment, its clock, its parts.
      files: ["tests/**/*.{ts,mjs}", "scripts/**", "bin/**", "*.config.ts"],
      rules: {
        "no-restricted-imports": "off",
        "no-restricted-properties": "off",
        "clock/present": "off",
        "typescript/no-non-null-assertion": "off",
      },
    },
  ],
});
