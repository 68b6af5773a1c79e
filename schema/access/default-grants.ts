import type { FieldRight, ScopeName } from "../kernel/principal.ts";
import type { Text } from "../kernel/text.ts";
import {
  CUSTOMER_DETAIL_FIELDS,
  FINANCE_FIELDS,
  RESOURCES,
  type ActionOf,
  type Resource,
} from "./permissions.ts";

export interface DefaultGrant {
  readonly resource: Resource;
  readonly action: string;
  readonly scope: ScopeName;
  readonly fields?: Readonly<Record<string, FieldRight>>;
}

/** A role that every installation starts with. Administrators may change its grants or create more. */
export interface BuiltInRole {
  readonly code: string;
  readonly caption: Text;
  readonly grants: readonly DefaultGrant[];
}

const grant = <R extends Resource>(
  resource: R,
  scope: ScopeName,
  actions: readonly ActionOf<R>[],
  fields?: Readonly<Record<string, FieldRight>>,
): DefaultGrant[] =>
  actions.map((action) => ({ resource, action, scope, ...(fields ? { fields } : {}) }));

const everything = <R extends Resource>(resource: R): DefaultGrant[] =>
  grant(resource, "ALL", RESOURCES[resource].actions as readonly ActionOf<R>[]);

const rights = (fields: readonly string[], right: FieldRight): Record<string, FieldRight> =>
  Object.fromEntries(fields.map((field) => [field, right]));

const financeRead = rights(FINANCE_FIELDS, "read");
const financeWrite = rights(FINANCE_FIELDS, "write");
const financeMasked = rights(FINANCE_FIELDS, "masked");
const basicFieldsOnly = rights([...CUSTOMER_DETAIL_FIELDS, ...FINANCE_FIELDS], "hidden");
const directoryOnly = rights(RESOURCES.user.fields, "hidden");

/** What everybody on the staff may look up. */
const DIRECTORY = [
  ...grant("user", "ALL", ["read"], directoryOnly),
  ...grant("department", "ALL", ["read"]),
  ...grant("dictionary", "ALL", ["read"]),
  ...grant("product", "ALL", ["read"]),
];

/** Holds every administrative right; somebody active always has it. */
export const ADMINISTRATOR = "SYSTEM_ADMIN";

/** The table of default grants, a role a block. */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  {
    code: ADMINISTRATOR,
    caption: { zh: "系统管理员", en: "System administrator" },
    grants: [
      ...everything("user"),
      ...everything("department"),
      ...everything("role"),
      ...everything("apiKey"),
      ...everything("dictionary"),
      ...everything("audit"),
      ...everything("breakGlass"),
      ...everything("etl"),
      ...everything("settings"),
    ],
  },
  {
    code: "SALES_SUPERVISOR",
    caption: { zh: "销售主管", en: "Sales supervisor" },
    grants: [
      ...DIRECTORY,
      ...grant("opportunity", "DEPARTMENT_TREE", [
        "read",
        "create",
        "update",
        "assign",
        "reassign",
        "reopen",
        "plan",
        "import",
        "export",
        "aggregate",
      ]),
      ...grant("opportunity", "OWN", ["delete"]),
      ...grant("customer", "DEPARTMENT_TREE", ["read"], financeRead),
      ...grant(
        "customer",
        "DEPARTMENT_TREE",
        ["create", "update", "delete", "import", "export", "aggregate"],
        financeRead,
      ),
      ...grant("contact", "DEPARTMENT_TREE", [
        "read",
        "create",
        "update",
        "delete",
        "import",
        "export",
        "aggregate",
        "reveal",
        "erase",
      ]),
      ...grant("product", "ALL", ["aggregate"]),
    ],
  },
  {
    code: "ACCOUNT_MANAGER",
    caption: { zh: "客户经理", en: "Account manager" },
    grants: [
      ...DIRECTORY,
      ...grant("opportunity", "OWN", [
        "read",
        "create",
        "update",
        "delete",
        "plan",
        "close",
        "aggregate",
      ]),
      ...grant("customer", "OWN", ["read", "create", "update", "aggregate"], financeWrite),
      ...grant("contact", "OWN", ["read", "create", "update", "aggregate", "reveal"]),
      ...grant("product", "ALL", ["aggregate"]),
    ],
  },
  {
    code: "SERVICE_AGENT",
    caption: { zh: "客服专员", en: "Service agent" },
    grants: [
      ...DIRECTORY,
      ...grant("customer", "ALL", ["read"], basicFieldsOnly),
      ...grant("contact", "ALL", ["read"], { memo: "hidden" }),
    ],
  },
  {
    code: "EXECUTIVE",
    caption: { zh: "高管", en: "Executive" },
    grants: [
      ...DIRECTORY,
      ...grant("opportunity", "ALL", ["aggregate"]),
      ...grant("customer", "ALL", ["read", "aggregate"], financeMasked),
      ...grant("contact", "ALL", ["read", "aggregate"]),
      ...grant("product", "ALL", ["aggregate"]),
    ],
  },
];
