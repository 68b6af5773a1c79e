import type { Permission } from "../../../gql/graphql.ts";
import { recordLink } from "../../../drill/record-link.ts";
import type { Viewer } from "../../../session/session.ts";

/** Records of the administration with a page of their own. */
const PAGES: Readonly<Record<string, { readonly path: string; readonly needs: Permission }>> = {
  user: { path: "/administration/users", needs: "USER_UPDATE" },
  role: { path: "/administration/roles", needs: "ROLE_READ" },
};

/** Where the record is, for whoever may open it. */
export function recordPage(kind: string, id: string | null, viewer: Viewer): string | undefined {
  if (id === null) return undefined;
  const page = PAGES[kind];
  if (!page) return recordLink(kind, id, viewer);
  return viewer.permissions.includes(page.needs) ? `${page.path}/${id}` : undefined;
}
