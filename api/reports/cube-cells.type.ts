import { Field, ID, Int, ObjectType } from "type-graphql";
import type {
  Cell,
  CellMatrix,
  CubeWarning,
  Cut,
  ResultMeasure,
  Truncation,
} from "../../warehouse/query/cellset.ts";
import { DecimalScalar } from "../server/scalars.ts";
import { NumberFormatType } from "./cube-catalogue.type.ts";
import { ShowAs } from "./cube-question.enum.ts";
import { Additivity, CellStatus } from "./cube-result.enum.ts";

@ObjectType("Cell", { description: "A figure of the table.", simpleResolvers: true })
export class CellType implements Cell {
  @Field(() => Int, { description: "Ordinal of its row." })
  row!: number;

  @Field(() => Int, { description: "Ordinal of its column." })
  column!: number;

  @Field(() => ID, { description: "The measure, or the name given by `as`." })
  measure!: string;

  @Field(() => ShowAs, { description: "How it is shown." })
  show!: Cell["show"];

  @Field(() => DecimalScalar, { nullable: true, description: "The exact value; null for none." })
  value!: string | null;

  @Field(() => String, { description: "The value as people read it." })
  formatted!: string;

  @Field(() => CellStatus, { description: "What the value means." })
  status!: Cell["status"];
}

@ObjectType("CellMatrix", {
  description:
    "All cells, row by row; a column for each header of each column, transposed where figures stand on rows.",
  simpleResolvers: true,
})
export class CellMatrixType implements CellMatrix {
  @Field(() => [[DecimalScalar]], {
    nullable: "items",
    description: "Exact values; null for none.",
  })
  values!: CellMatrix["values"];

  @Field(() => [[String]], { nullable: "items", description: "Values as people read them." })
  formatted!: CellMatrix["formatted"];

  @Field(() => [[CellStatus]], { description: "What the values mean." })
  status!: CellMatrix["status"];
}

@ObjectType("Cut", { description: "What a limit has left.", simpleResolvers: true })
export class CutType implements Cut {
  @Field(() => Int, { description: "How many are shown." })
  shown!: number;

  @Field(() => Int, { description: "How many there are." })
  total!: number;

  @Field(() => String, { nullable: true, description: "Which limit." })
  reason!: string | null;

  @Field(() => Boolean, { description: "Whether one position stands for the rest." })
  othersIncluded!: boolean;
}

@ObjectType("Truncation", { description: "What the limits have cut off.", simpleResolvers: true })
export class TruncationType implements Truncation {
  @Field(() => Boolean, { description: "Whether anything is cut off." })
  any!: boolean;

  @Field(() => CutType, { description: "Of the rows." })
  rows!: CutType;

  @Field(() => CutType, { description: "Of the columns." })
  columns!: CutType;

  @Field(() => CutType, { description: "Of the cells." })
  cells!: CutType;
}

@ObjectType("CubeWarning", { description: "What to know about an answer.", simpleResolvers: true })
export class CubeWarningType implements CubeWarning {
  @Field(() => String, { description: "What clients may branch on." })
  code!: string;

  @Field(() => String, { description: "The warning, for people." })
  message!: string;

  @Field(() => ID, { nullable: true, description: "The measure or level it is about." })
  subject!: string | null;
}

@ObjectType("ResultMeasure", { description: "A header of figures.", simpleResolvers: true })
export class ResultMeasureType implements ResultMeasure {
  @Field(() => ID, { description: "The measure, or the name given by `as`." })
  measure!: string;

  @Field(() => String, { description: "Caption." })
  title!: string;

  @Field(() => ShowAs, { description: "How it is shown." })
  show!: ResultMeasure["show"];

  @Field(() => NumberFormatType, { description: "How it is written." })
  format!: NumberFormatType;

  @Field(() => Additivity, { description: "Whether parts may be added up." })
  additivity!: ResultMeasure["additivity"];
}
