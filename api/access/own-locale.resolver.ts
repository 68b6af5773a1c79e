import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Locale } from "../../schema/kernel/text.ts";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { LocaleEnum } from "./locale.enum.ts";
import { changeOwnLocale } from "./own-locale.service.ts";
import { SignedIn } from "./requires.ts";
import { viewerFor } from "./viewer.ts";
import { ViewerType } from "./viewer.type.ts";

/** The language of the person who is signed in. */
@Resolver()
export class OwnLocaleResolver {
  @Mutation(() => ViewerType, {
    description: "Changes the language one reads: in mails, and on devices where none was chosen.",
  })
  @SignedIn()
  async changeLocale(
    @Ctx() context: RequestContext,
    @Arg("locale", () => LocaleEnum, { description: "The language." }) locale: Locale,
  ): Promise<ViewerType> {
    const viewer = viewerOf(context);
    await changeOwnLocale(context, viewer, locale);
    context.principals.forget();
    return viewerFor(context.em, { ...viewer, locale });
  }
}
