import type { Permission } from "../gql/graphql.ts";
import type { Texts } from "../i18n/texts.ts";
import type { IconName } from "../parts/icon.tsx";
import type { Viewer } from "../session/session.ts";
import { lazy, type LazyPage } from "./lazy-page.tsx";

/** One entry of the navigation and its pages. To add a page, add an entry here. */
export interface PageEntry {
  readonly path: string;
  readonly area: keyof Texts["areas"];
  readonly name: keyof Texts["pages"];
  readonly icon: IconName;
  /** The right that opens the page; the server guards its data whatever is shown here. */
  readonly needs: Permission;
  readonly page: LazyPage;
  /** A single record, at `<path>/<id>`. */
  readonly record?: LazyPage;
}

export const PAGES: readonly PageEntry[] = [
  {
    path: "/management/sales",
    area: "management",
    name: "sales",
    icon: "chart",
    needs: "OPPORTUNITY_AGGREGATE",
    page: lazy(() => import("../pages/management/sales/sales.page.tsx")),
  },
  {
    path: "/analysis/pivot",
    area: "analysis",
    name: "pivot",
    icon: "pivot",
    needs: "OPPORTUNITY_AGGREGATE",
    page: lazy(() => import("../pages/analysis/pivot/pivot.page.tsx")),
  },
  {
    path: "/opportunities",
    area: "workspace",
    name: "opportunities",
    icon: "opportunities",
    needs: "OPPORTUNITY_READ",
    page: lazy(() => import("../pages/workspace/opportunities/opportunities.page.tsx")),
    record: lazy(() => import("../pages/workspace/opportunities/opportunity.page.tsx")),
  },
  {
    path: "/customers",
    area: "workspace",
    name: "customers",
    icon: "customers",
    needs: "CUSTOMER_READ",
    page: lazy(() => import("../pages/workspace/customers/customers.page.tsx")),
    record: lazy(() => import("../pages/workspace/customers/customer.page.tsx")),
  },
  {
    path: "/administration/users",
    area: "administration",
    name: "users",
    icon: "person",
    needs: "USER_UPDATE",
    page: lazy(() => import("../pages/administration/users/users.page.tsx")),
    record: lazy(() => import("../pages/administration/users/user.page.tsx")),
  },
  {
    path: "/administration/roles",
    area: "administration",
    name: "roles",
    icon: "key",
    needs: "ROLE_READ",
    page: lazy(() => import("../pages/administration/roles/roles.page.tsx")),
    record: lazy(() => import("../pages/administration/roles/role.page.tsx")),
  },
  {
    path: "/administration/departments",
    area: "administration",
    name: "departments",
    icon: "tree",
    needs: "DEPARTMENT_UPDATE",
    page: lazy(() => import("../pages/administration/departments/departments.page.tsx")),
  },
  {
    path: "/administration/api-keys",
    area: "administration",
    name: "apiKeys",
    icon: "plug",
    needs: "APIKEY_READ",
    page: lazy(() => import("../pages/administration/api-keys/api-keys.page.tsx")),
  },
  {
    path: "/administration/audit",
    area: "administration",
    name: "audit",
    icon: "clock",
    needs: "AUDIT_READ",
    page: lazy(() => import("../pages/administration/audit/audit.page.tsx")),
  },
];

/** Fetches the code of the page at an address; what goes wrong is told when the page is drawn. */
export async function fetchPage(address: string): Promise<void> {
  const entry = PAGES.find(({ path }) => address === path || address.startsWith(`${path}/`));
  const page = address === entry?.path ? entry.page : entry?.record;
  await page?.fetch().catch(() => undefined);
}

export function mayOpen(viewer: Viewer, entry: PageEntry): boolean {
  return viewer.permissions.includes(entry.needs);
}

export function pagesFor(viewer: Viewer): readonly PageEntry[] {
  return PAGES.filter((entry) => mayOpen(viewer, entry));
}
