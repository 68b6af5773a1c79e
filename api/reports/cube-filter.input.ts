import { Field, ID, InputType } from "type-graphql";
import type {
  FilterGroup,
  MeasureFilter,
  MemberTest,
  RangeInput,
} from "../../warehouse/query/question.ts";
import { DecimalScalar } from "../server/scalars.ts";
import { LevelRefInput } from "./cube-axis.input.ts";
import { MemberOp } from "./cube-question.enum.ts";
import { MemberKeyScalar } from "./member-key.scalar.ts";

@InputType("RangeInput", { description: "From one value to another." })
export class RangeInputType implements RangeInput {
  @Field(() => String, { nullable: true, description: "The lower end; open where left out." })
  from?: string | null;

  @Field(() => String, { nullable: true, description: "The upper end; open where left out." })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether the lower end belongs to it.",
  })
  includeFrom?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether the upper end belongs to it.",
  })
  includeTo?: boolean | null;
}

@InputType("MemberTest", { description: "A condition on the members of a dimension." })
export class MemberTestInput implements MemberTest {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => ID, { nullable: true, description: "The hierarchy; else the one with the level." })
  hierarchy?: string | null;

  @Field(() => ID, { nullable: true, description: "The level; else the finest one." })
  level?: string | null;

  @Field(() => MemberOp, { description: "How to compare." })
  op!: MemberTest["op"];

  @Field(() => [MemberKeyScalar], { nullable: true, description: "Keys to compare with." })
  members?: string[] | null;

  @Field(() => String, { nullable: true, description: "Text to compare captions with." })
  text?: string | null;

  @Field(() => RangeInputType, { nullable: true, description: "Range for BETWEEN." })
  range?: RangeInputType | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether a member of a tree stands for all below it.",
  })
  includeDescendants?: boolean | null;
}

@InputType("FilterGroup", { description: "Conditions on facts; all that are given must hold." })
export class FilterGroupInput implements FilterGroup {
  @Field(() => [FilterGroupInput], { nullable: true, description: "All of these hold." })
  and?: FilterGroupInput[] | null;

  @Field(() => [FilterGroupInput], { nullable: true, description: "At least one holds." })
  or?: FilterGroupInput[] | null;

  @Field(() => FilterGroupInput, { nullable: true, description: "This does not hold." })
  not?: FilterGroupInput | null;

  @Field(() => MemberTestInput, { nullable: true, description: "This condition holds." })
  test?: MemberTestInput | null;
}

@InputType("MeasureFilter", { description: "A condition on a figure, after it is made." })
export class MeasureFilterInput implements MeasureFilter {
  @Field(() => ID, { description: "The measure." })
  measure!: string;

  @Field(() => MemberOp, { description: "How to compare." })
  op!: MeasureFilter["op"];

  @Field(() => DecimalScalar, { nullable: true, description: "Value to compare with." })
  value?: string | null;

  @Field(() => [DecimalScalar], { nullable: true, description: "Values, for IN and BETWEEN." })
  values?: string[] | null;

  @Field(() => LevelRefInput, { nullable: true, description: "The level it is tested at." })
  level?: LevelRefInput | null;
}
