import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type {
  FactRowConnection,
  MemberConnection,
  ResultColumn,
} from "../../warehouse/query/cellset.ts";
import type { DrillThrough, MemberSearch } from "../../warehouse/query/question.ts";
import { PageInfo } from "../lists/connection.type.ts";
import { DecimalScalar, JsonScalar } from "../server/scalars.ts";
import { LevelRefInput, MemberPathInput, MemberSortInput } from "./cube-axis.input.ts";
import { FilterGroupInput } from "./cube-filter.input.ts";
import { MemberType } from "./cube-position.type.ts";
import { MemberKeyScalar } from "./member-key.scalar.ts";

@InputType("MemberSearchInput", { description: "Members of a level, for pickers." })
export class MemberSearchInput implements MemberSearch {
  @Field(() => ID, { description: "The cube." })
  cube!: string;

  @Field(() => LevelRefInput, { description: "The level." })
  level!: LevelRefInput;

  @Field(() => MemberPathInput, { nullable: true, description: "Only those below this member." })
  parent?: MemberPathInput | null;

  @Field(() => String, { nullable: true, description: "Only those whose caption contains this." })
  search?: string | null;

  @Field(() => [MemberKeyScalar], {
    nullable: true,
    description: "Only those with these keys; what is no key of the level is nobody's.",
  })
  keys?: string[] | null;

  @Field(() => FilterGroupInput, { nullable: true, description: "Only those with such facts." })
  filters?: FilterGroupInput | null;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: "How many." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor after which the page begins." })
  after?: string | null;
}

@InputType("DrillThroughInput", { description: "The facts behind a cell." })
export class DrillThroughInput implements DrillThrough {
  @Field(() => ID, { description: "Token of the row position." })
  row!: string;

  @Field(() => ID, { nullable: true, description: "Token of the column position." })
  column?: string | null;

  @Field(() => ID, { description: "The measure of the cell." })
  measure!: string;

  @Field(() => [ID], { nullable: true, description: "The columns to show; else the usual ones." })
  columns?: string[] | null;

  @Field(() => [MemberSortInput], { nullable: true, description: "The order." })
  sort?: MemberSortInput[] | null;
}

@ObjectType("MemberConnection", { description: "A page of members.", simpleResolvers: true })
export class MemberConnectionType implements Omit<MemberConnection, "pageInfo"> {
  @Field(() => [MemberType], { description: "The members." })
  nodes!: readonly MemberType[];

  @Field(() => PageInfo, { description: "Whether there are more." })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: "Members in all pages together." })
  totalCount!: number | null;
}

@ObjectType("ResultColumn", { description: "A column of facts.", simpleResolvers: true })
export class ResultColumnType implements ResultColumn {
  @Field(() => ID, { description: "Its name in the rows." })
  name!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => String, { description: "What it holds, e.g. decimal." })
  type!: string;

  @Field(() => String, { nullable: true, description: "The record that its values are ids of." })
  recordType!: string | null;
}

@ObjectType("FactRowConnection", {
  description: "A page of the facts behind a cell.",
  simpleResolvers: true,
})
export class FactRowConnectionType implements Omit<FactRowConnection, "pageInfo"> {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The measure over all facts, equal to the cell.",
  })
  sum!: string | null;

  @Field(() => String, { description: "The same for people, in the language of the request." })
  formatted!: string;

  @Field(() => [ResultColumnType], { description: "The columns." })
  columns!: readonly ResultColumnType[];

  @Field(() => [JsonScalar], { description: "The facts, as objects by column name." })
  rows!: FactRowConnection["rows"];

  @Field(() => Int, { description: "Facts in all pages together." })
  totalCount!: number;

  @Field(() => Boolean, { description: "Whether they make up the value of the cell." })
  matchesCell!: boolean;

  @Field(() => PageInfo, { description: "Whether there are more." })
  pageInfo!: PageInfo;
}
