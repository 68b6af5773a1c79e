import { AccessPreviewResolver } from "../access/access-preview.resolver.ts";
import { ApiKeyResolver } from "../access/api-key.resolver.ts";
import { DepartmentResolver } from "../access/department.resolver.ts";
import { GivingLimitsResolver } from "../access/giving-limits.resolver.ts";
import { OrganisationResolver } from "../access/organisation.resolver.ts";
import { OwnLocaleResolver } from "../access/own-locale.resolver.ts";
import { PasswordResetResolver } from "../access/password-reset.resolver.ts";
import { PermissionCatalogueResolver } from "../access/permission-catalogue.resolver.ts";
import { RoleResolver } from "../access/role.resolver.ts";
import { SecondFactorResolver } from "../access/second-factor.resolver.ts";
import { SessionResolver } from "../access/session.resolver.ts";
import { SignInResolver } from "../access/sign-in.resolver.ts";
import { UserResolver } from "../access/user.resolver.ts";
import { BreakGlassResolver } from "../access/break-glass.resolver.ts";
import { AuditEntryResolver } from "../audit/audit-entry.resolver.ts";
import { ContactPrivacyResolver } from "../customers/contact-privacy.resolver.ts";
import { CubeCatalogueResolver } from "../reports/cube-catalogue.resolver.ts";
import { CubeDrillResolver } from "../reports/cube-drill.resolver.ts";
import { CubeResolver } from "../reports/cube.resolver.ts";
import { EtlRunResolver } from "../reports/etl-run.resolver.ts";
import { ContactResolver } from "../customers/contact.resolver.ts";
import { CustomerResolver } from "../customers/customer.resolver.ts";
import {
  CustomerOpportunitiesResolver,
  OpportunityResolver,
} from "../marketing/opportunity.resolver.ts";
import { OpportunityCommandResolver } from "../marketing/opportunity-command.resolver.ts";
import { OpportunityLiveResolver } from "../marketing/opportunity-live.resolver.ts";
import { PlanItemResolver } from "../marketing/plan-item.resolver.ts";
import { ProductResolver } from "../catalog/product.resolver.ts";
import { DictionaryEntryResolver } from "../reference/dictionary-entry.resolver.ts";

/** Every resolver of the product; what is not on this list is not in the schema. */
export const RESOLVERS = [
  SignInResolver,
  SessionResolver,
  SecondFactorResolver,
  PasswordResetResolver,
  OwnLocaleResolver,
  ApiKeyResolver,
  OrganisationResolver,
  DepartmentResolver,
  UserResolver,
  RoleResolver,
  PermissionCatalogueResolver,
  AccessPreviewResolver,
  BreakGlassResolver,
  AuditEntryResolver,
  GivingLimitsResolver,
  CubeCatalogueResolver,
  CubeDrillResolver,
  CubeResolver,
  EtlRunResolver,
  ContactResolver,
  ContactPrivacyResolver,
  CustomerResolver,
  CustomerOpportunitiesResolver,
  OpportunityResolver,
  OpportunityCommandResolver,
  OpportunityLiveResolver,
  PlanItemResolver,
  ProductResolver,
  DictionaryEntryResolver,
] as const;
