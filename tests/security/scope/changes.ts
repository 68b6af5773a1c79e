import fc from "fast-check";
import { SCOPE_NAMES } from "../../../schema/kernel/principal.ts";
import { RIGHTS, type Company, type Grant } from "./company.ts";
import { ADMIN_LOGIN, codeOf, idOf } from "./store.ts";
import type { ScopeHarness } from "./harness.ts";

/** A change of organisation or rights; numbers are taken modulo what there is. */
export interface Change {
  readonly kind: "grants" | "roles" | "department" | "place";
  readonly what: number;
  readonly where: number;
  readonly scope: Grant["scope"];
  readonly more: number;
}

export const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("grants", "roles", "department", "place"),
  what: fc.nat(),
  where: fc.nat(),
  scope: fc.constantFrom(...SCOPE_NAMES),
  more: fc.nat(),
});

const MUTATIONS = {
  grants: ["setRoleGrants", "SetRoleGrantsInput", "role"],
  roles: ["setUserRoles", "SetUserRolesInput", "app_user"],
  department: ["moveDepartment", "MoveDepartmentInput", "department"],
  place: ["updateUser", "UpdateUserInput", "app_user"],
} as const;

/** Makes a change through the API, as an administrator would, and answers the company after it. */
export async function applyChange(
  harness: ScopeHarness,
  company: Company,
  change: Change,
): Promise<Company> {
  const { id, input, after } = planOf(company, change);
  const [mutation, type, table] = MUTATIONS[change.kind];
  const [row] = await harness.database.sql<{ version: number }>(
    "crm_owner",
    `select version from crm.${table} where id = $1`,
    [id],
  );
  const { errors } = await harness.run(
    ADMIN_LOGIN,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`,
    { input: { ...input, version: row?.version } },
  );
  const refused = errors?.map(({ originalError }) => (originalError as { code?: string }).code);
  const expected = after ? undefined : ["INVALID_INPUT"];
  if (JSON.stringify(refused) !== JSON.stringify(expected)) {
    throw new Error(`${mutation} answers ${JSON.stringify(errors)}`);
  }
  return after ?? company;
}

interface Planned {
  readonly id: string;
  readonly input: object;
  /** The company after the change; absent where it must be refused. */
  readonly after?: Company;
}

function planOf(company: Company, { kind, what, where, scope, more }: Change): Planned {
  const { departments, users, roles } = company;
  const role = what % roles.length;
  const user = what % users.length;
  const place = where % departments.length;
  if (kind === "grants") {
    const grants = RIGHTS.map(([resource, action], index): Grant => {
      const listed = [...new Set([place, more % departments.length])];
      const other = SCOPE_NAMES[(more + index) % SCOPE_NAMES.length] ?? "NONE";
      const reach = index === 0 ? scope : other;
      return { resource, action, scope: reach, departments: reach === "LIST" ? listed : [] };
    });
    return {
      id: idOf("role", role),
      input: {
        roleId: idOf("role", role),
        grants: grants.map(({ resource, action, scope: reach, departments: listed }) => ({
          resource,
          action,
          scope: reach,
          departmentIds: listed.map((number) => idOf("department", number)),
        })),
      },
      after: { ...company, roles: roles.with(role, { grants }) },
    };
  }
  if (kind === "department") {
    const department = what % departments.length;
    const above = (number: number | undefined): number[] =>
      number === undefined ? [] : [number, ...above(departments[number]?.parent)];
    const id = idOf("department", department);
    const input = { id, parentId: idOf("department", place) };
    if (department === 0 || above(place).includes(department)) return { id, input };
    return {
      id,
      input,
      after: { ...company, departments: departments.with(department, { parent: place }) },
    };
  }
  const id = idOf("user", user);
  const old = users[user] ?? { department: 0, roles: [] };
  if (kind === "place") {
    const moved = { ...old, department: place };
    return {
      id,
      input: { id, departmentId: idOf("department", place) },
      after: { ...company, users: users.with(user, moved) },
    };
  }
  const held = [...new Set([where % roles.length, more % roles.length])];
  return {
    id,
    input: { userId: id, roles: held.map(codeOf) },
    after: { ...company, users: users.with(user, { ...old, roles: held }) },
  };
}
