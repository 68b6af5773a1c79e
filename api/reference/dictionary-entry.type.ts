import { Field, ID, Int, ObjectType } from "type-graphql";
import type { DictionaryEntry } from "../../schema/reference/dictionary-entry.entity.ts";
import { connectionType } from "../lists/connection.type.ts";
import { dictionaryEntries } from "./dictionary-entry.list.ts";
import { DictionaryType } from "./dictionary-type.enum.ts";

type Public =
  | "id"
  | "type"
  | "code"
  | "captionZh"
  | "captionEn"
  | "sortOrder"
  | "enabled"
  | "editable"
  | "version";

@ObjectType("DictionaryEntry", {
  description: "One code of a list that people maintain, with its captions.",
  simpleResolvers: true,
})
export class DictionaryEntryType implements Pick<DictionaryEntry, Public> {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => DictionaryType, { description: "The list it belongs to." })
  type!: DictionaryEntry["type"];

  @Field(() => String, { description: "The code, unique in its list." })
  code!: string;

  @Field(() => String, { description: "Caption in Chinese." })
  captionZh!: string;

  @Field(() => String, { description: "Caption in English." })
  captionEn!: string;

  @Field(() => Int, { description: "Place in its list." })
  sortOrder!: number;

  @Field(() => Boolean, { description: "Whether it may be chosen for new records." })
  enabled!: boolean;

  @Field(() => Boolean, { description: "false: it comes with the product and stays as it is." })
  editable!: boolean;

  @Field(() => Int, { description: "Raised by every change; sent back with an update." })
  version!: number;
}

export const DictionaryEntryConnection = connectionType(
  dictionaryEntries,
  () => DictionaryEntryType,
);
