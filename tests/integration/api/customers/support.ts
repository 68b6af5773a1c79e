import type { Answer } from "../../../support/api.ts";
import type { Login, SalesCompany } from "../../../support/sales-company.ts";

export const REGION = "China / East";

export interface Customer {
  readonly id: string;
  readonly version: number;
}

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
  id number name region tier status version tags bank registeredCapital employeeCount
  accountManager { displayName } createdBy { displayName } contacts { name } } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) {
  id version name region bank tags parentCustomer { id } } }`;

export async function plantRegions(company: SalesCompany): Promise<void> {
  await company.rows(
    `insert into crm.dictionary_entry (type, code, caption_zh, caption_en, enabled)
     values ('region', $1, '华东', 'East', true), ('region', 'China / Gone', '旧', 'Gone', false)`,
    [REGION],
  );
}

/** The mutations of customers as the members of a company call them; a name is made up where none is given. */
export function customersOf(company: SalesCompany) {
  let count = 0;
  const create = (login: Login, input: object = {}) => {
    const fresh = { name: `Customer ${++count}`, region: REGION, tier: 1 };
    return company.as<{ createCustomer: Customer }>(login, CREATE, {
      input: { ...fresh, ...input },
    });
  };
  const created = async (login: Login, input: object = {}): Promise<Customer> => {
    const { data, text } = await create(login, input);
    if (!data) throw new Error(text);
    return data.createCustomer;
  };
  const update = (login: Login, input: object) => company.as(login, UPDATE, { input });
  return { create, created, update };
}

type Refused = Pick<Answer<unknown>, "errors">;
export const codeOf = ({ errors }: Refused) => errors[0]?.extensions.code;
export const pathsOf = ({ errors }: Refused) =>
  errors[0]?.extensions.issues?.map(({ path }) => path).toSorted();
