import type { Action, Company, Grant, Resource } from "./company.ts";

/** The grants, read naively: no ranges, no SQL, no normal form. Answers numbers of rows. */
export function oracle(
  company: Company,
  asker: number,
  resource: Resource,
  action: Action = "read",
): number[] {
  const owners = ownersOf(company, resource);
  return owners.flatMap((owner, row) => {
    const own = reaches(company, asker, [resource, action], owner);
    // A contact is there only where its customer is seen; both belong to the same account manager.
    const parent = resource !== "contact" || reaches(company, asker, ["customer", "read"], owner);
    return own && parent ? [row] : [];
  });
}

/** The grants of a user on a right, as they stand in their roles. */
export const grantsOn = (
  { users, roles }: Company,
  asker: number,
  [resource, action]: readonly [Resource, Action],
): Grant[] =>
  (users[asker]?.roles ?? [])
    .flatMap((role) => roles[role]?.grants ?? [])
    .filter((grant) => grant.resource === resource && grant.action === action);

/** The owner of each row, by the row's number. */
export const ownersOf = (company: Company, resource: Resource): (number | undefined)[] =>
  resource === "opportunity"
    ? company.opportunities.map(({ assignee, creator }) => assignee ?? creator)
    : [...company.customers];

function reaches(
  company: Company,
  asker: number,
  right: readonly [Resource, Action],
  owner: number | undefined,
): boolean {
  const { departments, users } = company;
  const me = users[asker];
  const place = owner === undefined ? undefined : users[owner]?.department;
  const above = (department: number | undefined): number[] =>
    department === undefined ? [] : [department, ...above(departments[department]?.parent)];
  return grantsOn(company, asker, right).some((grant) => {
    if (grant.scope === "ALL") return true;
    if (owner === undefined || place === undefined) return false;
    if (grant.scope === "OWN") return owner === asker;
    if (grant.scope === "DEPARTMENT") return place === me?.department;
    if (grant.scope === "DEPARTMENT_TREE") return above(place).includes(me?.department ?? -1);
    return grant.scope === "LIST" && grant.departments.includes(place);
  });
}
