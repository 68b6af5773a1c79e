import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { EtlRun } from "../../schema/reports/etl-run.entity.ts";
import { DateTimeScalar } from "../server/scalars.ts";
import { EtlMode, EtlStatus, EtlTrigger } from "./etl-run.enum.ts";

@ObjectType("EtlRun", { description: "A load of the warehouse.", simpleResolvers: true })
export class EtlRunType implements Pick<
  EtlRun,
  "id" | "mode" | "status" | "trigger" | "requestedBy"
> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => EtlMode, { description: "How much it loads." })
  mode!: EtlRun["mode"];

  @Field(() => EtlStatus, { description: "How far it has come." })
  status!: EtlRun["status"];

  @Field(() => EtlTrigger, { description: "What asked for it." })
  trigger!: EtlRun["trigger"];

  @Field(() => String, { description: "Who asked for it, e.g. user:admin or system:schedule." })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it began." })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  finishedAt!: string | null;

  @Field(() => Int, { description: "Rows read from the source." })
  rowsRead!: number;

  @Field(() => Int, { description: "Rows written to the warehouse." })
  rowsLoaded!: number;

  @Field(() => Int, { description: "Rows that failed a check and were put aside." })
  rowsRejected!: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  error!: string | null;
}

@InputType({ description: "A load to ask for." })
export class RunEtlInput {
  @Field(() => EtlMode, { description: "How much to load." })
  mode!: EtlRun["mode"];
}

@ObjectType("EtlStatusReport", {
  description: "Where the loading of the warehouse stands.",
  simpleResolvers: true,
})
export class EtlStatusType {
  @Field(() => EtlRunType, { nullable: true, description: "The run that waits or works." })
  active!: EtlRunType | null;

  @Field(() => EtlRunType, { nullable: true, description: "The run that ended last." })
  last!: EtlRunType | null;

  @Field(() => EtlRunType, { nullable: true, description: "The last run that succeeded." })
  lastSucceeded!: EtlRunType | null;
}
