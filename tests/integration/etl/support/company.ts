import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { OwnDatabase } from "../../../support/database.ts";
import { connectionFor } from "../../../../schema/postgres/server.ts";

export interface NewOpportunity {
  readonly title?: string;
  readonly customerId?: string | null;
  readonly assigneeId?: string | null;
  readonly amount?: string | null;
  readonly createdAt?: string;
  readonly status?: "UNASSIGNED" | "ASSIGNED" | "DEVELOPING" | "WON" | "LOST";
  readonly closedAt?: string | null;
  readonly closedAmount?: string | null;
}

/** Writes operational rows as the owner of the schema, one connection, one statement a transaction. */
export class Company {
  readonly client: pg.Client;
  /** Shared by all writers: numbers are unique. */
  static #numbers = 0;

  constructor(client: pg.Client) {
    this.client = client;
  }

  async value(sql: string, params: readonly unknown[] = []): Promise<string> {
    const { rows } = await this.client.query({ text: sql, values: [...params], rowMode: "array" });
    return String((rows as unknown[][])[0]?.[0]);
  }

  department(code: string, parentId: string | null): Promise<string> {
    return this.value(
      "insert into crm.department (code, name, parent_id) values ($1, $1, $2) returning id",
      [code, parentId],
    );
  }

  user(login: string, departmentId: string): Promise<string> {
    return this.value(
      "insert into crm.app_user (login, display_name, department_id) values ($1, $1, $2) returning id",
      [login, departmentId],
    );
  }

  customer(name: string, managerId: string, region: string | null = null): Promise<string> {
    return this.value(
      `insert into crm.customer (number, name, account_manager_id, region, tier)
       values ($1, $2, $3, $4, 1) returning id`,
      [`KH${(Company.#numbers += 1)}`, name, managerId, region],
    );
  }

  opportunity(row: NewOpportunity = {}): Promise<string> {
    const status = row.status ?? (row.assigneeId ? "ASSIGNED" : "UNASSIGNED");
    return this.value(
      `insert into crm.opportunity (number, title, source_id, customer_id, customer_name, success_rate,
         description, estimated_amount, currency, assignee_id, status, furthest_status, created_at, closed_at, closed_amount)
       values ($1, $2, (select id from crm.dictionary_entry where type = 'opportunitySource' and code = 'PHONE'),
         $3, 'somebody', 50, 'd', $4, 'CNY', $5, $6, case when $6 = 'LOST' then 'ASSIGNED' else $6 end, coalesce($7::timestamptz, now()), $8, $9) returning id`,
      [
        `XS${(Company.#numbers += 1)}`,
        row.title ?? "a sale",
        row.customerId ?? null,
        row.amount === undefined ? "100" : row.amount,
        row.assigneeId ?? null,
        status,
        row.createdAt ?? null,
        row.closedAt ?? null,
        row.closedAmount ?? null,
      ],
    );
  }

  /** A move with the amount that the opportunity has at the moment. */
  async move(
    opportunityId: string,
    to: string,
    direction: "FORWARD" | "BACK" | "REOPEN" | "CLOSE",
    at: string,
    byUserId: string | null = null,
  ): Promise<string> {
    return this.value(
      `insert into crm.opportunity_transition
         (opportunity_id, seq, from_status, to_status, direction, at, by_user_id, by_principal, success_rate, amount, currency)
       select o.id, coalesce(max(t.seq), 0) + 1, (array_agg(t.to_status order by t.seq desc))[1], $2, $3, $4, $5,
         'user:test', o.success_rate, o.estimated_amount, o.currency
       from crm.opportunity o left join crm.opportunity_transition t on t.opportunity_id = o.id
       where o.id = $1 group by o.id returning id`,
      [opportunityId, to, direction, at, byUserId],
    );
  }

  run(sql: string, params: readonly unknown[] = []): Promise<pg.QueryResult> {
    return this.client.query(sql, [...params]);
  }
}

/** A connection as the schema's owner for the tests of the calling file. */
export function ownCompany(database: OwnDatabase): () => Company {
  let company: Company | undefined;
  beforeAll(async () => {
    company = await openCompany(database);
  });
  afterAll(async () => {
    await company?.client.end();
  });
  return () => {
    if (!company) throw new Error("the company is open only while tests run");
    return company;
  };
}

/** Another writer, for transactions that overlap. */
export async function openCompany(database: OwnDatabase): Promise<Company> {
  const client = new pg.Client(connectionFor(database.server, "crm_owner", database.name));
  client.on("error", () => undefined);
  await client.connect();
  return new Company(client);
}
