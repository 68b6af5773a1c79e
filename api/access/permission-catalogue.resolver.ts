import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../server/context.ts";
import { permissionCatalogue } from "./permission-catalogue.ts";
import { PermissionResourceType } from "./permission-catalogue.type.ts";
import { Requires } from "./requires.ts";

/** What the editor of roles offers. */
@Resolver()
export class PermissionCatalogueResolver {
  @Query(() => [PermissionResourceType], {
    description: "Everything that a role can be given: resources with actions, scopes and fields.",
  })
  @Requires("role:read", "open")
  permissions(@Ctx() { locale }: RequestContext): PermissionResourceType[] {
    return permissionCatalogue(locale);
  }
}
