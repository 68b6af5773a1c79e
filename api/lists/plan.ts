import type { RawBuilder } from "kysely";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { ListDefinition } from "./define-list.ts";
import type { ListArgs } from "./list-args.ts";
import type { Selection } from "./selection.ts";

/** A nested answer that must still be made into a connection after the rows have come. */
export interface NestedPage {
  readonly key: string;
  readonly page: PagePlan;
}

/** The SQL of a row, and what is to be done with nested parts once it is there. */
export interface RowPlan {
  readonly columns: RawBuilder<unknown>;
  readonly pages: readonly NestedPage[];
  readonly below: readonly { readonly key: string; readonly plan: RowPlan }[];
}

/** One page of a list: an SQL value `{rows, total}` and how a connection is made of it. */
export interface PagePlan {
  readonly value: RawBuilder<unknown>;
  readonly row: RowPlan;
  readonly first: number;
  readonly binding: string;
  /** Whether each row is to have its cursor, not only the first and the last. */
  readonly edgeCursors: boolean;
  /** Whether the page begins after a cursor. */
  readonly continued: boolean;
}

export type PlanPage = (
  list: ListDefinition,
  reader: Reader,
  args: ListArgs,
  selection: Selection,
  within?: (alias: string) => RawBuilder<boolean>,
) => PagePlan;

/** Who reads, with a source of table aliases for one statement. */
export interface Reader {
  readonly principal: Principal;
  alias(): string;
  /** Pages hold rows and rows hold pages: rows reach the planner of pages through their reader. */
  readonly planPage: PlanPage;
}
