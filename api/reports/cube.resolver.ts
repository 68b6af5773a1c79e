import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Cellset } from "../../warehouse/query/cellset.ts";
import type { CubeQuestion } from "../../warehouse/query/question.ts";
import { askCube } from "../../warehouse/query/run.ts";
import { RequiresAny } from "../access/requires.ts";
import type { PageInfo } from "../lists/connection.type.ts";
import { callerOf, type RequestContext } from "../server/context.ts";
import { CUBE_PERMISSIONS } from "./cube-access.ts";
import { cubeContext } from "./cube-context.ts";
import { pageInfoOf } from "./cube-page.ts";
import { CubeQueryInput, questionOf } from "./cube-query.input.ts";
import { CubeResultType } from "./cube-result.type.ts";
import { inTurn } from "./cube-turnstile.ts";

/** Questions to cubes. */
@Resolver(() => CubeResultType)
export class CubeResolver {
  @Query(() => CubeResultType, {
    description:
      "Answers a question under the caller's rights of this moment. All faults of a question come at once, with the nearest valid names.",
  })
  @RequiresAny(CUBE_PERMISSIONS, "cube")
  async cubeQuery(
    @Ctx() context: RequestContext,
    @Arg("input", () => CubeQueryInput, { description: "The question." }) input: CubeQueryInput,
  ): Promise<Cellset> {
    return inTurn(callerOf(context).id, async () =>
      askCube(questionOf(input), await cubeContext(context, input.cube)),
    );
  }

  @FieldResolver()
  pageInfo(@Root() { pageInfo, normalized }: Cellset): PageInfo {
    const { limits } = normalized as { limits?: CubeQuestion["limits"] };
    return pageInfoOf(pageInfo, limits?.rowPage?.after);
  }
}
