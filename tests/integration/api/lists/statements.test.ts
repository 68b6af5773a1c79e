import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany, type Login } from "../../../support/sales-company.ts";
import { plantCustomers } from "./support.ts";

const company = salesCompany();
beforeAll(async () => {
  await plantCustomers(company, 60);
  await company.rows(
    `insert into crm.opportunity (number, title, source_id, customer_id, success_rate, description, currency,
       created_by_id)
     select 'XS' || row_number() over (), 'T', (select id from crm.dictionary_entry limit 1), id, 10, 'D', 'CNY',
       account_manager_id from crm.customer, generate_series(1, 2)`,
  );
});

interface Sent {
  count: number;
}

/** Statements that the API sends while `work` runs, whoever sends them. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const pool = await company.database.orm.em.getConnection().getNativeClient();
  const sent: Sent = { count: 0 };
  const clients = new Set<object>();
  const restore: (() => void)[] = [];
  const count = (client: { query: (...args: never[]) => unknown }): void => {
    if (clients.has(client)) return;
    clients.add(client);
    const query = client.query;
    client.query = (...args) => {
      sent.count++;
      return Reflect.apply(query, client, args) as unknown;
    };
    restore.push(() => {
      client.query = query;
    });
  };
  pool.on("acquire", count);
  await work();
  pool.off("acquire", count);
  for (const undo of restore) undo();
  return sent.count;
}

const NESTED = `query ($first: Int!) { customers(first: $first) { totalCount edges { cursor node {
  name accountManager { displayName department { name depth } } createdBy { displayName }
  parentCustomer { name accountManager { displayName } }
  externalKeys { source key }
  contacts(first: 2) { name } all: contacts { name isPrimary }
  opportunities(first: 1, orderBy: [{ field: TITLE }]) { totalCount pageInfo { hasNextPage endCursor } edges { node {
    title source { caption } assignee { displayName } customer { name }
    products { quantity } transitions { toStatus } planItems { content } } } } } } } }`;

interface Answered {
  readonly customers: {
    readonly edges: readonly {
      readonly node: {
        readonly contacts: readonly { readonly name: string }[];
        readonly all: readonly { readonly isPrimary: boolean }[];
        readonly opportunities: {
          readonly totalCount: number;
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
          readonly edges: readonly {
            readonly node: { readonly customer: { readonly name: string } };
          }[];
        };
      };
    }[];
  };
}

describe("a list with all that hangs on it", () => {
  test("takes as many statements for fifty rows as for one", async () => {
    const ask = (first: number) => statements(() => company.as("boss", NESTED, { first }));
    await ask(1); // the principal is looked up and remembered
    const [one, fifty] = [await ask(1), await ask(50)];
    expect(fifty).toBe(one);
    expect(fifty).toBeLessThanOrEqual(3);
  });

  test("answers each nested part by its own arguments", async () => {
    const { data, errors } = await company.as<Answered>("boss", NESTED, { first: 50 });
    expect(errors).toEqual([]);
    expect(data?.customers.edges).toHaveLength(50);
    for (const { node } of data?.customers.edges ?? []) {
      expect(node.contacts).toHaveLength(2);
      expect(node.all.map(({ isPrimary }) => isPrimary)).toEqual([true, false, false]);
      expect(node.opportunities).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
      expect(node.opportunities.edges).toHaveLength(1);
    }
  });

  test("goes on in a nested list by its cursor", async () => {
    const query = `query ($id: ID!, $after: String) { customer(id: $id) {
      opportunities(first: 1, after: $after) { pageInfo { hasPreviousPage hasNextPage endCursor } edges { node { id } } } } }`;
    const [row] = await company.rows<{ id: string }>("select id from crm.customer limit 1");
    interface One {
      readonly customer: {
        readonly opportunities: {
          readonly pageInfo: { readonly endCursor: string };
          readonly edges: readonly { readonly node: { readonly id: string } }[];
        };
      };
    }
    const first = await company.as<One>("boss", query, { id: row?.id });
    const after = first.data?.customer.opportunities.pageInfo.endCursor;
    const second = await company.as<One>("boss", query, { id: row?.id, after });
    expect(second.data?.customer.opportunities).toMatchObject({
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    });
    const ids = [first, second].map(
      (answer) => answer.data?.customer.opportunities.edges[0]?.node.id,
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe("nested parts", () => {
  const COUNTS = `{ customers(first: 60) { edges { node {
    contacts { id } opportunities(first: 5) { totalCount edges { node { id } } } } } } }`;

  test.each<[Login, number, number]>([
    ["boss", 3, 2],
    ["ann", 3, 2],
    ["amy", 3, 0],
    ["max", 3, 0],
  ])("of %s keep the scope of their own resource", async (login, contacts, opportunities) => {
    interface Nodes {
      readonly customers: {
        readonly edges: readonly {
          readonly node: {
            readonly contacts: readonly unknown[];
            readonly opportunities: {
              readonly totalCount: number;
              readonly edges: readonly unknown[];
            };
          };
        }[];
      };
    }
    const { data, errors } = await company.as<Nodes>(login, COUNTS);
    expect(errors).toEqual([]);
    for (const { node } of data?.customers.edges ?? []) {
      expect(node.contacts).toHaveLength(contacts);
      expect(node.opportunities.totalCount).toBe(opportunities);
      expect(node.opportunities.edges).toHaveLength(opportunities);
    }
  });

  test("reach no further than their own right where that is narrower than the parent's", async () => {
    const setScope = (scope: string) =>
      company.rows(
        `update crm.role_grant set scope = $1 where resource = 'contact' and action = 'read'
         and role_id = (select id from crm.role where code = 'SERVICE_AGENT')`,
        [scope],
      );
    const seen = async () =>
      (await company.as("amy", "{ customers(first: 1) { edges { node { contacts { id } } } } }"))
        .text;
    await setScope("OWN");
    await expect.poll(seen).toContain('"contacts":[]');
    await setScope("ALL");
    await expect.poll(seen).not.toContain('"contacts":[]');
  });

  test("a customer out of scope is not reached through an opportunity in scope", async () => {
    await company.rows(
      `update crm.opportunity set created_by_id = $1 where id = (select o.id from crm.opportunity o
         join crm.customer c on c.id = o.customer_id where c.account_manager_id = $2 limit 1)`,
      [company.idOf("hal"), company.idOf("wes")],
    );
    const { data } = await company.as(
      "hal",
      "{ opportunities { edges { node { customer { name } } } } }",
    );
    expect(data).toEqual({ opportunities: { edges: [{ node: { customer: null } }] } });
  });
});
