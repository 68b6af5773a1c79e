import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../server/context.ts";
import { accessPreview, type AccessPreviewInput } from "./access-preview.service.ts";
import { AccessPreviewInputType, PreviewedResourceType } from "./access-preview.type.ts";
import { RequiresAny } from "./requires.ts";

/** What would this user see? */
@Resolver()
export class AccessPreviewResolver {
  @Query(() => [PreviewedResourceType], {
    description:
      "What a user may do and see, also under roles and grants that are only proposed. Nothing is changed.",
  })
  @RequiresAny(["role:update", "role:assign"], "open")
  accessPreview(
    @Ctx() context: RequestContext,
    @Arg("input", () => AccessPreviewInputType, { description: "The user and the proposal." })
    input: AccessPreviewInput,
  ): Promise<PreviewedResourceType[]> {
    return accessPreview(context, input);
  }
}
