import { OrganisationResolver } from "../access/organisation.resolver.ts";
import { SignInResolver } from "../access/sign-in.resolver.ts";

/** Every resolver of the product; what is not on this list is not in the schema. */
export const RESOLVERS = [SignInResolver, OrganisationResolver] as const;
