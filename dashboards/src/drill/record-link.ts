import type { Permission } from "../gql/graphql.ts";
import type { Viewer } from "../session/session.ts";

/** Kinds of records that have a page, and the right that opens it. */
const PAGES: Readonly<Record<string, { readonly path: string; readonly needs: Permission }>> = {
  opportunity: { path: "/opportunities", needs: "OPPORTUNITY_READ" },
  customer: { path: "/customers", needs: "CUSTOMER_READ" },
};

/** Where the record is, for whoever may open it. */
export function recordLink(type: string | null, id: unknown, viewer: Viewer): string | undefined {
  const page = PAGES[type ?? ""];
  if (!page || typeof id !== "string" || !viewer.permissions.includes(page.needs)) return undefined;
  return `${page.path}/${id}`;
}
