import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import pg from "pg";
import { ChangeFeed } from "../../api/live/changes.ts";
import { startHttp } from "../../api/server/http.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { openOrm } from "../../schema/orm.ts";
import { connectionFor, type PostgresServer } from "../../schema/postgres/server.ts";
import { openWarehouse, type WarehouseFile } from "../../warehouse/engine/duckdb.ts";

/** What the parent process sends first: which server to be, and on which database. */
export interface ListServerOrder {
  readonly kind: "product" | "bare";
  readonly server: PostgresServer;
  readonly database: string;
  readonly secret: string;
  /** The warehouse of the product, where reports are asked; its pages are served too then. */
  readonly warehouse?: WarehouseFile;
}
/** What the child answers: where it listens, then CPU microseconds whenever it is asked. */
export type ListServerReply = { readonly address: string } | { readonly cpu: number };

const POOL = 4;

async function product(order: ListServerOrder): Promise<string> {
  const { server, database, secret, warehouse } = order;
  const log = createLog("silent");
  const connection = connectionFor(server, "crm_app", database);
  const orm = await openOrm(connection, { poolSize: POOL });
  const { address } = await startHttp({
    orm,
    config: { ...loadConfig({ PORT: "0" }), secret },
    warehouse: warehouse && (await openWarehouse(warehouse)),
    dashboards: path.resolve("dist/dashboards"),
    changes: await ChangeFeed.open(connection, log),
    log,
    clock: systemClock,
  });
  return address;
}

/** What somebody would write by hand for this one answer: no rights, no arguments but the size. */
const BARE_SQL = `select c.id, c.number, c.name, c.region, c.tier,
    json_build_object('id', u.id, 'displayName', u.display_name) as "accountManager",
    (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'mobile', k.mobile)
       order by k.is_primary desc, k.name, k.id), '[]') from crm.contact k where k.customer_id = c.id) as contacts
  from crm.customer c join crm.app_user u on u.id = c.account_manager_id
  order by c.name, c.id limit $1`;

async function bare({ server, database }: ListServerOrder): Promise<string> {
  const pool = new pg.Pool({ ...connectionFor(server, "crm_owner", database), max: POOL });
  const answer = async (first: number): Promise<string> => {
    const { rows } = await pool.query<{ name: string; id: string }>(BARE_SQL, [first + 1]);
    const page = rows.slice(0, first);
    const last = page.at(-1);
    return JSON.stringify({
      data: {
        customers: {
          edges: page.map((node) => ({ node })),
          pageInfo: {
            hasNextPage: rows.length > first,
            endCursor: Buffer.from(JSON.stringify([last?.name, last?.id])).toString("base64url"),
          },
        },
      },
    });
  };
  const listener = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        variables: { first: number };
      };
      void answer(variables.first).then((body) =>
        response.writeHead(200, { "content-type": "application/json" }).end(body),
      );
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
}

const reply = (message: ListServerReply): boolean => process.send?.(message) ?? false;

process.once("message", (order: ListServerOrder) => {
  void (order.kind === "product" ? product(order) : bare(order)).then((address) => {
    process.on("message", () => {
      const { user, system } = process.cpuUsage();
      reply({ cpu: user + system });
    });
    reply({ address });
  });
});
process.once("disconnect", () => process.exit(0));
