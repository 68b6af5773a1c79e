import { addDays, type Day } from "../../schema/kernel/clock.ts";
import { officeHour } from "./calendar.ts";
import { DEMO_INDUSTRIES } from "./company.ts";
import { demoId } from "./identity.ts";
import { chineseName, companyName, westernName } from "./names.ts";
import type { DemoSeller } from "./organisation.ts";
import type { Random } from "./random.ts";
import type { ContactRow, CustomerRow } from "./rows.ts";

export interface DemoCustomer {
  readonly row: CustomerRow;
  readonly seller: DemoSeller;
  readonly createdOn: Day;
}

const TIERS: readonly (readonly [number, number])[] = [
  [1, 46],
  [2, 27],
  [3, 15],
  [4, 8],
  [5, 4],
];
const POSITIONS = ["采购经理", "设备主管", "技术总监", "生产厂长", "总经理"] as const;
const POSITIONS_EN = ["Head of Purchasing", "Plant Manager", "Engineering Lead", "CEO"] as const;

/** Customers spread over the sellers by their weight, the older the likelier. */
export function makeCustomers(
  random: Random,
  sellers: readonly DemoSeller[],
  count: number,
  time: { readonly zone: string; readonly today: Day; readonly days: number },
): { customers: DemoCustomer[]; contacts: ContactRow[] } {
  const stems = new Set<string>();
  const customers: DemoCustomer[] = [];
  const contacts: ContactRow[] = [];
  const choices = sellers.map((seller) => [seller, seller.weight] as const);
  const perDay = new Map<string, number>();

  for (let index = 0; index < count; index++) {
    const seller = random.weighted(choices);
    const region = random.pick(seller.office.places);
    let industry = random.weighted(DEMO_INDUSTRIES);
    let company = companyName(random, region, industry);
    for (let turn = 0; stems.has(company.stem); turn++) {
      if (turn > 200) throw new Error(`no more names for customers in ${region}`);
      industry = random.weighted(DEMO_INDUSTRIES);
      company = companyName(random, region, industry);
    }
    stems.add(company.stem);

    const createdOn = addDays(time.today, -Math.floor(5 + random.next() ** 0.8 * time.days));
    const created = officeHour(random, time.zone, createdOn);
    const tier = random.weighted(TIERS);
    const employees = Math.max(12, Math.round(random.around(90 * tier, 0.8)));
    const stamp = createdOn.replaceAll("-", "");
    const sequence = (perDay.get(stamp) ?? 0) + 1;
    perDay.set(stamp, sequence);
    const row: CustomerRow = {
      id: demoId(random, created),
      number: `KH${stamp}${String(sequence).padStart(4, "0")}`,
      name: company.name,
      region,
      tier,
      industry,
      account_manager_id: seller.user.id,
      satisfaction: random.chance(0.8) ? random.between(2 + Number(tier > 2), 5) : null,
      credit: random.chance(0.9) ? Math.min(5, random.between(1, 3) + Math.floor(tier / 2)) : null,
      phone: phone(random, region.startsWith("海外")),
      website: random.chance(0.6) ? `https://company-${index + 1}.example` : null,
      employee_count: employees,
      annual_turnover: Math.round(employees * random.around(620_000, 0.4)).toFixed(4),
      created_at: created.toISOString(),
    };
    customers.push({ row, seller, createdOn });
    for (let person = 0; person <= random.between(0, 2); person++) {
      contacts.push(makeContact(random, row, index, person));
    }
  }
  return { customers, contacts };
}

const phone = (random: Random, abroad: boolean): string =>
  abroad
    ? `+${random.pick(["49", "39", "31", "65", "66"])} ${random.between(200, 999)} ${random.between(100000, 999999)}`
    : `0${random.between(10, 29)}-${random.between(20000000, 89999999)}`;

function makeContact(
  random: Random,
  customer: CustomerRow,
  index: number,
  person: number,
): ContactRow {
  const abroad = customer.region.startsWith("海外");
  const { name } = abroad ? westernName(random) : chineseName(random);
  return {
    id: demoId(random, new Date(customer.created_at)),
    customer_id: customer.id,
    name,
    position: random.pick(abroad ? POSITIONS_EN : POSITIONS),
    mobile: abroad
      ? phone(random, true)
      : `1${random.between(30, 89)}${random.between(10000000, 99999999)}`,
    email: `contact${person + 1}@company-${index + 1}.example`,
    is_primary: person === 0,
    created_at: customer.created_at,
  };
}
