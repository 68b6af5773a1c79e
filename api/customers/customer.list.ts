import { users } from "../access/user.list.ts";
import { defineList, many, one, pages } from "../lists/define-list.ts";
import { choice, decimal, id, instant, integer, tags, text } from "../lists/field.ts";
import { contacts } from "./contact.list.ts";
import { CustomerStatus } from "./customer-status.enum.ts";

/** The names that other systems know a customer by. */
const customerExternalKeys = defineList({
  name: "ExternalKey",
  caption: { zh: "外部编号", en: "External key" },
  resource: "customer",
  part: true,
  table: "customer_external_key",
  fields: { id: id(), source: text(), key: text() },
});

export const customers = defineList({
  name: "Customer",
  caption: { zh: "客户", en: "Customer" },
  resource: "customer",
  table: "customer",
  fields: {
    id: id(),
    number: text(),
    name: text(),
    region: text({ nullable: true }),
    tier: integer(),
    industry: text({ nullable: true }),
    satisfaction: integer({ nullable: true }),
    credit: integer({ nullable: true }),
    address: text({ nullable: true }),
    postcode: text({ nullable: true }),
    phone: text({ nullable: true }),
    fax: text({ nullable: true }),
    website: text({ nullable: true }),
    employeeCount: integer({ nullable: true }),
    licenceNo: text({ nullable: true }),
    legalPerson: text({ nullable: true }),
    registeredCapital: decimal({ nullable: true }),
    annualTurnover: decimal({ nullable: true }),
    bank: text({ nullable: true }),
    bankAccount: text({ nullable: true }),
    nationalTaxNo: text({ nullable: true }),
    localTaxNo: text({ nullable: true }),
    status: choice("CustomerStatus", CustomerStatus),
    tags: tags(),
    createdAt: instant(),
    version: integer(),
    accountManagerId: id({ protectedAs: "accountManager", filterOnly: true }),
    parentCustomerId: id({ nullable: true, protectedAs: "parentCustomer", filterOnly: true }),
  },
  relations: {
    accountManager: one(users, "account_manager_id"),
    parentCustomer: one("Customer", "parent_customer_id"),
    createdBy: one(users, "created_by_id"),
    externalKeys: many(customerExternalKeys, "customer_id", [
      { field: "source", direction: "ASC" },
      { field: "key", direction: "ASC" },
    ]),
    contacts: many(contacts, "customer_id", [
      { field: "isPrimary", direction: "DESC" },
      { field: "name", direction: "ASC" },
      { field: "id", direction: "ASC" },
    ]),
    opportunities: pages("Opportunity", "customer_id"),
  },
});
