import { SEXES } from "../../../schema/customers/contact.entity.ts";
import { choice, flag } from "../kinds/choice.ts";
import { instant } from "../kinds/date.ts";
import { decimal, integer } from "../kinds/number.ts";
import { line, list, paragraph, path } from "../kinds/text.ts";
import type { Field, Target } from "../target.ts";

export const externalKeyField: Field = {
  caption: { zh: "外部编号", en: "External key" },
  kind: line(200),
};
export const numberField: Field = { caption: { zh: "编号", en: "Number" }, kind: line(40) };

const text = (zh: string, en: string, column: string, max: number): Field => ({
  caption: { zh, en },
  kind: line(max),
  column,
});

/** An organisation; names are compared without case, width, blanks and legal suffixes. */
export const customerTarget: Target = {
  entity: "customer",
  caption: { zh: "客户", en: "Customer" },
  resource: "customer",
  table: "customer",
  fields: {
    externalKey: externalKeyField,
    number: numberField,
    name: { ...text("名称", "Name", "name", 200), required: true },
    tier: {
      caption: { zh: "等级", en: "Tier" },
      kind: integer(1, 5),
      column: "tier",
      required: true,
    },
    industry: text("行业", "Industry", "industry", 100),
    satisfaction: {
      caption: { zh: "满意度", en: "Satisfaction" },
      kind: integer(1, 5),
      column: "satisfaction",
    },
    credit: { caption: { zh: "信用度", en: "Credit" }, kind: integer(1, 5), column: "credit" },
    address: text("地址", "Address", "address", 300),
    postcode: text("邮编", "Postcode", "postcode", 20),
    phone: text("电话", "Phone", "phone", 50),
    fax: text("传真", "Fax", "fax", 50),
    website: text("网址", "Website", "website", 300),
    employeeCount: {
      caption: { zh: "员工数", en: "Employees" },
      kind: integer(0, 2_147_483_647),
      column: "employee_count",
    },
    licenceNo: text("营业执照号", "Licence number", "licence_no", 100),
    legalPerson: text("法人", "Legal person", "legal_person", 100),
    registeredCapital: {
      caption: { zh: "注册资金", en: "Registered capital" },
      kind: decimal,
      column: "registered_capital",
    },
    annualTurnover: {
      caption: { zh: "年营业额", en: "Annual turnover" },
      kind: decimal,
      column: "annual_turnover",
    },
    bank: text("开户银行", "Bank", "bank", 200),
    bankAccount: text("银行账号", "Bank account", "bank_account", 100),
    nationalTaxNo: text("国税号", "National tax number", "national_tax_no", 100),
    localTaxNo: text("地税号", "Local tax number", "local_tax_no", 100),
    tags: { caption: { zh: "标签", en: "Tags" }, kind: list(50), column: "tags" },
    createdAt: {
      caption: { zh: "建立时间", en: "Created" },
      kind: instant,
      column: "created_at",
      fallback: (company) => company.now,
    },
  },
  relations: {
    region: {
      caption: { zh: "地区", en: "Region" },
      lookup: "region",
      paths: { region: "code", "region.code": "code" },
      kind: path(200),
      column: "region",
      takes: "key",
      required: true,
      creatable: true,
    },
    accountManager: {
      caption: { zh: "客户经理", en: "Account manager" },
      lookup: "user",
      paths: { "accountManager.login": "login", "accountManager.name": "name" },
      kind: line(200),
      column: "account_manager_id",
      required: true,
    },
    parentCustomer: {
      caption: { zh: "上级客户", en: "Parent customer" },
      lookup: "customer",
      paths: {
        "parentCustomer.name": "name",
        "parentCustomer.number": "number",
        "parentCustomer.externalKey": "externalKey",
      },
      kind: line(200),
      column: "parent_customer_id",
      itself: true,
    },
  },
  matchBy: {
    externalKey: {
      path: "externalKey",
      normal: "r.key",
      on: "t.id = (select e.customer_id from crm.customer_external_key e where e.source = $source and e.key = r.key)",
    },
    number: { path: "number", normal: "r.key", on: "t.number = r.key", existingOnly: true },
    name: {
      path: "name",
      normal: "crm.name_key(r.key)",
      on: "crm.name_key(t.name) = crm.name_key(r.key) and t.status <> 'DELETED'",
    },
  },
  externalKeys: { table: "customer_external_key", column: "customer_id" },
  numberPrefix: "KH",
  ownedThrough: "accountManager",
  repeats: "refused",
  watches: ["status"],
};

/** A person at a customer; by name, a contact is found among those of the customer. */
export const contactTarget: Target = {
  entity: "contact",
  caption: { zh: "联系人", en: "Contact" },
  resource: "contact",
  table: "contact",
  fields: {
    externalKey: externalKeyField,
    name: { ...text("姓名", "Name", "name", 100), required: true },
    sex: { caption: { zh: "性别", en: "Sex" }, kind: choice(SEXES), column: "sex" },
    position: text("职务", "Position", "position", 100),
    officePhone: text("办公电话", "Office phone", "office_phone", 50),
    mobile: text("手机", "Mobile", "mobile", 50),
    email: text("邮箱", "E-mail", "email", 254),
    memo: { caption: { zh: "备注", en: "Memo" }, kind: paragraph(2000), column: "memo" },
    primary: {
      caption: { zh: "主要联系人", en: "Primary" },
      kind: flag,
      column: "is_primary",
      fallback: () => false,
    },
  },
  relations: {
    customer: {
      caption: { zh: "客户", en: "Customer" },
      lookup: "customer",
      paths: {
        "customer.externalKey": "externalKey",
        "customer.number": "number",
        "customer.name": "name",
      },
      kind: line(200),
      column: "customer_id",
      required: true,
    },
  },
  matchBy: {
    externalKey: {
      path: "externalKey",
      normal: "r.key",
      on: "t.id = (select e.contact_id from crm.contact_external_key e where e.source = $source and e.key = r.key)",
    },
    name: {
      path: "name",
      normal: "r.key",
      on: "t.customer_id = r.customer_id and t.name = r.key",
      within: ["customer_id"],
    },
  },
  externalKeys: { table: "contact_external_key", column: "contact_id" },
  ownedThrough: "customer",
  repeats: "refused",
  watches: [],
};
