import type { Text } from "../kernel/text.ts";
import type { Resource, RESOURCES } from "./permissions.ts";

type Declared = (typeof RESOURCES)[Resource];
type ProtectedField = Extract<Declared, { readonly fields: unknown }>["fields"][number];

/** What people call the protected fields. */
export const FIELD_CAPTIONS: Readonly<Record<ProtectedField, Text>> = {
  accountManager: { zh: "客户经理", en: "Account manager" },
  satisfaction: { zh: "满意度", en: "Satisfaction" },
  credit: { zh: "信用度", en: "Credit" },
  postcode: { zh: "邮政编码", en: "Postcode" },
  fax: { zh: "传真", en: "Fax" },
  website: { zh: "网址", en: "Website" },
  employeeCount: { zh: "员工人数", en: "Employees" },
  licenceNo: { zh: "营业执照", en: "Licence number" },
  legalPerson: { zh: "法人", en: "Legal person" },
  registeredCapital: { zh: "注册资金", en: "Registered capital" },
  annualTurnover: { zh: "年营业额", en: "Annual turnover" },
  parentCustomer: { zh: "上级客户", en: "Parent customer" },
  tags: { zh: "标签", en: "Tags" },
  externalKeys: { zh: "外部编号", en: "External keys" },
  bank: { zh: "开户银行", en: "Bank" },
  bankAccount: { zh: "银行账号", en: "Bank account" },
  nationalTaxNo: { zh: "国税登记号", en: "National tax number" },
  localTaxNo: { zh: "地税登记号", en: "Local tax number" },
  officePhone: { zh: "办公电话", en: "Office telephone" },
  mobile: { zh: "手机", en: "Mobile" },
  memo: { zh: "备注", en: "Memo" },
  login: { zh: "登录名", en: "Login" },
  email: { zh: "邮箱", en: "E-mail" },
  phone: { zh: "电话", en: "Telephone" },
  roles: { zh: "角色", en: "Roles" },
};

export const fieldCaption = (field: string): Text =>
  (FIELD_CAPTIONS as Readonly<Record<string, Text>>)[field] ?? { zh: field, en: field };
