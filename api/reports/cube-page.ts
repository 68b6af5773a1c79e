import type { PageInfo as CubePage } from "../../warehouse/query/cellset.ts";
import type { PageInfo } from "../lists/connection.type.ts";

/** The page of a cube in the shape that all lists have; cubes are paged forwards only. */
export const pageInfoOf = (page: CubePage, after: string | null | undefined): PageInfo => ({
  ...page,
  hasPreviousPage: after !== null && after !== undefined,
  startCursor: null,
});
