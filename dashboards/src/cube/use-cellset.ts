import type { UseQueryResult } from "@tanstack/react-query";
import { CellsetDocument, type CubeQueryInput } from "../gql/graphql.ts";
import type { Problem } from "../lib/problem.ts";
import { useAnswer, type Asking } from "../lib/use-answer.ts";
import { cellsetOf, type Cellset } from "./cellset.ts";

/** Asks the cube. The same question on two cards is one request. */
export function useCellset(
  input: CubeQueryInput,
  asking: Pick<Asking<unknown, unknown>, "enabled"> = {},
): UseQueryResult<Cellset, Problem> {
  return useAnswer(CellsetDocument, { input }, { ...asking, select: cellsetOf });
}
