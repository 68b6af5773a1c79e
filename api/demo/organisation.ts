import { DEMO_REGIONS, type DemoOffice, type DemoRegion } from "./company.ts";
import { demoId } from "./identity.ts";
import { chineseName, westernName } from "./names.ts";
import type { Random } from "./random.ts";
import type { DepartmentRow, UserRoleRow, UserRow } from "./rows.ts";

/** Somebody who sells: how much comes their way and how well they close. */
export interface DemoSeller {
  readonly user: UserRow;
  readonly office: DemoOffice;
  readonly supervisor: UserRow;
  /** Odds factor on winning, pace factor on the days a deal takes. */
  readonly skill: number;
  readonly pace: number;
  readonly weight: number;
}

export interface DemoOrganisation {
  readonly departments: DepartmentRow[];
  readonly users: UserRow[];
  readonly userRoles: UserRoleRow[];
  readonly sellers: DemoSeller[];
}

/** The department tree and some thirty people, below the root that every company has. */
export function makeOrganisation(
  random: Random,
  root: { readonly id: string; readonly takenLogins: readonly string[] },
  founded: Date,
): DemoOrganisation {
  const departments: DepartmentRow[] = [];
  const users: UserRow[] = [];
  const userRoles: UserRoleRow[] = [];
  const sellers: DemoSeller[] = [];
  const taken = new Set(root.takenLogins);
  const names = new Set<string>();

  const department = (code: string, name: string, parentId: string): DepartmentRow => {
    const row = { id: demoId(random, founded), code, name, parent_id: parentId };
    departments.push(row);
    return row;
  };
  const person = (departmentId: string, role: string, abroad = false): UserRow => {
    let candidate = abroad ? westernName(random) : chineseName(random);
    while (taken.has(candidate.login) || names.has(candidate.name)) {
      candidate = abroad ? westernName(random) : chineseName(random);
    }
    taken.add(candidate.login);
    names.add(candidate.name);
    const row: UserRow = {
      id: demoId(random, founded),
      login: candidate.login,
      display_name: candidate.name,
      email: `${candidate.login}@crm-demo.example`,
      department_id: departmentId,
      locale: abroad ? "en" : "zh-CN",
      created_at: founded.toISOString(),
    };
    users.push(row);
    userRoles.push({ user_id: row.id, role });
    return row;
  };
  const sellersOf = (
    region: DemoRegion,
    office: DemoOffice,
    departmentId: string,
    boss: UserRow,
  ) => {
    for (let index = 0; index < office.sellers; index++) {
      sellers.push({
        user: person(departmentId, "ACCOUNT_MANAGER", region.code === "OVERSEAS"),
        office,
        supervisor: boss,
        skill: 0.6 + random.next() * 1.1,
        pace: 0.75 + random.next() * 0.6,
        weight: (region.weight * (0.6 + random.next())) / office.sellers / region.offices.length,
      });
    }
  };

  const management = department("MANAGEMENT", "管理层", root.id);
  person(management.id, "EXECUTIVE");
  const sales = department("SALES", "销售中心", root.id);
  person(sales.id, "SALES_SUPERVISOR");
  for (const region of DEMO_REGIONS) {
    const regional = department(region.code, region.name.zh, sales.id);
    const boss = person(regional.id, "SALES_SUPERVISOR", region.code === "OVERSEAS");
    for (const office of region.offices) {
      sellersOf(region, office, department(office.code, office.name.zh, regional.id).id, boss);
    }
  }
  const service = department("SERVICE", "客户服务部", root.id);
  person(service.id, "SERVICE_AGENT");
  person(service.id, "SERVICE_AGENT");
  return { departments, users, userRoles, sellers };
}
