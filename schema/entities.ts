import { ApiKeySchema } from "./access/api-key.entity.ts";
import { BreakGlassSchema } from "./access/break-glass.entity.ts";
import { DepartmentHistorySchema } from "./access/department-history.entity.ts";
import { DepartmentSchema } from "./access/department.entity.ts";
import { PasswordResetSchema } from "./access/password-reset.entity.ts";
import { RecoveryCodeSchema } from "./access/recovery-code.entity.ts";
import { RoleGrantSchema } from "./access/role-grant.entity.ts";
import { RoleSchema } from "./access/role.entity.ts";
import { SignInThrottleSchema } from "./access/sign-in-throttle.entity.ts";
import { UserCredentialSchema } from "./access/user-credential.entity.ts";
import { UserHistorySchema } from "./access/user-history.entity.ts";
import { UserIdentitySchema } from "./access/user-identity.entity.ts";
import { UserRoleSchema } from "./access/user-role.entity.ts";
import { UserSecondFactorSchema } from "./access/user-second-factor.entity.ts";
import { UserSessionSchema } from "./access/user-session.entity.ts";
import { UserSchema } from "./access/user.entity.ts";
import { AuditEntrySchema } from "./audit/audit-entry.entity.ts";
import { AuditStreamSchema } from "./audit/audit-stream.entity.ts";
import { PersonalKeySchema } from "./audit/personal-key.entity.ts";
import { ProductHistorySchema } from "./catalog/product-history.entity.ts";
import { ProductSchema } from "./catalog/product.entity.ts";
import { ContactExternalKeySchema } from "./customers/contact-external-key.entity.ts";
import { ContactSchema } from "./customers/contact.entity.ts";
import { CustomerExternalKeySchema } from "./customers/customer-external-key.entity.ts";
import { CustomerHistorySchema } from "./customers/customer-history.entity.ts";
import { CustomerSchema } from "./customers/customer.entity.ts";
import { DealSchema } from "./marketing/deal.entity.ts";
import { OpportunityExternalKeySchema } from "./marketing/opportunity-external-key.entity.ts";
import { OpportunityProductSchema } from "./marketing/opportunity-product.entity.ts";
import { OpportunityRevisionSchema } from "./marketing/opportunity-revision.entity.ts";
import { OpportunityTransitionSchema } from "./marketing/opportunity-transition.entity.ts";
import { OpportunitySchema } from "./marketing/opportunity.entity.ts";
import { PlanItemSchema } from "./marketing/plan-item.entity.ts";
import { IdempotencyKeySchema } from "./platform/idempotency-key.entity.ts";
import { NumberCounterSchema } from "./platform/number-counter.entity.ts";
import { RestoreEpochSchema } from "./platform/restore-epoch.entity.ts";
import { SettingSchema } from "./platform/setting.entity.ts";
import { TombstoneSchema } from "./platform/tombstone.entity.ts";
import { DictionaryEntrySchema } from "./reference/dictionary-entry.entity.ts";
import { EtlRunSchema } from "./reports/etl-run.entity.ts";

/** Every table of the operational database. */
export const ENTITIES = [
  DepartmentSchema,
  DepartmentHistorySchema,
  UserSchema,
  UserHistorySchema,
  UserCredentialSchema,
  UserSessionSchema,
  UserSecondFactorSchema,
  RecoveryCodeSchema,
  PasswordResetSchema,
  UserIdentitySchema,
  SignInThrottleSchema,
  BreakGlassSchema,
  RoleSchema,
  UserRoleSchema,
  RoleGrantSchema,
  ApiKeySchema,
  DictionaryEntrySchema,
  ProductSchema,
  ProductHistorySchema,
  CustomerSchema,
  CustomerExternalKeySchema,
  CustomerHistorySchema,
  ContactSchema,
  ContactExternalKeySchema,
  OpportunitySchema,
  OpportunityExternalKeySchema,
  OpportunityProductSchema,
  OpportunityTransitionSchema,
  OpportunityRevisionSchema,
  PlanItemSchema,
  DealSchema,
  AuditEntrySchema,
  AuditStreamSchema,
  PersonalKeySchema,
  EtlRunSchema,
  SettingSchema,
  IdempotencyKeySchema,
  NumberCounterSchema,
  RestoreEpochSchema,
  TombstoneSchema,
] as const;
