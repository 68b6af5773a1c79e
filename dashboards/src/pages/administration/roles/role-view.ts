import type { ViewCodec } from "../../../lib/use-view-state.ts";

export interface RoleView {
  /** Names of resources whose field rights are open. */
  readonly open: readonly string[];
}

export const ROLE_VIEW: ViewCodec<RoleView> = {
  read: (params) => ({ open: (params.get("fields") ?? "").split(",").filter(Boolean) }),
  write: ({ open }) => ({ fields: open.join(",") }),
};
