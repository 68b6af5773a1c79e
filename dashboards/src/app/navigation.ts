import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { Permission } from "../gql/graphql.ts";
import type { IconName } from "../parts/icon.tsx";
import type { Viewer } from "../session/session.ts";

/** One entry of the navigation and its page. To add a page, add a line here. */
export interface PageEntry {
  readonly path: string;
  readonly area: "management" | "analysis" | "workspace";
  /** Also the key of its name: `pages.<name>`. */
  readonly name: "sales";
  readonly icon: IconName;
  /** The right that opens the page; the server guards its data whatever is shown here. */
  readonly needs: Permission;
  readonly page: LazyExoticComponent<ComponentType>;
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
];

export function mayOpen(viewer: Viewer, entry: PageEntry): boolean {
  return viewer.permissions.includes(entry.needs);
}

export function pagesFor(viewer: Viewer): readonly PageEntry[] {
  return PAGES.filter((entry) => mayOpen(viewer, entry));
}
