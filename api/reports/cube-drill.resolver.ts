import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { CubeExplain } from "../../warehouse/query/cellset.ts";
import { drillThrough } from "../../warehouse/query/drill.ts";
import { explainCube } from "../../warehouse/query/explain.ts";
import { cubeMembers } from "../../warehouse/query/members.ts";
import { RequiresAny } from "../access/requires.ts";
import { callerOf, type RequestContext } from "../server/context.ts";
import { CUBE_PERMISSIONS } from "./cube-access.ts";
import { cubeContext } from "./cube-context.ts";
import {
  DrillThroughInput,
  FactRowConnectionType,
  MemberConnectionType,
  MemberSearchInput,
} from "./cube-drill.type.ts";
import { drillContext } from "./cube-drill.ts";
import { CubeExplainType } from "./cube-explain.type.ts";
import { pageInfoOf } from "./cube-page.ts";
import { CubeQueryInput, questionOf } from "./cube-query.input.ts";
import { inTurn } from "./cube-turnstile.ts";

const DEFAULT_FACTS = 100;

/** What lies around a question: the members to choose from, the facts behind a figure, how it is made. */
@Resolver()
export class CubeDrillResolver {
  @Query(() => MemberConnectionType, {
    description: "Members of a level that have facts which the caller may see; for pickers.",
  })
  @RequiresAny(CUBE_PERMISSIONS, "cube")
  cubeMembers(
    @Ctx() context: RequestContext,
    @Arg("input", () => MemberSearchInput, { description: "Which members." })
    input: MemberSearchInput,
  ): Promise<MemberConnectionType> {
    return inTurn(callerOf(context).id, async () => {
      const found = await cubeMembers(input, await cubeContext(context, input.cube));
      return { ...found, pageInfo: pageInfoOf(found.pageInfo, input.after) };
    });
  }

  @Query(() => FactRowConnectionType, {
    description:
      "The facts behind a cell, under the rights of this moment. FORBIDDEN for whoever may add up more than they may read.",
  })
  @RequiresAny(CUBE_PERMISSIONS, "drill")
  drillThrough(
    @Ctx() context: RequestContext,
    @Arg("input", () => DrillThroughInput, { description: "The cell." }) input: DrillThroughInput,
    @Arg("first", () => Int, { defaultValue: DEFAULT_FACTS, description: "How many facts." })
    first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "The cursor after which the page begins.",
    })
    after?: string,
  ): Promise<FactRowConnectionType> {
    return inTurn(callerOf(context).id, async () => {
      const facts = await drillThrough(input, { first, after }, await drillContext(context, input));
      return { ...facts, pageInfo: pageInfoOf(facts.pageInfo, after) };
    });
  }

  @Query(() => CubeExplainType, {
    description: "How a question would be answered; for whoever may ask it.",
  })
  @RequiresAny(CUBE_PERMISSIONS, "cube")
  explainCube(
    @Ctx() context: RequestContext,
    @Arg("input", () => CubeQueryInput, { description: "The question." }) input: CubeQueryInput,
  ): Promise<CubeExplain> {
    return inTurn(callerOf(context).id, async () =>
      explainCube(questionOf(input), await cubeContext(context, input.cube)),
    );
  }
}
