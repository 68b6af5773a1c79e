import type { DuckDBConnection } from "@duckdb/node-api";
import { toValue } from "./convert.ts";
import type { Param, Value, Writer } from "./engine.ts";

/** The writer over one connection; `committed` is told after each transaction. */
export function connectionWriter(connection: DuckDBConnection, committed: () => void): Writer {
  const run = async (sql: string, params: readonly Param[] = []): Promise<number> =>
    (await connection.run(sql, [...params])).rowsChanged;
  return {
    run,
    async rows(sql, params = []) {
      const result = await connection.run(sql, [...params]);
      return result.convertRowObjects<Value>(toValue);
    },
    async transaction(work) {
      await run("begin transaction");
      let answer;
      try {
        answer = await work();
        await run("commit");
      } catch (error) {
        // After some errors the engine has rolled back by itself; then there is nothing left to undo.
        await run("rollback").catch(() => undefined);
        throw error;
      }
      committed();
      return answer;
    },
  };
}
