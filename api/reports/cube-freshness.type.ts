import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Freshness, SourceFreshness } from "../../warehouse/query/cellset.ts";
import { DateTimeScalar } from "../server/scalars.ts";
import { FreshnessState } from "./cube-result.enum.ts";

@ObjectType("SourceFreshness", { description: "How old one source is.", simpleResolvers: true })
export class SourceFreshnessType implements SourceFreshness {
  @Field(() => ID, { description: "Name of the source." })
  source!: string;

  @Field(() => DateTimeScalar, { description: "When it was loaded last." })
  loadedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "The newest change in the source." })
  sourceMaxTime!: string | null;

  @Field(() => FreshnessState, { description: "Whether that is new enough." })
  state!: SourceFreshness["state"];
}

@ObjectType("Freshness", { description: "How old the loaded data is.", simpleResolvers: true })
export class FreshnessType implements Freshness {
  @Field(() => DateTimeScalar, { description: "When the data was loaded." })
  loadedAt!: string;

  @Field(() => DateTimeScalar, { description: "The newest change that is in it." })
  sourceMaxTime!: string;

  @Field(() => Int, { description: "Seconds since the data was loaded." })
  lagSeconds!: number;

  @Field(() => FreshnessState, { description: "Whether that is new enough." })
  state!: Freshness["state"];

  @Field(() => ID, { description: "The run that loaded it." })
  runId!: string;

  @Field(() => [SourceFreshnessType], { description: "The same for each source." })
  sources!: readonly SourceFreshnessType[];
}
