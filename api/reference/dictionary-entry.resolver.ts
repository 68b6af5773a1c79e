import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { DictionaryEntry } from "../../schema/reference/dictionary-entry.entity.ts";
import { inLocale } from "../../schema/kernel/text.ts";
import { Requires } from "../access/requires.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { dictionaryEntries } from "./dictionary-entry.list.ts";
import { DictionaryEntryConnection, DictionaryEntryType } from "./dictionary-entry.type.ts";

const DictionaryListArgs = listArgs(dictionaryEntries);

@Resolver(() => DictionaryEntryType)
export class DictionaryEntryResolver {
  @Query(() => DictionaryEntryConnection, {
    description: "Codes with captions, list by list; filter by type for one list.",
  })
  @Requires("dictionary:read", "open")
  dictionaryEntries(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DictionaryListArgs) args: ListArgs,
  ): Promise<Connection<Row>> {
    return readConnection(context, dictionaryEntries, args, info);
  }

  @FieldResolver(() => String, { description: "Caption in the language of the request." })
  caption(
    @Root() entry: Pick<DictionaryEntry, "captionZh" | "captionEn">,
    @Ctx() { locale }: RequestContext,
  ): string {
    return inLocale({ zh: entry.captionZh, en: entry.captionEn }, locale);
  }
}
