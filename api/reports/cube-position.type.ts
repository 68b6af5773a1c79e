import { Field, ID, Int, ObjectType } from "type-graphql";
import type {
  Drill,
  DrillTarget,
  Member,
  MemberProperty,
  Position,
} from "../../warehouse/query/cellset.ts";
import { DateScalar } from "../server/scalars.ts";
import { PositionKind } from "./cube-result.enum.ts";
import { MemberKeyScalar } from "./member-key.scalar.ts";

@ObjectType("MemberProperty", { description: "An attribute of a member.", simpleResolvers: true })
export class MemberPropertyType implements MemberProperty {
  @Field(() => ID, { description: "Its name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its value." })
  value!: string | null;

  @Field(() => String, { nullable: true, description: "Its value as people read it." })
  formatted!: string | null;
}

@ObjectType("Member", { description: "A member of a level.", simpleResolvers: true })
export class MemberType implements Member {
  @Field(() => MemberKeyScalar, { description: "Its key, stable across loads." })
  key!: string;

  @Field(() => String, { description: "Its caption." })
  caption!: string;

  @Field(() => ID, { description: "The level it belongs to." })
  level!: string;

  @Field(() => ID, { description: "The dimension it belongs to." })
  dimension!: string;

  @Field(() => [MemberKeyScalar], {
    description: "Keys from the outermost level shown down to it.",
  })
  path!: readonly string[];

  @Field(() => Boolean, { description: "Whether it stands for what is not known." })
  isUnknown!: boolean;

  @Field(() => Boolean, { description: "Whether facts came before the member itself." })
  isInferred!: boolean;

  @Field(() => [MemberPropertyType], { description: "Its attributes." })
  properties!: readonly MemberPropertyType[];

  @Field(() => DateScalar, { nullable: true, description: "The first day of a period." })
  start!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day of a period." })
  end!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the range or the present cuts the period; null for what is none.",
  })
  partial!: boolean | null;
}

@ObjectType("DrillTarget", { description: "A level to go to.", simpleResolvers: true })
export class DrillTargetType implements DrillTarget {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => ID, { nullable: true, description: "The hierarchy." })
  hierarchy!: string | null;

  @Field(() => ID, { description: "The level." })
  level!: string;

  @Field(() => String, { description: "Its caption." })
  title!: string;
}

@ObjectType("Drill", { description: "Where one can go from a position.", simpleResolvers: true })
export class DrillType implements Drill {
  @Field(() => [DrillTargetType], { description: "Finer levels." })
  down!: readonly DrillTargetType[];

  @Field(() => DrillTargetType, { nullable: true, description: "The coarser level." })
  up!: DrillTargetType | null;

  @Field(() => ID, { nullable: true, description: "Signed token for drillThrough." })
  through!: string | null;
}

@ObjectType("Position", { description: "A row or column of the table.", simpleResolvers: true })
export class PositionType implements Position {
  @Field(() => Int, { description: "Its number on the axis, from 0." })
  ordinal!: number;

  @Field(() => [MemberType], { description: "Its members, from outer to inner." })
  members!: readonly MemberType[];

  @Field(() => PositionKind, { description: "What it stands for." })
  kind!: Position["kind"];

  @Field(() => Int, { description: "How far in it stands." })
  depth!: number;

  @Field(() => Int, { nullable: true, description: "The position above it." })
  parentOrdinal!: number | null;

  @Field(() => Boolean, { description: "Whether something is below it." })
  hasChildren!: boolean;

  @Field(() => Boolean, { description: "Whether what is below it is shown." })
  expanded!: boolean;

  @Field(() => DrillType, { description: "Where one can go from here." })
  drill!: DrillType;
}
