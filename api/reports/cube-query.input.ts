import { Field, ID, InputType, Int } from "type-graphql";
import type {
  CalculationInput,
  CubeQuestion,
  LimitsInput,
  MeasureSelect,
  NullPolicy,
  NumberFormatInput,
  PageInput,
  TotalsInput,
} from "../../warehouse/query/question.ts";
import { DateTimeScalar } from "../server/scalars.ts";
import { AxisSpecInput } from "./cube-axis.input.ts";
import { FilterGroupInput, MeasureFilterInput } from "./cube-filter.input.ts";
import { TimeInputType } from "./cube-time.input.ts";
import {
  Attribution,
  Axis,
  Consistency,
  EmptyMode,
  ShowAs,
  TotalBasis,
  TotalPosition,
} from "./cube-question.enum.ts";

@InputType("NumberFormatInput", { description: "How a number is to be written." })
export class NumberFormatInputType implements NumberFormatInput {
  @Field(() => Int, { nullable: true, description: "Digits after the point." })
  decimals?: number | null;

  @Field(() => ID, { nullable: true, description: "Unit, e.g. 万." })
  unit?: string | null;

  @Field(() => Boolean, { nullable: true, description: "As a percentage." })
  percent?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Shortened: 1.2M, 120万." })
  compact?: boolean | null;
}

@InputType("MeasureSelect", { description: "A figure to answer." })
export class MeasureSelectInput implements MeasureSelect {
  @Field(() => ID, { description: "The measure or calculation." })
  measure!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Its name in the answer, where it is asked twice.",
  })
  as?: string | null;

  @Field(() => [ShowAs], { defaultValue: [ShowAs.VALUE], description: "How it is shown." })
  show!: NonNullable<MeasureSelect["show"]>;

  @Field(() => NumberFormatInputType, { nullable: true, description: "How it is written." })
  format?: NumberFormatInputType | null;
}

@InputType("TotalsInput", { description: "Which totals are made." })
export class TotalsInputType implements TotalsInput {
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: "A total of all rows." })
  grandRow?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "A total of all columns.",
  })
  grandColumn?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "Levels on rows with subtotals." })
  rowSubtotals?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Levels on columns with subtotals." })
  columnSubtotals?: string[] | null;

  @Field(() => TotalPosition, {
    nullable: true,
    defaultValue: TotalPosition.AFTER,
    description: "Where they stand.",
  })
  position?: TotalsInput["position"];

  @Field(() => TotalBasis, {
    nullable: true,
    defaultValue: TotalBasis.ALL,
    description: "What they are made of.",
  })
  basis?: TotalsInput["basis"];
}

@InputType("CalculationInput", { description: "A figure made of other figures; exactly one way." })
export class CalculationInputType implements CalculationInput {
  @Field(() => ID, { description: "Its name." })
  name!: string;

  @Field(() => [ID], { nullable: true, description: "The first over the second." })
  ratioOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "All added up." })
  sumOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "The first less the others." })
  differenceOf?: string[] | null;

  @Field(() => NumberFormatInputType, { nullable: true, description: "How it is written." })
  format?: NumberFormatInputType | null;
}

@InputType("NullPolicy", { description: "What stands where there is nothing." })
export class NullPolicyInput implements NullPolicy {
  @Field(() => EmptyMode, {
    nullable: true,
    defaultValue: EmptyMode.HIDE,
    description: "Rows without facts.",
  })
  emptyRows?: NullPolicy["emptyRows"];

  @Field(() => EmptyMode, {
    nullable: true,
    defaultValue: EmptyMode.NULL,
    description: "Cells without facts.",
  })
  emptyCells?: NullPolicy["emptyCells"];
}

@InputType("PageInput", { description: "A page of positions." })
export class PageInputType implements PageInput {
  @Field(() => Int, { defaultValue: 200, description: "How many." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The cursor after which it begins." })
  after?: string | null;
}

@InputType("LimitsInput", { description: "How much is answered at most." })
export class LimitsInputType implements LimitsInput {
  @Field(() => Int, { nullable: true, defaultValue: 1000, description: "Row positions." })
  maxRowMembers?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 200, description: "Column positions." })
  maxColumnMembers?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 50_000, description: "Cells." })
  maxCells?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 15_000, description: "Milliseconds to work." })
  timeoutMs?: number | null;

  @Field(() => PageInputType, { nullable: true, description: "A page of the rows." })
  rowPage?: PageInputType | null;
}

@InputType("CubeQueryInput", { description: "A question to a cube, as data." })
export class CubeQueryInput implements Omit<CubeQuestion, "asOf"> {
  @Field(() => ID, { description: "The cube." })
  cube!: string;

  @Field(() => [MeasureSelectInput], { description: "The figures." })
  measures!: MeasureSelectInput[];

  @Field(() => [AxisSpecInput], { defaultValue: [], description: "Rows, from outer to inner." })
  rows!: AxisSpecInput[];

  @Field(() => [AxisSpecInput], { defaultValue: [], description: "Columns, from outer to inner." })
  columns!: AxisSpecInput[];

  @Field(() => Axis, {
    nullable: true,
    defaultValue: Axis.COLUMNS,
    description: "Where the names of the figures stand.",
  })
  measuresOn?: CubeQuestion["measuresOn"];

  @Field(() => FilterGroupInput, { nullable: true, description: "Which facts count." })
  filters?: FilterGroupInput | null;

  @Field(() => [MeasureFilterInput], { nullable: true, description: "Which positions are shown." })
  having?: MeasureFilterInput[] | null;

  @Field(() => [ID], { nullable: true, description: "Named conditions." })
  segments?: string[] | null;

  @Field(() => TimeInputType, { nullable: true, description: "Which days, and what to compare." })
  time?: TimeInputType | null;

  @Field(() => TotalsInputType, { nullable: true, description: "Which totals are made." })
  totals?: TotalsInputType | null;

  @Field(() => [CalculationInputType], { nullable: true, description: "Figures made of others." })
  calculations?: CalculationInputType[] | null;

  @Field(() => NullPolicyInput, {
    nullable: true,
    defaultValue: { emptyRows: EmptyMode.HIDE, emptyCells: EmptyMode.NULL },
    description: "What stands where there is nothing.",
  })
  nulls?: NullPolicyInput | null;

  @Field(() => LimitsInputType, { nullable: true, description: "How much at most." })
  limits?: LimitsInputType | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 4217 code to convert to; several currencies without one do not add up.",
  })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "zh-CN or en; else the request's language." })
  locale?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The state at that instant." })
  asOf?: Date | null;

  @Field(() => Attribution, {
    nullable: true,
    defaultValue: Attribution.AS_IS,
    description: "Whether facts count for today's owner or for the one of their day.",
  })
  attribution?: CubeQuestion["attribution"];

  @Field(() => Consistency, {
    nullable: true,
    defaultValue: Consistency.CACHED_OK,
    description: "How fresh the answer must be.",
  })
  consistency?: CubeQuestion["consistency"];
}

/** The same question as the warehouse takes it: instants as text. */
export const questionOf = ({ asOf, ...question }: CubeQueryInput): CubeQuestion => ({
  ...question,
  asOf: asOf?.toISOString(),
});
