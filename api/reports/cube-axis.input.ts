import { Field, ID, InputType, Int } from "type-graphql";
import type {
  AxisItem,
  AxisOptions,
  AxisSpec,
  HierarchyExpand,
  LevelRef,
  MeasureSort,
  MemberPath,
  MemberRef,
  MemberSort,
  SortInput,
  TopN,
} from "../../warehouse/query/question.ts";
import { OthersMode, SortDir, TieMode, TopScope } from "./cube-question.enum.ts";
import { MemberKeyScalar } from "./member-key.scalar.ts";

@InputType("LevelRef", { description: "A level of a dimension." })
export class LevelRefInput implements LevelRef {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => ID, { nullable: true, description: "The hierarchy; else the one with the level." })
  hierarchy?: string | null;

  @Field(() => ID, { description: "The level." })
  level!: string;
}

@InputType("MemberPath", { description: "A member by the keys from the outermost level down." })
export class MemberPathInput implements MemberPath {
  @Field(() => [MemberKeyScalar], { description: "Keys from the outermost level down." })
  keys!: string[];
}

@InputType("HierarchyExpand", { description: "A hierarchy with some members opened." })
export class HierarchyExpandInput implements HierarchyExpand {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => ID, { nullable: true, description: "The hierarchy; else the default one." })
  hierarchy?: string | null;

  @Field(() => ID, { nullable: true, description: "The outermost level; else the first." })
  fromLevel?: string | null;

  @Field(() => ID, { nullable: true, description: "The innermost level; else the next one." })
  toLevel?: string | null;

  @Field(() => [MemberPathInput], { nullable: true, description: "The members that are opened." })
  expanded?: MemberPathInput[] | null;
}

@InputType("AxisItem", { description: "What stands on an axis; exactly one field is given." })
export class AxisItemInput implements AxisItem {
  @Field(() => LevelRefInput, { nullable: true, description: "All members of a level." })
  level?: LevelRefInput | null;

  @Field(() => HierarchyExpandInput, {
    nullable: true,
    description: "A hierarchy, opened in part.",
  })
  hierarchy?: HierarchyExpandInput | null;

  @Field(() => ID, { nullable: true, description: "A named set." })
  set?: string | null;
}

@InputType("MemberRef", { description: "One member of a level." })
export class MemberRefInput implements MemberRef {
  @Field(() => ID, { description: "The dimension." })
  dimension!: string;

  @Field(() => ID, { nullable: true, description: "The hierarchy; else the one with the level." })
  hierarchy?: string | null;

  @Field(() => ID, { description: "The level." })
  level!: string;

  @Field(() => MemberKeyScalar, { description: "The member." })
  key!: string;
}

@InputType("TopN", { description: "Only the first n by a measure." })
export class TopNInput implements TopN {
  @Field(() => Int, { description: "How many." })
  n!: number;

  @Field(() => ID, { description: "By which measure." })
  by!: string;

  @Field(() => SortDir, { nullable: true, defaultValue: SortDir.DESC, description: "Which way." })
  order?: TopN["order"];

  @Field(() => TopScope, {
    nullable: true,
    defaultValue: TopScope.PARENT,
    description: "Among which positions.",
  })
  per?: TopN["per"];

  @Field(() => OthersMode, {
    nullable: true,
    defaultValue: OthersMode.SHOW,
    description: "What becomes of the rest.",
  })
  others?: TopN["others"];

  @Field(() => TieMode, {
    nullable: true,
    defaultValue: TieMode.INCLUDE,
    description: "What becomes of equals at the border.",
  })
  ties?: TopN["ties"];
}

@InputType("MeasureSort", { description: "An order by a measure." })
export class MeasureSortInput implements MeasureSort {
  @Field(() => ID, { description: "The measure." })
  measure!: string;

  @Field(() => SortDir, { defaultValue: SortDir.DESC, description: "Which way." })
  dir!: NonNullable<MeasureSort["dir"]>;

  @Field(() => [MemberRefInput], {
    nullable: true,
    description: "The column (or row) whose values count; else the total.",
  })
  at?: MemberRefInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether members leave the position above them.",
  })
  acrossParents?: boolean | null;
}

@InputType("MemberSort", { description: "An order by the members themselves." })
export class MemberSortInput implements MemberSort {
  @Field(() => ID, { nullable: true, description: "A property; else the level's own order." })
  property?: string | null;

  @Field(() => SortDir, { defaultValue: SortDir.ASC, description: "Which way." })
  dir!: NonNullable<MemberSort["dir"]>;
}

@InputType("SortInput", { description: "An order of positions; exactly one field is given." })
export class SortInputType implements SortInput {
  @Field(() => MeasureSortInput, { nullable: true, description: "By a measure." })
  byMeasure?: MeasureSortInput | null;

  @Field(() => MemberSortInput, { nullable: true, description: "By the members." })
  byMember?: MemberSortInput | null;
}

@InputType("AxisOptions", { description: "How an item of an axis is shown." })
export class AxisOptionsInput implements AxisOptions {
  @Field(() => TopNInput, { nullable: true, description: "Only the first n." })
  topN?: TopNInput | null;

  @Field(() => SortInputType, { nullable: true, description: "The order." })
  sort?: SortInputType | null;

  @Field(() => Boolean, { nullable: true, description: "Whether members without facts are shown." })
  showEmpty?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it has subtotals." })
  totals?: boolean | null;
}

@InputType("AxisSpec", { description: "An item of an axis and how it is shown." })
export class AxisSpecInput implements AxisSpec {
  @Field(() => AxisItemInput, { description: "What stands there." })
  item!: AxisItemInput;

  @Field(() => AxisOptionsInput, { nullable: true, description: "How it is shown." })
  options?: AxisOptionsInput | null;
}
