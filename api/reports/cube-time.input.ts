import { Field, ID, InputType, Int } from "type-graphql";
import type {
  ComparisonInput,
  DateRangeInput,
  DateSpan,
  PeriodRef,
  RelativeRange,
  TimeInput,
} from "../../warehouse/query/question.ts";
import { DateScalar } from "../server/scalars.ts";
import { CalendarKind, PartialPolicy, PeriodUnit, Weekday } from "./cube-question.enum.ts";
import { MemberKeyScalar } from "./member-key.scalar.ts";

@InputType("DateSpan", { description: "From one day to another." })
export class DateSpanInput implements DateSpan {
  @Field(() => DateScalar, { description: "The first day." })
  from!: string;

  @Field(() => DateScalar, { description: "The last day; it belongs to the span." })
  to!: string;
}

@InputType("RelativeRange", { description: "Periods counted from the present." })
export class RelativeRangeInput implements RelativeRange {
  @Field(() => PeriodUnit, { description: "The unit." })
  unit!: RelativeRange["unit"];

  @Field(() => Int, { defaultValue: 1, description: "How many of them." })
  count!: number;

  @Field(() => Int, { defaultValue: 0, description: "0 ends with the present one, -1 one before." })
  offset!: number;

  @Field(() => Boolean, { defaultValue: false, description: "Whether it ends today." })
  toDate!: boolean;
}

@InputType("PeriodRef", { description: "One period of the calendar." })
export class PeriodRefInput implements PeriodRef {
  @Field(() => PeriodUnit, { description: "The unit." })
  unit!: PeriodRef["unit"];

  @Field(() => MemberKeyScalar, { description: "Its key, e.g. 2017-Q1." })
  key!: string;
}

@InputType("DateRangeInput", { description: "A range of days; exactly one field is given." })
export class DateRangeInputType implements DateRangeInput {
  @Field(() => DateSpanInput, { nullable: true, description: "Two given days." })
  absolute?: DateSpanInput | null;

  @Field(() => RelativeRangeInput, { nullable: true, description: "Counted from the present." })
  relative?: RelativeRangeInput | null;

  @Field(() => PeriodRefInput, { nullable: true, description: "One period." })
  period?: PeriodRefInput | null;
}

@InputType("ComparisonInput", { description: "What to compare with; exactly one field is given." })
export class ComparisonInputType implements ComparisonInput {
  @Field(() => Boolean, { nullable: true, description: "The period of equal length before." })
  previousPeriod?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "The same days one year earlier." })
  samePeriodLastYear?: boolean | null;

  @Field(() => DateSpanInput, { nullable: true, description: "Given days." })
  custom?: DateSpanInput | null;

  @Field(() => ID, { nullable: true, description: "A target." })
  target?: string | null;
}

@InputType("TimeInput", { description: "Range, comparison, zone and calendar in one place." })
export class TimeInputType implements TimeInput {
  @Field(() => ID, { description: "The date that counts, e.g. closedDate." })
  dimension!: string;

  @Field(() => DateRangeInputType, { description: "Which days." })
  range!: DateRangeInputType;

  @Field(() => ComparisonInputType, { nullable: true, description: "What to compare with." })
  compareTo?: ComparisonInputType | null;

  @Field(() => String, { description: "IANA time zone in which the present is read." })
  timeZone!: string;

  @Field(() => CalendarKind, {
    nullable: true,
    defaultValue: CalendarKind.GREGORIAN,
    description: "How days make periods.",
  })
  calendar?: TimeInput["calendar"];

  @Field(() => Weekday, {
    nullable: true,
    defaultValue: Weekday.MONDAY,
    description: "The day that a week begins with.",
  })
  weekStart?: TimeInput["weekStart"];

  @Field(() => PartialPolicy, {
    nullable: true,
    defaultValue: PartialPolicy.MARK,
    description: "What becomes of periods that are cut.",
  })
  partialPeriods?: TimeInput["partialPeriods"];
}
