import { Field, ID, Int, ObjectType } from "type-graphql";
import type {
  CubeExplain,
  ResultSource,
  RollupDecision,
  RollupRejection,
} from "../../warehouse/query/cellset.ts";
import { JsonScalar } from "../server/scalars.ts";

@ObjectType("RollupRejection", { description: "A rollup that did not fit.", simpleResolvers: true })
export class RollupRejectionType implements RollupRejection {
  @Field(() => ID, { description: "The rollup." })
  rollup!: string;

  @Field(() => String, { description: "Why it did not fit." })
  reason!: string;

  @Field(() => ID, { nullable: true, description: "What it lacks." })
  member!: string | null;
}

@ObjectType("RollupDecision", { description: "Which rollup was used.", simpleResolvers: true })
export class RollupDecisionType implements RollupDecision {
  @Field(() => ID, { nullable: true, description: "The rollup; null where the base was read." })
  used!: string | null;

  @Field(() => [RollupRejectionType], { description: "Those that did not fit." })
  rejected!: readonly RollupRejectionType[];
}

@ObjectType("ResultSource", { description: "How an answer was worked out.", simpleResolvers: true })
export class ResultSourceType implements ResultSource {
  @Field(() => String, { description: "The engine." })
  engine!: string;

  @Field(() => RollupDecisionType, { description: "Which rollup was used." })
  rollup!: RollupDecisionType;

  @Field(() => Boolean, { description: "Whether the answer was at hand." })
  cacheHit!: boolean;

  @Field(() => Int, { description: "Milliseconds it took." })
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: "Facts read, where the engine tells." })
  rowsScanned!: number | null;
}

@ObjectType("CubeExplain", {
  description: "How a question would be answered.",
  simpleResolvers: true,
})
export class CubeExplainType implements CubeExplain {
  @Field(() => String, { description: "The statement." })
  sql!: string;

  @Field(() => JsonScalar, { description: "Its parameters." })
  params!: CubeExplain["params"];

  @Field(() => RollupDecisionType, { description: "Which rollup would be used." })
  rollup!: RollupDecisionType;

  @Field(() => JsonScalar, { description: "The formula of each figure." })
  formulas!: CubeExplain["formulas"];

  @Field(() => JsonScalar, { description: "The source fields of each figure." })
  lineage!: CubeExplain["lineage"];

  @Field(() => Int, { description: "Cells that the answer may have." })
  estimatedCells!: number;
}
