import { randomBytes } from "node:crypto";
import { bootstrap } from "../../api/access/bootstrap.ts";
import { createUser } from "../../api/access/user.service.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { openOrm } from "../../schema/orm.ts";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import { connectionFor, withClient, type PostgresServer } from "../../schema/postgres/server.ts";
import { ChildServer } from "./child-server.ts";

/** The list of 50 customers with owner and contacts, against node:http and pg answering the same JSON. */
export interface ListFigures {
  /** CPU of the server a request, product over bare; aim ≤ 3. */
  readonly cpuRatio: number;
  /** Median time of a request, one after the other, product over bare; aim ≤ 3. */
  readonly latencyRatio: number;
  readonly milliseconds: Readonly<Record<string, number>>;
}

const FIRST = 50;
const CUSTOMERS = 20_000;
const WARM_UP = 1000;
const REQUESTS = 800;
const ROUNDS = 4;
export const PASSWORD = "nine lives of a cat";
const QUERY = `query ($first: Int!) { customers(first: $first, orderBy: [{ field: NAME }]) {
  edges { node { id number name region tier accountManager { id displayName } contacts { id name mobile } } }
  pageInfo { hasNextPage endCursor } } }`;

interface Cost {
  readonly cpu: number;
  readonly latency: number;
}

/** Milliseconds of CPU and of waiting a request. */
async function cost(server: ChildServer): Promise<Cost> {
  const [begun, times]: [number, number[]] = [await server.cpu(), []];
  for (let request = 0; request < REQUESTS; request++) {
    const asked = performance.now();
    await list(server);
    times.push(performance.now() - asked);
  }
  const cpu = (await server.cpu()) - begun;
  return { cpu: cpu / 1000 / REQUESTS, latency: median(times) };
}

export const list = (server: ChildServer): Promise<string> =>
  server.post({ query: QUERY, variables: { first: FIRST } });

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A company with a supervisor `boss`, who sees all of its customers; in another role, what that one shows. */
export async function plant(
  server: PostgresServer,
  database: string,
  role = "SALES_SUPERVISOR",
): Promise<void> {
  const orm = await openOrm(connectionFor(server, "crm_app", database));
  const work = {
    em: orm.em.fork(),
    principal: { kind: "system", name: "bench" } as const,
    clock: systemClock,
    requestId: "bench",
  };
  try {
    await bootstrap(orm, { adminLogin: "admin", adminPassword: PASSWORD, locale: "en" });
    await withRowContext(SYSTEM_ROWS, async () => {
      const [root] = await orm.em.fork().execute<{ id: string }[]>("select id from crm.department");
      await createUser(work, {
        login: "boss",
        displayName: "Boss",
        departmentId: root?.id ?? "",
        roles: [role],
        password: PASSWORD,
        mustChangePassword: false,
      });
    });
  } finally {
    await orm.close();
  }
  await withClient(server, "crm_owner", database, (client) =>
    client.query(`
      insert into crm.app_user (login, display_name, department_id)
        select 'u' || n, '客户经理 ' || n, d.id from generate_series(1, 50) n, crm.department d;
      insert into crm.customer (number, name, region, tier, account_manager_id)
        select 'KH' || n, '客户 Customer ' || md5(n::text), '华东 / 上海', 1 + n % 5, u.id
        from generate_series(1, ${CUSTOMERS}) n
        join (select id, row_number() over (order by id) - 1 as i from crm.app_user) u on u.i = n % 50;
      insert into crm.contact (customer_id, name, mobile, is_primary)
        select id, 'Contact ' || n, '138' || n, n = 1 from crm.customer, generate_series(1, 2) n;
      analyze`),
  );
}

export async function signInAsBoss(server: ChildServer): Promise<void> {
  server.token = await server.signIn("boss", PASSWORD);
}

/** Both servers on one copy of the migrated template, asked in turns; the best round of each counts. */
export async function benchList(server: PostgresServer, template: string): Promise<ListFigures> {
  const database = `crm_bench_${randomBytes(4).toString("hex")}`;
  await copyDatabase(server, template, database);
  const [product, bare] = [new ChildServer(), new ChildServer()];
  try {
    await plant(server, database);
    const secret = randomBytes(32).toString("base64url");
    await product.start({ kind: "product", server, database, secret });
    await bare.start({ kind: "bare", server, database, secret });
    await signInAsBoss(product);
    await refuseDifferentAnswers(product, bare);
    const costs: Record<"product" | "bare", Cost[]> = { product: [], bare: [] };
    for (let warm = 0; warm < WARM_UP; warm++) await Promise.all([list(product), list(bare)]);
    for (let round = 0; round < ROUNDS; round++) {
      costs.bare.push(await cost(bare));
      costs.product.push(await cost(product));
    }
    const best = (kind: "product" | "bare", of: keyof Cost): number =>
      Math.min(...costs[kind].map((one) => one[of]));
    return {
      cpuRatio: best("product", "cpu") / best("bare", "cpu"),
      latencyRatio: best("product", "latency") / best("bare", "latency"),
      milliseconds: {
        productCpu: best("product", "cpu"),
        bareCpu: best("bare", "cpu"),
        productLatency: best("product", "latency"),
        bareLatency: best("bare", "latency"),
      },
    };
  } finally {
    product.stop();
    bare.stop();
    await dropDatabase(server, database);
  }
}

/** A ratio means something only where both answer the same; the cursor is the product's own. */
async function refuseDifferentAnswers(product: ChildServer, bare: ChildServer): Promise<void> {
  const plain = async (server: ChildServer): Promise<string> =>
    (await list(server)).replace(/"endCursor":"[^"]*"/, "").trim();
  if ((await plain(product)) !== (await plain(bare))) {
    throw new Error("the two servers do not answer the same");
  }
}
