import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Cellset, CubeAxes, CubeAxis, SlicerMember } from "../../warehouse/query/cellset.ts";
import { PageInfo } from "../lists/connection.type.ts";
import { JsonScalar } from "../server/scalars.ts";
import { LevelType } from "./cube-catalogue.type.ts";
import {
  CellMatrixType,
  CellType,
  CubeWarningType,
  ResultMeasureType,
  TruncationType,
} from "./cube-cells.type.ts";
import { ResultSourceType } from "./cube-explain.type.ts";
import { FreshnessType } from "./cube-freshness.type.ts";
import { PositionType } from "./cube-position.type.ts";

@ObjectType("SlicerMember", {
  description: "What the whole answer is cut to.",
  simpleResolvers: true,
})
export class SlicerMemberType implements SlicerMember {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => String, { description: "Caption of the members." })
  caption!: string;
}

@ObjectType("CubeAxis", { description: "One side of the table.", simpleResolvers: true })
export class CubeAxisType implements CubeAxis {
  @Field(() => [LevelType], { description: "The levels shown, from outer to inner." })
  levels!: readonly LevelType[];

  @Field(() => [PositionType], { description: "The positions in their order, totals included." })
  positions!: readonly PositionType[];

  @Field(() => Int, { description: "How many there are before limits and pages." })
  totalPositions!: number;
}

@ObjectType("CubeAxes", { description: "The sides of the table.", simpleResolvers: true })
export class CubeAxesType implements CubeAxes {
  @Field(() => CubeAxisType, { description: "Down the side." })
  rows!: CubeAxisType;

  @Field(() => CubeAxisType, { description: "Across the top." })
  columns!: CubeAxisType;

  @Field(() => [SlicerMemberType], { description: "What the whole answer is cut to." })
  slicer!: readonly SlicerMemberType[];
}

@ObjectType("CubeResult", { description: "The answer to a question.", simpleResolvers: true })
export class CubeResultType implements Omit<Cellset, "pageInfo"> {
  @Field(() => ID, { description: "Equal for equal questions." })
  queryHash!: string;

  @Field(() => JsonScalar, { description: "The question after defaults: what a report stores." })
  normalized!: Cellset["normalized"];

  @Field(() => CubeAxesType, { description: "The sides of the table." })
  axes!: CubeAxesType;

  @Field(() => [ResultMeasureType], { description: "The headers of the figures." })
  measures!: readonly ResultMeasureType[];

  @Field(() => [CellType], {
    description:
      "One per row, column, figure and way of showing it; those without a fact are left out.",
  })
  cells!: readonly CellType[];

  @Field(() => CellMatrixType, { nullable: true, description: "The same, dense." })
  grid!: CellMatrixType;

  @Field(() => FreshnessType, { description: "How old the data is." })
  freshness!: FreshnessType;

  @Field(() => ResultSourceType, { description: "Where and how it was worked out." })
  source!: ResultSourceType;

  @Field(() => TruncationType, { description: "What the limits have cut off." })
  truncated!: TruncationType;

  @Field(() => [CubeWarningType], { description: "What to know before trusting a figure." })
  warnings!: readonly CubeWarningType[];

  @Field(() => PageInfo, { description: "Whether there are more rows." })
  pageInfo!: PageInfo;
}
