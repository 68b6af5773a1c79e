import type { ViewCodec } from "../../../lib/use-view-state.ts";

export interface DepartmentsView {
  /** The department that is looked at. */
  readonly chosen: string | undefined;
  /** Departments whose lower ones are folded away. */
  readonly folded: readonly string[];
}

export const DEPARTMENTS_VIEW: ViewCodec<DepartmentsView> = {
  read: (params) => ({
    chosen: params.get("department") ?? undefined,
    folded: (params.get("folded") ?? "").split(",").filter(Boolean),
  }),
  write: ({ chosen, folded }) => ({ department: chosen, folded: folded.join(",") }),
};
