import { randomBytes } from "node:crypto";
import { bootstrap } from "../../api/access/bootstrap.ts";
import { createUser } from "../../api/access/user.service.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { openOrm } from "../../schema/orm.ts";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import { connectionFor, withClient, type PostgresServer } from "../../schema/postgres/server.ts";
import { ChildServer } from "./child-server.ts";
import { median, PASSWORD } from "./list.ts";

/** What row scopes cost on lists of 100,000 customers of 500 departments. */
export interface ScopeFigures {
  /** Median time of the first page over that of whoever sees everything, by scope; aim ≤ 1.5. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly milliseconds: Readonly<Record<string, number>>;
  /** How often a list read all customers one by one instead of by an index. */
  readonly sequentialScans: number;
}

const DEPARTMENTS = 500;
const USERS = 2000;
const CUSTOMERS = 100_000;
const WARM_UP = 100;
const REQUESTS = 200;
const ROUNDS = 3;
const UNSCOPED = "ALL";
/** Who asks: by scope, and the department that they are in; the tree of D2 holds half of the company. */
const ASKERS = { ALL: "D1", DEPARTMENT_TREE: "D2", DEPARTMENT: "D2", OWN: "D2" } as const;
const QUERY = `{ customers(first: 50, orderBy: [{ field: NAME }]) {
  edges { node { id number name region tier status } } pageInfo { hasNextPage endCursor } } }`;

async function plant(server: PostgresServer, database: string): Promise<void> {
  const orm = await openOrm(connectionFor(server, "crm_app", database));
  try {
    await bootstrap(orm, { adminLogin: "admin", adminPassword: PASSWORD, locale: "en" });
    await withClient(server, "crm_owner", database, (client) =>
      client.query(`
        update crm.department set code = 'D1';
        do $$ begin for n in 2..${DEPARTMENTS} loop
          insert into crm.department (code, name, parent_id)
            select 'D' || n, 'D' || n, id from crm.department where code = 'D' || ((n + 2) / 4);
        end loop; end $$;
        insert into crm.role (code, name_zh, name_en)
          select 'SEES_' || scope, scope, scope from unnest('{${Object.keys(ASKERS).join()}}'::text[]) scope;
        insert into crm.role_grant (role_id, resource, action, scope)
          select id, 'customer', 'read', substr(code, 6) from crm.role where code like 'SEES%'`),
    );
    await withRowContext(SYSTEM_ROWS, async () => {
      const em = orm.em.fork();
      const work = {
        em,
        principal: { kind: "system", name: "bench" } as const,
        clock: systemClock,
        requestId: "bench",
      };
      const rows = await em.execute<{ id: string; code: string }[]>(
        "select id, code from crm.department",
      );
      const ids = new Map(rows.map(({ id, code }) => [code, id]));
      for (const [scope, department] of Object.entries(ASKERS)) {
        await createUser(work, {
          login: scope.toLowerCase(),
          displayName: scope,
          departmentId: ids.get(department) ?? "",
          roles: [`SEES_${scope}`],
          password: PASSWORD,
          mustChangePassword: false,
        });
      }
    });
    await withClient(server, "crm_owner", database, (client) =>
      client.query(`
        insert into crm.app_user (login, display_name, department_id)
          select 'u' || n, 'u' || n, d.id from generate_series(1, ${USERS}) n
          join crm.department d on d.code = 'D' || 1 + n % ${DEPARTMENTS};
        insert into crm.customer (number, name, region, tier, account_manager_id)
          select 'KH' || n, 'Customer ' || md5(n::text), '华东 / 上海', 1 + n % 5, u.id
          from generate_series(1, ${CUSTOMERS}) n
          join (select id, row_number() over (order by login) - 1 as i from crm.app_user) u
            on u.i = n % (select count(*) from crm.app_user);
        analyze`),
    );
  } finally {
    await orm.close();
  }
}

const list = (server: ChildServer): Promise<string> => server.post({ query: QUERY });

async function medianOfList(server: ChildServer, token: string): Promise<number> {
  server.token = token;
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request++) {
    const asked = performance.now();
    await list(server);
    times.push(performance.now() - asked);
  }
  return median(times);
}

const scansOf = (server: PostgresServer, database: string): Promise<number> =>
  withClient(server, "superuser", database, async (client) => {
    const { rows } = await client.query<{ scans: string }>(
      "select seq_scan as scans from pg_stat_user_tables where schemaname = 'crm' and relname = 'customer'",
    );
    return Number(rows[0]?.scans);
  });

/** All scopes in turns; the best round of each counts. */
export async function benchScope(server: PostgresServer, template: string): Promise<ScopeFigures> {
  const database = `crm_bench_${randomBytes(4).toString("hex")}`;
  await copyDatabase(server, template, database);
  const product = new ChildServer();
  try {
    await plant(server, database);
    const secret = randomBytes(32).toString("base64url");
    await product.start({ kind: "product", server, database, secret });
    const scopes = Object.keys(ASKERS);
    const tokens = new Map<string, string>();
    for (const scope of scopes)
      tokens.set(scope, await product.signIn(scope.toLowerCase(), PASSWORD));
    for (const token of tokens.values()) {
      product.token = token;
      const page = JSON.parse(await list(product)) as { data?: { customers: { edges: [] } } };
      if (!page.data?.customers.edges.length) throw new Error("a list is empty or refused");
      for (let warm = 0; warm < WARM_UP; warm++) await list(product);
    }
    const before = await scansOf(server, database);
    const best = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [scope, token] of tokens) {
        const time = await medianOfList(product, token);
        best.set(scope, Math.min(time, best.get(scope) ?? Infinity));
      }
    }
    const unscoped = best.get(UNSCOPED) ?? Number.NaN;
    return {
      ratios: Object.fromEntries(
        [...best]
          .filter(([scope]) => scope !== UNSCOPED)
          .map(([scope, ms]) => [scope, ms / unscoped]),
      ),
      milliseconds: Object.fromEntries(best),
      sequentialScans: (await scansOf(server, database)) - before,
    };
  } finally {
    product.stop();
    await dropDatabase(server, database);
  }
}
