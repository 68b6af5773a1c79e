import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import type { Config } from "../../schema/kernel/config.ts";
import { conflict } from "../../schema/kernel/errors.ts";
import { plain, type Em, type Orm } from "../../schema/orm.ts";
import { hashPassword } from "../access/passwords.ts";
import { recordAudit } from "../audit/record.ts";
import { generateDemo } from "./generate.ts";
import type { DemoRows } from "./rows.ts";

/** The company is the same on every machine; only its calendar ends today. */
const SEED = 20_260_101;
const CUSTOMERS = 600;
const OPPORTUNITIES = 6000;
/** Rows a statement: large enough to be quick, small enough to show progress. */
const CHUNK = 2000;

export interface DemoSummary {
  readonly users: number;
  readonly customers: number;
  readonly opportunities: number;
  /** Logins to try, by role. */
  readonly logins: Readonly<Record<string, string>>;
}

/**
 * Fills an empty company with the demo one, in one transaction. Everybody in it has the given password.
 * CONFLICT where the company has customers or opportunities already.
 */
export async function seedDemo(
  orm: Orm,
  options: {
    readonly config: Config;
    readonly clock: Clock;
    readonly password: string;
    readonly onProgress?: (table: string, done: number, total: number) => void;
  },
): Promise<DemoSummary> {
  return withRowContext(SYSTEM_ROWS, async () => {
    const em = orm.em.fork();
    await refuseUnlessUntouched(em);
    const rows = generateDemo({
      seed: SEED,
      root: await rootOf(em),
      currency: options.config.currency,
      zone: options.config.timeZone,
      now: options.clock.now(),
      customers: CUSTOMERS,
      opportunities: OPPORTUNITIES,
    });
    const hashes = await Promise.all(rows.users.map(() => hashPassword(options.password)));
    await em.transactional(async (tx) => {
      await commandMode(tx);
      await insertAll(tx, rows, hashes, options.onProgress ?? (() => undefined));
      await recordAudit(
        tx,
        { principal: { kind: "system", name: "seed" } },
        {
          action: "company:seed-demo",
          resource: "settings",
          after: { customers: rows.customers.length, opportunities: rows.opportunities.length },
        },
      );
    });
    return {
      users: rows.users.length,
      customers: rows.customers.length,
      opportunities: rows.opportunities.length,
      logins: loginsByRole(rows),
    };
  });
}

/** Whether there is nothing yet but what an empty database starts with: the root and the administrator. */
export async function isUntouched(em: Em): Promise<boolean> {
  const { rows } = await sql<{ untouched: boolean }>`select not exists (select from crm.customer)
    and not exists (select from crm.opportunity)
    and (select count(*) from crm.app_user) <= 1
    and (select count(*) from crm.department) <= 1 as untouched`.execute(plain(em));
  return rows[0]?.untouched ?? false;
}

async function refuseUnlessUntouched(em: Em): Promise<void> {
  if (await isUntouched(em)) return;
  throw conflict({
    zh: "公司已有数据，演示数据只能写入空公司",
    en: "The company has data already; demo data goes into an empty one only",
  });
}

async function rootOf(em: Em): Promise<{ id: string; takenLogins: string[] }> {
  const { rows } = await sql<{ id: string; logins: string[] }>`select id,
    (select coalesce(array_agg(login), '{}') from crm.app_user) as logins
    from crm.department where parent_id is null`.execute(plain(em));
  const [root] = rows;
  if (!root) {
    throw conflict({
      zh: "数据库尚未初始化，请先运行 crm migrate",
      en: "The database has no root department yet; run crm migrate first",
    });
  }
  return { id: root.id, takenLogins: root.logins };
}

type Progress = (table: string, done: number, total: number) => void;

async function insertAll(
  tx: Em,
  rows: DemoRows,
  hashes: readonly string[],
  onProgress: Progress,
): Promise<void> {
  const insert = <T extends object>(table: string, list: readonly T[]): Promise<void> =>
    insertRows(tx, table, list, onProgress);
  await insert("department", rows.departments);
  await insert("app_user", rows.users);
  await insert(
    "user_credential",
    rows.users.map((user, index) => ({
      user_id: user.id,
      password_hash: hashes[index],
      must_change: false,
    })),
  );
  const roles = await idsByCode(tx, sql`select code, id from crm.role`);
  await insert(
    "user_role",
    rows.userRoles.map(({ user_id, role }) => ({ user_id, role_id: idOf(roles, role) })),
  );
  await insert("dictionary_entry", rows.dictionary);
  await insert("product", rows.products);
  await insert("customer", rows.customers);
  await insert("contact", rows.contacts);
  const sources = await dictionary(tx, "opportunitySource");
  const reasons = await dictionary(tx, "lossReason");
  await insert(
    "opportunity",
    rows.opportunities.map(({ source, loss_reason, ...row }) => ({
      ...row,
      source_id: idOf(sources, source),
      loss_reason_id: loss_reason === null ? null : idOf(reasons, loss_reason),
    })),
  );
  await insert("opportunity_product", rows.opportunityProducts);
  await insert("opportunity_transition", rows.transitions);
  await insert("plan_item", rows.planItems);
  await insert("deal", rows.deals);
}

/** Only the columns that the rows have are named, so that the others keep their defaults. */
async function insertRows<T extends object>(
  tx: Em,
  table: string,
  list: readonly T[],
  onProgress: Progress,
): Promise<void> {
  const [first] = list;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.id(name)));
  const target = sql.id("crm", table);
  for (let start = 0; start < list.length; start += CHUNK) {
    const chunk = JSON.stringify(list.slice(start, start + CHUNK));
    await sql`insert into ${target} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${target}, ${chunk}::jsonb)`.execute(
      plain(tx),
    );
    onProgress(table, Math.min(start + CHUNK, list.length), list.length);
  }
}

async function idsByCode(
  tx: Em,
  query: ReturnType<typeof sql>,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await query.execute(plain(tx));
  return new Map((rows as { code: string; id: string }[]).map(({ code, id }) => [code, id]));
}

const dictionary = (tx: Em, type: string): Promise<ReadonlyMap<string, string>> =>
  idsByCode(tx, sql`select code, id from crm.dictionary_entry where type = ${type}`);

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`no entry with code ${code}`);
  return id;
}

function loginsByRole(rows: DemoRows): Record<string, string> {
  const logins = new Map(rows.users.map((user) => [user.id, user.login]));
  const byRole: Record<string, string> = {};
  for (const { user_id, role } of rows.userRoles) byRole[role] ??= logins.get(user_id) ?? "";
  return byRole;
}
