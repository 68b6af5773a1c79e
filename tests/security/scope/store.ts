import { withClient } from "../../../schema/postgres/server.ts";
import type { OwnDatabase } from "../../support/database.ts";
import type { Company, Resource } from "./company.ts";

const KINDS = ["department", "user", "role", "customer", "contact", "opportunity", "plan"] as const;
type Kind = (typeof KINDS)[number];

/** The id of the n-th thing of a kind. */
export const idOf = (kind: Kind, number: number): string =>
  `00000000-0000-7000-${String(8000 + KINDS.indexOf(kind))}-${String(number).padStart(12, "0")}`;

/** The number of a row by its id. */
export const numberOf = (id: string): number => Number(id.slice(-12));

export const loginOf = (user: number): string => `user${user}`;

export const codeOf = (role: number): string => `R${role}`;

/** Who changes organisation and rights in these companies; sees no row of theirs. */
const ADMINISTRATOR = 999_999;
export const ADMIN_LOGIN = loginOf(ADMINISTRATOR);

const ADMIN_GRANTS = [
  ["user", ["read", "update"]],
  ["department", ["read", "update"]],
  ["role", ["read", "update", "assign"]],
] as const;

export const TABLES: Readonly<Record<Resource, string>> = {
  customer: "crm.customer",
  contact: "crm.contact",
  opportunity: "crm.opportunity",
};

/** Replaces whatever the database holds by a company. */
export const store = (database: OwnDatabase, company: Company): Promise<void> =>
  withClient(database.server, "superuser", database.name, async (client) => {
    const insert = async (text: string, values: readonly object[]): Promise<void> => {
      await client.query(text, [JSON.stringify(values)]);
    };
    await client.query(`truncate crm.department, crm.app_user, crm.role, crm.user_role,
      crm.role_grant, crm.customer, crm.contact, crm.opportunity, crm.department_history,
      crm.user_history, crm.customer_history cascade`);
    await insert(
      `insert into crm.department (id, code, name, parent_id)
       select id, code, code, parent from jsonb_to_recordset($1) as r(id uuid, code text, parent uuid)`,
      departmentRows(company),
    );
    await insert(
      `insert into crm.app_user (id, login, display_name, department_id)
       select id, login, login, department
       from jsonb_to_recordset($1) as r(id uuid, login text, department uuid)`,
      [
        ...userRows(company),
        {
          id: idOf("user", ADMINISTRATOR),
          login: ADMIN_LOGIN,
          department: idOf("department", 0),
        },
      ],
    );
    await insert(
      `insert into crm.role (id, code, name_zh, name_en)
       select id, code, code, code from jsonb_to_recordset($1) as r(id uuid, code text)`,
      [
        ...company.roles.map((_role, number) => ({
          id: idOf("role", number),
          code: codeOf(number),
        })),
        { id: idOf("role", ADMINISTRATOR), code: "SYSTEM_ADMIN" },
      ],
    );
    await insert(
      `insert into crm.user_role (user_id, role_id)
       select holder, role from jsonb_to_recordset($1) as r(holder uuid, role uuid)`,
      [...company.users, { roles: [ADMINISTRATOR] }].flatMap(({ roles }, user) =>
        roles.map((role) => ({
          holder: idOf("user", role === ADMINISTRATOR ? ADMINISTRATOR : user),
          role: idOf("role", role),
        })),
      ),
    );
    await insert(
      `insert into crm.role_grant (role_id, resource, action, scope, department_ids)
       select role, resource, action, scope,
         array(select jsonb_array_elements_text(departments)::uuid)
       from jsonb_to_recordset($1)
         as r(role uuid, resource text, action text, scope text, departments jsonb)`,
      [...grantRows(company), ...adminGrantRows()],
    );
    await insert(
      `insert into crm.customer (id, number, name, account_manager_id)
       select id, name, name, manager
       from jsonb_to_recordset($1) as r(id uuid, name text, manager uuid)`,
      customerRows(company),
    );
    await insert(
      `insert into crm.contact (id, customer_id, name)
       select contact, id, name
       from jsonb_to_recordset($1) as r(id uuid, contact uuid, name text)`,
      customerRows(company),
    );
    await insert(
      `insert into crm.opportunity (id, number, title, source_id, customer_id, success_rate,
         description, currency, status, assignee_id, created_by_id)
       select id, title, title, (select min(id::text)::uuid from crm.dictionary_entry
           where type = 'opportunitySource'),
         customer, 50, title, 'CNY', case when assignee is null then 'UNASSIGNED' else 'ASSIGNED' end,
         assignee, creator
       from jsonb_to_recordset($1) as r(id uuid, title text, customer uuid, assignee uuid, creator uuid)`,
      opportunityRows(company),
    );
    await insert(
      `insert into crm.plan_item (id, opportunity_id, planned_on, content)
       select plan, id, '2026-01-01', title
       from jsonb_to_recordset($1) as r(plan uuid, id uuid, title text)`,
      opportunityRows(company),
    );
  });

/** The customer of the n-th opportunity. */
export const customerOf = ({ customers }: Company, opportunity: number): number =>
  opportunity % customers.length;

const departmentRows = ({ departments }: Company): object[] =>
  departments.map(({ parent }, number) => ({
    id: idOf("department", number),
    code: `D${number}`,
    parent: parent === undefined ? null : idOf("department", parent),
  }));

const userRows = ({ users }: Company): object[] =>
  users.map(({ department }, number) => ({
    id: idOf("user", number),
    login: loginOf(number),
    department: idOf("department", department),
  }));

const grantRows = ({ roles }: Company): object[] =>
  roles.flatMap(({ grants }, role) =>
    grants.map(({ resource, action, scope, departments }) => ({
      role: idOf("role", role),
      resource,
      action,
      scope,
      departments: departments.map((number) => idOf("department", number)),
    })),
  );

const adminGrantRows = (): object[] =>
  ADMIN_GRANTS.flatMap(([resource, actions]) =>
    actions.map((action) => ({
      role: idOf("role", ADMINISTRATOR),
      resource,
      action,
      scope: "ALL",
      departments: [],
    })),
  );

const customerRows = ({ customers }: Company): object[] =>
  customers.map((manager, number) => ({
    id: idOf("customer", number),
    contact: idOf("contact", number),
    name: `customer ${number}`,
    manager: idOf("user", manager),
  }));

const opportunityRows = (company: Company): object[] =>
  company.opportunities.map(({ assignee, creator }, number) => ({
    id: idOf("opportunity", number),
    plan: idOf("plan", number),
    title: `opportunity ${number}`,
    customer: idOf("customer", customerOf(company, number)),
    assignee: assignee === undefined ? null : idOf("user", assignee),
    creator: creator === undefined ? null : idOf("user", creator),
  }));
