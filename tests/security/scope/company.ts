import fc from "fast-check";
import { SCOPE_NAMES, type ScopeName } from "../../../schema/kernel/principal.ts";

export const RESOURCES = ["customer", "contact", "opportunity"] as const;
export type Resource = (typeof RESOURCES)[number];

/** What a grant of these companies may open: reading, counting opportunities in cubes, exporting contacts. */
export const RIGHTS = [
  ["customer", "read"],
  ["contact", "read"],
  ["contact", "export"],
  ["opportunity", "read"],
  ["opportunity", "aggregate"],
] as const satisfies readonly (readonly [Resource, string])[];
export type Action = (typeof RIGHTS)[number][1];

/** Numbers instead of ids: `ids.ts` turns a kind and a number into a uuid. */
export interface Department {
  /** Undefined for the root, which is number 0; else a smaller number, so there is no cycle. */
  readonly parent: number | undefined;
}
export interface User {
  readonly department: number;
  /** Numbers of roles. */
  readonly roles: readonly number[];
}
export interface Grant {
  readonly resource: Resource;
  readonly action: Action;
  readonly scope: ScopeName;
  readonly departments: readonly number[];
}
export interface Role {
  /** At most one a resource and action: the database knows no two grants of one role on one action. */
  readonly grants: readonly Grant[];
}
export interface Opportunity {
  readonly assignee: number | undefined;
  readonly creator: number | undefined;
}
/** A whole company, as plain data. */
export interface Company {
  readonly departments: readonly Department[];
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  /** Account managers of customers; each customer has one contact of the same number. */
  readonly customers: readonly number[];
  readonly opportunities: readonly Opportunity[];
}

const DEPARTMENTS = { min: 1, max: 9 };
const USERS = { min: 2, max: 8 };

const below = (count: number): fc.Arbitrary<number> => fc.nat({ max: count - 1 });

const roleOf = (departments: number): fc.Arbitrary<Role> =>
  fc
    .uniqueArray(
      fc.record({
        right: fc.constantFrom(...RIGHTS),
        scope: fc.constantFrom(...SCOPE_NAMES),
        departments: fc.uniqueArray(below(departments), { maxLength: 3 }),
      }),
      { selector: ({ right }) => right.join(), maxLength: RIGHTS.length },
    )
    .map((grants) => ({
      grants: grants.map(({ right: [resource, action], scope, departments: listed }) => ({
        resource,
        action,
        scope,
        departments: scope === "LIST" ? listed : [],
      })),
    }));

const departmentsOf = (count: number): fc.Arbitrary<Department[]> =>
  fc
    .tuple(...Array.from({ length: count - 1 }, (_, index) => below(index + 1)))
    .map((parents) => [{ parent: undefined }, ...parents.map((parent) => ({ parent }))]);

/** Any company: trees of any shape, users with any roles, rows with any owner or none. */
export const companies: fc.Arbitrary<Company> = fc
  .record({
    departments: fc.integer(DEPARTMENTS),
    users: fc.integer(USERS),
    roles: fc.integer({ min: 1, max: 4 }),
  })
  .chain((count) =>
    fc.record({
      departments: departmentsOf(count.departments),
      users: fc.array(
        fc.record({
          department: below(count.departments),
          roles: fc.uniqueArray(below(count.roles), { maxLength: 3 }),
        }),
        { minLength: count.users, maxLength: count.users },
      ),
      roles: fc.array(roleOf(count.departments), {
        minLength: count.roles,
        maxLength: count.roles,
      }),
      customers: fc.array(below(count.users), { minLength: 4, maxLength: 12 }),
      opportunities: fc.array(
        fc.record({
          assignee: fc.option(below(count.users), { nil: undefined }),
          creator: fc.option(below(count.users), { nil: undefined }),
        }),
        { minLength: 4, maxLength: 12 },
      ),
    }),
  );

/** Several companies as one, side by side below a root of its own: each is foreign to the others. */
export function merged(parts: readonly Company[]): Company {
  const whole = {
    departments: [{ parent: undefined }] as Department[],
    users: [] as User[],
    roles: [] as Role[],
    customers: [] as number[],
    opportunities: [] as Opportunity[],
  };
  for (const { departments, users, roles, customers, opportunities } of parts) {
    const [department, user, role] = [
      whole.departments.length,
      whole.users.length,
      whole.roles.length,
    ];
    const move = (number: number | undefined, by: number): number | undefined =>
      number === undefined ? undefined : number + by;
    whole.departments.push(
      ...departments.map(({ parent }) => ({ parent: move(parent, department) ?? 0 })),
    );
    whole.users.push(
      ...users.map((one) => ({
        department: one.department + department,
        roles: one.roles.map((number) => number + role),
      })),
    );
    whole.roles.push(
      ...roles.map(({ grants }) => ({
        grants: grants.map((grant) => ({
          ...grant,
          departments: grant.departments.map((number) => number + department),
        })),
      })),
    );
    whole.customers.push(...customers.map((manager) => manager + user));
    whole.opportunities.push(
      ...opportunities.map(({ assignee, creator }) => ({
        assignee: move(assignee, user),
        creator: move(creator, user),
      })),
    );
  }
  return whole;
}

/** The same company after a reorganisation: users moved, grants changed, rows handed over. */
export const reorganised = (company: Company, shift: number): Company => {
  const next = (number: number, count: number): number => (number + shift) % count;
  const { departments, users, roles, customers, opportunities } = company;
  return {
    departments,
    users: users.map((user) => ({
      ...user,
      department: next(user.department, departments.length),
    })),
    roles: roles.map((_role, index) => roles[next(index, roles.length)] ?? { grants: [] }),
    customers: customers.map((manager) => next(manager, users.length)),
    opportunities: opportunities.map(({ assignee, creator }) => ({
      assignee: creator,
      creator: assignee,
    })),
  };
};
