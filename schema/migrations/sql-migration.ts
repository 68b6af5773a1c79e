import { Migration } from "@mikro-orm/migrations";

/** A migration as the migrator's list takes it. */
export interface SqlMigration {
  readonly name: string;
  readonly class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/**
 * A migration written as SQL. Once released its text never changes: what changes is a new
 * migration.
 */
export const sqlMigration = (name: string, up: string, down: string): SqlMigration => ({
  name,
  class: class extends Migration {
    override name = name;
    override up(): void {
      this.addSql(up);
    }
    override down(): void {
      this.addSql(down);
    }
  },
});
