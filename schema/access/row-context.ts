import { AsyncLocalStorage } from "node:async_hooks";
import { ALL, type Scope } from "../kernel/scope.ts";

/**
 * What PostgreSQL has to know about the caller to admit rows: the compiled form of the access
 * policy.
 */
export interface RowContext {
  /** Empty for the product itself. */
  readonly userId: string;
  /**
   * Rows the caller may read, by resource; a missing resource admits nothing, `*` stands for all
   * resources.
   */
  readonly scopes: Readonly<Record<string, Scope>>;
}

/** The product itself (commands and jobs): every row. */
export const SYSTEM_ROWS: RowContext = { userId: "", scopes: { "*": ALL } };

const current = new AsyncLocalStorage<RowContext>();

/** Runs `work` as the given caller: each connection it takes sees that caller's rows only. */
export const withRowContext = <T>(context: RowContext, work: () => T): T =>
  current.run(context, work);

/** A scope as `crm.visible_owners` reads it. */
type ScopeSetting =
  | "all"
  | { readonly own?: true; readonly departments?: string[]; readonly trees?: string[] };

function scopeSetting(scope: Scope): ScopeSetting | undefined {
  if (scope.kind === "none") return undefined;
  if (scope.kind === "all") return "all";
  const own = scope.of.some((leaf) => leaf.kind === "owner");
  const departments: string[] = [];
  const trees: string[] = [];
  for (const leaf of scope.of) {
    if (leaf.kind === "department") (leaf.subtree ? trees : departments).push(leaf.departmentId);
  }
  return { ...(own ? { own } : {}), departments, trees };
}

/** The settings of a context, as the parameters of SET_ROW_CONTEXT. */
interface RowSettings {
  readonly principal: string;
  readonly scopes: string;
}

const NOBODY: RowSettings = { principal: "", scopes: "{}" };
const compiled = new WeakMap<RowContext, RowSettings>();

/** The settings for the caller of this async context; without one nothing is admitted. */
export function currentRowSettings(): RowSettings {
  const context = current.getStore();
  if (!context) return NOBODY;
  const known = compiled.get(context);
  if (known) return known;
  const scopes = Object.entries(context.scopes).flatMap(([resource, scope]) => {
    const setting = scopeSetting(scope);
    return setting === undefined ? [] : [[resource, setting] as const];
  });
  const settings = {
    principal: context.userId,
    scopes: JSON.stringify(Object.fromEntries(scopes)),
  };
  compiled.set(context, settings);
  return settings;
}

/** Sets both for the session; the connection keeps them until it serves somebody else. */
export const SET_ROW_CONTEXT =
  "select set_config('crm.principal', $1, false), set_config('crm.scopes', $2, false)";
