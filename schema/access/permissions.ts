import type { Text } from "../kernel/text.ts";

/** A thing that rights are given on: what can be done with it, and which of its fields are protected. */
export interface ResourceDeclaration {
  readonly caption: Text;
  readonly actions: readonly string[];
  /** Fields (GraphQL names) that a grant may hide, mask or open one by one. */
  readonly fields?: readonly string[];
}

export const ACTIONS = {
  read: { zh: "查看", en: "Read" },
  create: { zh: "新建", en: "Create" },
  update: { zh: "修改", en: "Update" },
  delete: { zh: "删除", en: "Delete" },
  assign: { zh: "指派", en: "Assign" },
  reassign: { zh: "改派", en: "Reassign" },
  reopen: { zh: "重新打开", en: "Reopen" },
  plan: { zh: "制定计划", en: "Plan" },
  close: { zh: "结束", en: "Close" },
  import: { zh: "导入", en: "Import" },
  export: { zh: "导出", en: "Export" },
  aggregate: { zh: "统计", en: "Aggregate" },
  run: { zh: "运行", en: "Run" },
  reveal: { zh: "查看掩码值", en: "Reveal masked values" },
  erase: { zh: "清除个人信息", en: "Erase personal data" },
} as const satisfies Record<string, Text>;
export type Action = keyof typeof ACTIONS;

const RECORD = ["read", "create", "update", "delete", "import", "export", "aggregate"] as const;

/** Bank and tax details: seen by supervisors and the account manager, masked for executives. */
export const FINANCE_FIELDS = ["bank", "bankAccount", "nationalTaxNo", "localTaxNo"] as const;

/** Fields of a customer beyond what everybody at the service desk needs. */
export const CUSTOMER_DETAIL_FIELDS = [
  "accountManager",
  "satisfaction",
  "credit",
  "postcode",
  "fax",
  "website",
  "employeeCount",
  "licenceNo",
  "legalPerson",
  "registeredCapital",
  "annualTurnover",
  "parentCustomer",
  "tags",
  "externalKeys",
] as const;

/** What tells how to reach a person, and what colleagues noted about them; a grant may mask these one by one. */
const CONTACT_FIELDS = ["officePhone", "mobile", "email", "memo"] as const;

/** The one list of resources and actions; union types, GraphQL names and the role editor derive from it. */
export const RESOURCES = {
  customer: {
    caption: { zh: "客户", en: "Customer" },
    actions: RECORD,
    fields: [...CUSTOMER_DETAIL_FIELDS, ...FINANCE_FIELDS],
  },
  contact: {
    caption: { zh: "联系人", en: "Contact" },
    actions: [...RECORD, "reveal", "erase"],
    fields: CONTACT_FIELDS,
  },
  opportunity: {
    caption: { zh: "销售机会", en: "Opportunity" },
    actions: [...RECORD, "assign", "reassign", "reopen", "plan", "close"],
  },
  product: { caption: { zh: "产品", en: "Product" }, actions: ["read", "import", "aggregate"] },
  dictionary: {
    caption: { zh: "数据字典", en: "Dictionary" },
    actions: ["read", "create", "update", "delete", "import"],
  },
  user: {
    caption: { zh: "用户", en: "User" },
    actions: ["read", "create", "update", "import"],
    fields: ["login", "email", "phone", "roles"],
  },
  department: {
    caption: { zh: "部门", en: "Department" },
    actions: ["read", "create", "update", "delete", "import"],
  },
  role: {
    caption: { zh: "角色", en: "Role" },
    actions: ["read", "create", "update", "delete", "assign"],
  },
  apiKey: {
    caption: { zh: "API 密钥", en: "API key" },
    actions: ["read", "create", "delete"],
  },
  audit: { caption: { zh: "审计日志", en: "Audit log" }, actions: ["read"] },
  breakGlass: { caption: { zh: "紧急访问", en: "Break-glass access" }, actions: ["run"] },
  etl: { caption: { zh: "数据装载", en: "Warehouse load" }, actions: ["read", "run"] },
  settings: { caption: { zh: "系统设置", en: "Settings" }, actions: ["read", "update"] },
} as const satisfies Record<string, ResourceDeclaration & { readonly actions: readonly Action[] }>;

export type Resource = keyof typeof RESOURCES;
export type ActionOf<R extends Resource> = (typeof RESOURCES)[R]["actions"][number];

/** `resource:action`, e.g. `opportunity:assign`. */
export type Permission = { [R in Resource]: `${R}:${ActionOf<R>}` }[Resource];

export const RESOURCE_NAMES = Object.keys(RESOURCES) as Resource[];

export const PERMISSIONS: readonly Permission[] = RESOURCE_NAMES.flatMap((resource) =>
  RESOURCES[resource].actions.map((action) => `${resource}:${action}` as Permission),
);

/** The protected fields of a resource; empty where rights are given on whole rows only. */
export const protectedFields = (resource: Resource): readonly string[] => {
  const declared: ResourceDeclaration = RESOURCES[resource];
  return declared.fields ?? [];
};
