import { Field, ID, Int, ObjectType } from "type-graphql";
import type {
  Cube,
  Dimension,
  Hierarchy,
  Level,
  Measure,
  NumberFormat,
} from "../../warehouse/query/cellset.ts";
import { FreshnessType } from "./cube-freshness.type.ts";
import { Additivity, Aggregation, DimensionKind } from "./cube-result.enum.ts";

@ObjectType("NumberFormat", { description: "How a number is written.", simpleResolvers: true })
export class NumberFormatType implements NumberFormat {
  @Field(() => String, { description: "Name of the pattern, e.g. money or percent." })
  pattern!: string;

  @Field(() => Int, { nullable: true, description: "Digits after the point." })
  decimals!: number | null;

  @Field(() => String, { nullable: true, description: "The unit written behind it." })
  unit!: string | null;

  @Field(() => Boolean, { description: "Whether a fraction is written as a percentage." })
  percent!: boolean;
}

@ObjectType("CurrencyPolicy", {
  description: "How amounts of a measure are converted.",
  simpleResolvers: true,
})
export class CurrencyPolicyType {
  @Field(() => String, { description: "Which day's rate is taken." })
  rate!: string;

  @Field(() => String, { description: "In which currency amounts are stored." })
  stored!: string;
}

@ObjectType("Measure", { description: "A figure that can be asked for.", simpleResolvers: true })
export class MeasureType implements Measure {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => String, { nullable: true, description: "What it means." })
  description!: string | null;

  @Field(() => String, { nullable: true, description: "How it is worked out, for people." })
  formula!: string | null;

  @Field(() => Aggregation, { description: "How it is made of facts." })
  aggregation!: Measure["aggregation"];

  @Field(() => Additivity, { description: "Whether parts may be added up." })
  additivity!: Measure["additivity"];

  @Field(() => [ID], { description: "Dimensions over which it does not add up." })
  nonAdditiveOver!: readonly string[];

  @Field(() => String, { nullable: true, description: "Unit, e.g. days." })
  unit!: string | null;

  @Field(() => CurrencyPolicyType, { nullable: true, description: "For amounts of money." })
  currency!: CurrencyPolicyType | null;

  @Field(() => NumberFormatType, { description: "How it is written." })
  format!: NumberFormatType;

  @Field(() => Boolean, { nullable: true, description: "Whether more is better." })
  higherIsBetter!: boolean | null;

  @Field(() => [ID], { description: "Dimensions for which it has a meaning." })
  compatibleDimensions!: readonly string[];
}

@ObjectType("Level", { description: "A level of a hierarchy.", simpleResolvers: true })
export class LevelType implements Level {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => Int, { description: "Levels above it." })
  depth!: number;

  @Field(() => ID, { nullable: true, description: "What its members are ordered by." })
  orderBy!: string | null;
}

@ObjectType("Hierarchy", {
  description: "Levels of a dimension, from coarse to fine.",
  simpleResolvers: true,
})
export class HierarchyType implements Hierarchy {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => [LevelType], { description: "From coarse to fine." })
  levels!: readonly LevelType[];

  @Field(() => Boolean, { description: "Whether it is taken where none is named." })
  isDefault!: boolean;
}

@ObjectType("Dimension", {
  description: "What figures can be told apart by.",
  simpleResolvers: true,
})
export class DimensionType implements Dimension {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => DimensionKind, { description: "What it is like." })
  kind!: Dimension["kind"];

  @Field(() => [HierarchyType], { description: "The ways to climb and descend." })
  hierarchies!: readonly HierarchyType[];

  @Field(() => Int, { nullable: true, description: "2 where earlier states are kept." })
  scd!: number | null;

  @Field(() => Int, { nullable: true, description: "About how many members there are." })
  cardinality!: number | null;
}

@ObjectType("NamedSet", { description: "Members under one name.", simpleResolvers: true })
export class NamedSetType {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;
}

@ObjectType("Segment", { description: "A condition under one name.", simpleResolvers: true })
export class SegmentType {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => String, { nullable: true, description: "What it means." })
  description!: string | null;
}

@ObjectType("Unavailable", { description: "What cannot be asked now.", simpleResolvers: true })
export class UnavailableType {
  @Field(() => ID, { description: "Name of the measure or dimension." })
  name!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType("Cube", {
  description: "A subject that questions are asked of.",
  simpleResolvers: true,
})
export class CubeType implements Cube {
  @Field(() => ID, { description: "Name in questions." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => String, { nullable: true, description: "What it is about." })
  description!: string | null;

  @Field(() => [MeasureType], { description: "Its figures." })
  measures!: readonly MeasureType[];

  @Field(() => [DimensionType], { description: "What they can be told apart by." })
  dimensions!: readonly DimensionType[];

  @Field(() => [NamedSetType], { description: "Its named sets of members." })
  namedSets!: readonly NamedSetType[];

  @Field(() => [SegmentType], { description: "Its named conditions." })
  segments!: readonly SegmentType[];

  @Field(() => FreshnessType, { description: "How old its data is." })
  freshness!: FreshnessType;

  @Field(() => String, { description: "What one fact stands for." })
  grain!: string;

  @Field(() => String, { description: "What a fact is called." })
  factRowLabel!: string;

  @Field(() => [UnavailableType], { description: "What cannot be asked now, and why." })
  unavailable!: readonly UnavailableType[];
}
