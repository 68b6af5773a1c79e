import { ChangeFeed } from "../../api/live/changes.ts";
import { startHttp } from "../../api/server/http.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { openOrm } from "../../schema/orm.ts";
import { connectionFor } from "../../schema/postgres/server.ts";
import type { Answer, Api } from "./api.ts";

/** Another server on the database of an API, with a pool and a memory of its own, as another process would be. */
export interface SecondServer {
  readonly address: string;
  ask<Data>(query: string, token: string): Promise<Pick<Answer<Data>, "data" | "errors">>;
  close(): Promise<void>;
}

export async function secondServer({ database, config }: Api): Promise<SecondServer> {
  const connection = connectionFor(database.server, "crm_app", database.name);
  const log = createLog("silent");
  const [orm, changes] = await Promise.all([openOrm(connection), ChangeFeed.open(connection, log)]);
  const server = await startHttp({
    orm,
    config,
    warehouse: undefined,
    changes,
    log,
    clock: systemClock,
  });
  const { address } = server;
  return {
    address,
    async ask<Data>(query: string, token: string) {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      const body = (await response.json()) as Partial<Answer<Data>>;
      return { data: body.data, errors: body.errors ?? [] };
    },
    async close() {
      await server.close();
      await changes.close();
      await orm.close();
    },
  };
}
