import type { MigrationDiff } from "@mikro-orm/core";
import { MigrationGenerator } from "@mikro-orm/migrations";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const statements = (sql: readonly string[]): string =>
  sql.map((statement) => statement.replace(/[`$\\]/g, String.raw`\$&`)).join("\n");

/**
 * Writes a generated difference in the form of the other migrations, for somebody to read, explain
 * and list.
 */
export class SqlMigrationGenerator extends MigrationGenerator {
  override async generate(
    diff: MigrationDiff,
    _path: string | undefined,
    name = "0000-unnamed",
  ): Promise<[string, string]> {
    const code = this.generateMigrationFile(name, diff);
    const fileName = `${name}.migration.ts`;
    await writeFile(fileURLToPath(new URL(fileName, import.meta.url)), code, { flag: "wx" });
    return [code, fileName];
  }

  override generateMigrationFile(name: string, diff: MigrationDiff): string {
    const [, ...what] = name.split("-");
    return `import { sqlMigration } from "./sql-migration.ts";

export const ${what.join("_").toUpperCase()} = sqlMigration(
  "${name}",
  \`
${statements(diff.up)}
\`,
  \`
${statements(diff.down)}
\`,
);
`;
  }
}
