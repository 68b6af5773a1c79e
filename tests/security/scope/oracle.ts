import type { Company, Resource } from "./company.ts";

/** The grants, read naively: no ranges, no SQL, no normal form. Answers numbers of rows. */
export function oracle(company: Company, asker: number, resource: Resource): number[] {
  const owners = ownersOf(company, resource);
  return owners.flatMap((owner, row) => {
    const own = reaches(company, asker, resource, owner);
    // A contact is seen only where its customer is; both belong to the same account manager.
    const parent = resource !== "contact" || reaches(company, asker, "customer", owner);
    return own && parent ? [row] : [];
  });
}

const ownersOf = (company: Company, resource: Resource): (number | undefined)[] =>
  resource === "opportunity"
    ? company.opportunities.map(({ assignee, creator }) => assignee ?? creator)
    : [...company.customers];

function reaches(
  { departments, users, roles }: Company,
  asker: number,
  resource: Resource,
  owner: number | undefined,
): boolean {
  const me = users[asker];
  const place = owner === undefined ? undefined : users[owner]?.department;
  const above = (department: number | undefined): number[] =>
    department === undefined ? [] : [department, ...above(departments[department]?.parent)];
  return (me?.roles ?? []).some((role) =>
    (roles[role]?.grants ?? []).some((grant) => {
      if (grant.resource !== resource) return false;
      if (grant.scope === "ALL") return true;
      if (owner === undefined || place === undefined) return false;
      if (grant.scope === "OWN") return owner === asker;
      if (grant.scope === "DEPARTMENT") return place === me?.department;
      if (grant.scope === "DEPARTMENT_TREE") return above(place).includes(me?.department ?? -1);
      return grant.scope === "LIST" && grant.departments.includes(place);
    }),
  );
}
