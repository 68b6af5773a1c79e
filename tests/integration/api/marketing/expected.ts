import type { Login } from "../../../support/sales-company.ts";
import type { CommandName, Status } from "./support.ts";

/** The table of moves as the company decided it, written down anew: the code must not be its own witness. */
const LEGAL: Readonly<
  Record<CommandName, readonly [from: readonly Status[], to: Status | "same" | "gone"]>
> = {
  updateOpportunity: [["UNASSIGNED", "ASSIGNED", "DEVELOPING"], "same"],
  assignOpportunity: [["UNASSIGNED"], "ASSIGNED"],
  reassignOpportunity: [["ASSIGNED", "DEVELOPING"], "ASSIGNED"],
  reopenOpportunity: [["LOST"], "ASSIGNED"],
  winOpportunity: [["DEVELOPING"], "WON"],
  loseOpportunity: [["ASSIGNED", "DEVELOPING"], "LOST"],
  deleteOpportunity: [["UNASSIGNED"], "gone"],
  addPlanItem: [["ASSIGNED", "DEVELOPING"], "DEVELOPING"],
  updatePlanItem: [["ASSIGNED", "DEVELOPING"], "same"],
  recordPlanResult: [["ASSIGNED", "DEVELOPING"], "same"],
  deletePlanItem: [["ASSIGNED", "DEVELOPING"], "same"],
};

const SUPERVISORS: readonly Login[] = ["boss", "eva", "wanda"];
const MANAGERS: readonly Login[] = ["ann", "bob", "hal", "wes"];
/** Whose department tree holds the owner's department, for owners in the east. */
const OVER_THE_EAST: readonly Login[] = ["boss", "eva"];

const BY_SUPERVISORS: readonly CommandName[] = [
  "assignOpportunity",
  "reassignOpportunity",
  "reopenOpportunity",
];
const BY_ASSIGNEE: readonly CommandName[] = ["winOpportunity", "loseOpportunity"];

/** What the rules say of the opportunity; creator and assignee belong to the east. */
export interface Situation {
  readonly status: Status;
  readonly creator: Login;
  readonly assignee: Login | undefined;
}
export type Verdict =
  | { readonly code: "FORBIDDEN" | "NOT_FOUND" | "INVALID_TRANSITION" }
  | { readonly to: Status | "gone" };

export function verdictOn(
  command: CommandName,
  login: Login,
  { status, creator, assignee }: Situation,
): Verdict {
  if (!holdsPermission(command, login)) return { code: "FORBIDDEN" };
  const owner = assignee ?? creator;
  const sees = OVER_THE_EAST.includes(login) || login === owner;
  if (!sees) return { code: "NOT_FOUND" };
  if (command === "deleteOpportunity" && (login !== owner || login !== creator)) {
    return { code: "FORBIDDEN" };
  }
  if ([...BY_ASSIGNEE, "recordPlanResult"].includes(command) && login !== assignee) {
    return { code: "FORBIDDEN" };
  }
  const [from, to] = LEGAL[command];
  if (!from.includes(status)) return { code: "INVALID_TRANSITION" };
  return { to: to === "same" ? status : to };
}

function holdsPermission(command: CommandName, login: Login): boolean {
  if (SUPERVISORS.includes(login)) return !BY_ASSIGNEE.includes(command);
  return MANAGERS.includes(login) && !BY_SUPERVISORS.includes(command);
}
