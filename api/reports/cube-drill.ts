import { forbidden } from "../../schema/kernel/errors.ts";
import { covers } from "../../schema/kernel/scope.ts";
import type { CubeContext } from "../../warehouse/query/context.ts";
import { readTokens } from "../../warehouse/query/drill-token.ts";
import type { DrillThrough } from "../../warehouse/query/question.ts";
import type { RequestContext } from "../server/context.ts";
import { resourceOf } from "./cube-access.ts";
import { cubeContext } from "./cube-context.ts";

/**
 * What showing the facts of a cell needs. Errors: FORBIDDEN with the reason where the caller's figures go
 * further than the records they may read.
 */
export async function drillContext(
  context: RequestContext,
  { row, column }: DrillThrough,
): Promise<CubeContext> {
  const { tokenKey } = await cubeContext(context);
  const cube = readTokens(row, column, tokenKey)?.slice.cube;
  const resource = cube === undefined ? undefined : resourceOf(cube);
  if (resource && !covers(context.scope(resource), context.scope(resource, "aggregate"))) {
    throw forbidden({
      zh: "您可以统计的范围大于可以查看的记录，因此不能查看明细",
      en: "Your figures go further than the records you may read, so their details are closed",
    });
  }
  return cubeContext(context, cube);
}
