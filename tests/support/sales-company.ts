import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { createDepartment } from "../../api/access/department.service.ts";
import { createUser } from "../../api/access/user.service.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { connectionFor } from "../../schema/postgres/server.ts";
import { ownApi, type Answer, type Api, type ApiOptions } from "./api.ts";

const PASSWORD = "nine lives of a cat";

/** Root ← east ← harbour, root ← west; a department and the one above it. */
const DEPARTMENTS = { EAST: "ROOT", HARBOUR: "EAST", WEST: "ROOT" } as const;

/** Everybody by login: role and department. */
const STAFF = {
  boss: ["SALES_SUPERVISOR", "ROOT"],
  eva: ["SALES_SUPERVISOR", "EAST"],
  wanda: ["SALES_SUPERVISOR", "WEST"],
  ann: ["ACCOUNT_MANAGER", "EAST"],
  bob: ["ACCOUNT_MANAGER", "EAST"],
  hal: ["ACCOUNT_MANAGER", "HARBOUR"],
  wes: ["ACCOUNT_MANAGER", "WEST"],
  amy: ["SERVICE_AGENT", "EAST"],
  max: ["EXECUTIVE", "ROOT"],
} as const;
export type Login = keyof typeof STAFF;
export const LOGINS = Object.keys(STAFF) as Login[];

/** A small sales company behind the API, for tests of rights and commands. */
export interface SalesCompany extends Api {
  idOf(login: Login): string;
  tokenOf(login: Login): string;
  departmentId(code: string): string;
  /** One request by a member of the staff. */
  as<Data = Record<string, unknown>>(
    login: Login,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Answer<Data>>;
  /** Rows of one statement as the owner of the tables, past all rights. */
  rows<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

export function salesCompany(options: ApiOptions = {}): SalesCompany {
  const api = ownApi(options);
  const users = new Map<string, { id: string; token: string }>();
  const departments = new Map<string, string>();
  let owner: pg.Client | undefined;
  afterAll(() => owner?.end());
  beforeAll(async () => {
    const { server, name } = api.database;
    owner = new pg.Client(connectionFor(server, "crm_owner", name));
    await owner.connect();
    const work = {
      em: api.database.orm.em.fork(),
      principal: { kind: "system", name: "test" } as const,
      clock: systemClock,
      requestId: "test",
    };
    await withRowContext(SYSTEM_ROWS, async () => {
      const [root] = await api.database.sql<{ id: string }>(
        "crm_owner",
        "select id from crm.department where code = 'ROOT'",
      );
      departments.set("ROOT", root?.id ?? "");
      for (const [code, above] of Object.entries(DEPARTMENTS)) {
        const parentId = departments.get(above) ?? null;
        departments.set(code, (await createDepartment(work, { code, name: code, parentId })).id);
      }
      for (const [login, [role, department]] of Object.entries(STAFF)) {
        const user = await createUser(work, {
          login,
          displayName: login,
          departmentId: departments.get(department) ?? "",
          roles: [role],
          password: PASSWORD,
          mustChangePassword: false,
        });
        users.set(login, { id: user.id, token: await api.signIn(login, PASSWORD) });
      }
    });
  });
  const user = (login: Login) => {
    const found = users.get(login);
    if (!found) throw new Error(`${login} is there only while tests run`);
    return found;
  };
  return Object.assign(Object.create(api) as Api, {
    idOf: (login: Login) => user(login).id,
    tokenOf: (login: Login) => user(login).token,
    departmentId: (code: string) => departments.get(code) ?? "",
    as: <Data>(login: Login, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
      api.ask<Data>(query, variables, { token: user(login).token }),
    async rows<Row extends object>(text: string, params: readonly unknown[] = []) {
      if (!owner) throw new Error("the company is there only while tests run");
      return (await owner.query(text, [...params])).rows as Row[];
    },
  });
}
