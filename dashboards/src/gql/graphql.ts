/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A user and what would be changed. Nothing is changed. */
export type AccessPreviewInput = {
  /** Grants that roles would have; as they are where left out. */
  roleGrants?: Array<ProposedRoleGrants> | null | undefined;
  /** Codes of the roles that the user would hold; their own where left out. */
  roles?: Array<string> | null | undefined;
  /** Whose access is asked for. */
  userId: string | number;
};

/** A step to be planned. */
export type AddPlanItemInput = {
  /** What is to be done. */
  content: string;
  /** What it is to win. */
  opportunityId: string | number;
  /** Day on which it is to be done. */
  plannedOn: string;
};

/** Conditions on ApiKey; all that are given must hold. */
export type ApiKeyFilter = {
  /** All of these hold. */
  and?: Array<ApiKeyFilter> | null | undefined;
  /** Conditions on createdAt. */
  createdAt?: DateTimeCondition | null | undefined;
  /** Conditions on expiresAt. */
  expiresAt?: DateTimeCondition | null | undefined;
  /** Conditions on id. */
  id?: IdCondition | null | undefined;
  /** Conditions on lastUsedAt. */
  lastUsedAt?: DateTimeCondition | null | undefined;
  /** Conditions on name. */
  name?: TextCondition | null | undefined;
  /** This does not hold. */
  not?: ApiKeyFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ApiKeyFilter> | null | undefined;
  /** Conditions on revokedAt. */
  revokedAt?: DateTimeCondition | null | undefined;
};

/** One term of an order. */
export type ApiKeyOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ApiKeyOrderField;
};

/** What ApiKey can be ordered by. */
export type ApiKeyOrderField =
  /** By createdAt. */
  | 'CREATED_AT'
  /** By expiresAt. */
  | 'EXPIRES_AT'
  /** By id. */
  | 'ID'
  /** By lastUsedAt. */
  | 'LAST_USED_AT'
  /** By name. */
  | 'NAME'
  /** By revokedAt. */
  | 'REVOKED_AT';

/** Whom an opportunity is given to. */
export type AssignOpportunityInput = {
  /** An active account manager within your reach. */
  assigneeId: string | number;
  /** The record. */
  id: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Whose figure a fact is. */
export type Attribution =
  /** Of the owner, tier and department of today. */
  | 'AS_IS'
  /** Of the owner, tier and department of the day of the event. */
  | 'AS_WAS';

/** Conditions on AuditEntry; all that are given must hold. */
export type AuditEntryFilter = {
  /** Conditions on action. */
  action?: TextCondition | null | undefined;
  /** Conditions on address. */
  address?: TextCondition | null | undefined;
  /** All of these hold. */
  and?: Array<AuditEntryFilter> | null | undefined;
  /** Conditions on at. */
  at?: DateTimeCondition | null | undefined;
  /** Conditions on hash. */
  hash?: TextCondition | null | undefined;
  /** Conditions on id. */
  id?: IdCondition | null | undefined;
  /** This does not hold. */
  not?: AuditEntryFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<AuditEntryFilter> | null | undefined;
  /** Conditions on position. */
  position?: IntCondition | null | undefined;
  /** Conditions on principal. */
  principal?: TextCondition | null | undefined;
  /** Conditions on recordId. */
  recordId?: IdCondition | null | undefined;
  /** Conditions on requestId. */
  requestId?: TextCondition | null | undefined;
  /** Conditions on resource. */
  resource?: TextCondition | null | undefined;
  /** Conditions on stream. */
  stream?: IntCondition | null | undefined;
  /** Conditions on userId. */
  userId?: IdCondition | null | undefined;
};

/** A side of the table. */
export type Axis =
  /** Across the top. */
  | 'COLUMNS'
  /** Down the side. */
  | 'ROWS';

/** What stands on an axis; exactly one field is given. */
export type AxisItem =
  {   /** A hierarchy, opened in part. */
  hierarchy: HierarchyExpand; level?: never; set?: never; }
  |  { hierarchy?: never;   /** All members of a level. */
  level: LevelRef; set?: never; }
  |  { hierarchy?: never; level?: never;   /** A named set. */
  set: string | number; };

/** How an item of an axis is shown. */
export type AxisOptions = {
  /** Whether members without facts are shown. */
  showEmpty?: boolean | null | undefined;
  /** The order. */
  sort?: SortInput | null | undefined;
  /** Only the first n. */
  topN?: TopN | null | undefined;
  /** Whether it has subtotals. */
  totals?: boolean | null | undefined;
};

/** An item of an axis and how it is shown. */
export type AxisSpec = {
  /** What stands there. */
  item: AxisItem;
  /** How it is shown. */
  options?: AxisOptions | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type BooleanCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: boolean | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Reading every business record for a while, for a reason. */
export type BreakGlassInput = {
  /** For how long, at most 60 minutes. */
  minutes: number;
  /** The password, once more. */
  password: string;
  /** Why; the audit log keeps it and other administrators see it. */
  reason: string;
};

/** A figure made of other figures; exactly one way. */
export type CalculationInput = {
  /** The first less the others. */
  differenceOf?: Array<string | number> | null | undefined;
  /** How it is written. */
  format?: NumberFormatInput | null | undefined;
  /** Its name. */
  name: string | number;
  /** The first over the second. */
  ratioOf?: Array<string | number> | null | undefined;
  /** All added up. */
  sumOf?: Array<string | number> | null | undefined;
};

/** How days make periods. */
export type CalendarKind =
  /** The company's fiscal years, quarters and months. */
  | 'FISCAL'
  /** Years, quarters and months. */
  | 'GREGORIAN'
  /** ISO years and weeks. */
  | 'ISO_WEEK';

/** What the value of a cell means. */
export type CellStatus =
  /** It could not be made. */
  | 'ERROR'
  /** An estimate. */
  | 'ESTIMATED'
  /** Amounts in several currencies do not add up. */
  | 'MIXED_CURRENCY'
  /** The measure has no meaning here. */
  | 'NOT_APPLICABLE'
  /** There are no facts, or nothing to divide by. */
  | 'NO_DATA'
  /** A value. */
  | 'OK'
  /** A value of a period that is cut. */
  | 'PARTIAL_PERIOD'
  /** A value that may still change. */
  | 'PROVISIONAL'
  /** Not shown to this user. */
  | 'SUPPRESSED';

/** A change of one's own password. */
export type ChangePasswordInput = {
  /** The password used so far. */
  current: string;
  /** The password to use from now on. */
  new: string;
};

/** What to compare with; exactly one field is given. */
export type ComparisonInput =
  {   /** Given days. */
  custom: DateSpan; previousPeriod?: never; samePeriodLastYear?: never; target?: never; }
  |  { custom?: never;   /** The period of equal length before. */
  previousPeriod: boolean; samePeriodLastYear?: never; target?: never; }
  |  { custom?: never; previousPeriod?: never;   /** The same days one year earlier. */
  samePeriodLastYear: boolean; target?: never; }
  |  { custom?: never; previousPeriod?: never; samePeriodLastYear?: never;   /** A target. */
  target: string | number; };

/** Shows that the authenticator app works. */
export type ConfirmTotpInput = {
  /** The six digits that it shows now. */
  code: string;
};

/** How fresh an answer must be. */
export type Consistency =
  /** An answer made since the last load will do. */
  | 'CACHED_OK'
  /** It is made anew. */
  | 'FRESH';

/** A field of a contact that a role may see masked. */
export type ContactSecret =
  /** Mail address. */
  | 'EMAIL'
  /** What was noted about the person. */
  | 'MEMO'
  /** Mobile phone. */
  | 'MOBILE'
  /** Telephone at work. */
  | 'OFFICE_PHONE';

/** A key to make. */
export type CreateApiKeyInput = {
  /** When it ends, within two years; a year from now where nothing is said. */
  expiresAt?: string | null | undefined;
  /** What it is for, at most 100 characters. */
  name: string;
  /** Code of the role by whose grants it acts. */
  role: string;
};

/** A new department. */
export type CreateDepartmentInput = {
  /** Short unique code, used by imports. */
  code: string;
  /** Name as people know it. */
  name: string;
  /** The department above. */
  parentId: string | number;
};

/** A new opportunity. */
export type CreateOpportunityInput = {
  /** Whom to talk to. */
  contactName?: string | null | undefined;
  /** How to reach the contact. */
  contactPhone?: string | null | undefined;
  /** ISO 4217 code; the company's where it is left out. */
  currency?: string | null | undefined;
  /** The customer, where it is one already. */
  customerId?: string | number | null | undefined;
  /** Name of the prospect; needed where no customer is given. */
  customerName?: string | null | undefined;
  /** What the customer wants. */
  description: string;
  /** What it may bring. */
  estimatedAmount?: string | null | undefined;
  /** Day on which it may be closed. */
  expectedCloseOn?: string | null | undefined;
  /** All lines in their order; they take the place of those there are. */
  products?: Array<ProductLineInput> | null | undefined;
  /** A source of the dictionary. */
  sourceId: string | number;
  /** How it is to be won. */
  strategy?: string | null | undefined;
  /** Likelihood of success in percent. */
  successRate: number;
  /** Short free labels. */
  tags?: Array<string> | null | undefined;
  /** What it is about, in a line. */
  title: string;
};

/** A new role, without grants yet. */
export type CreateRoleInput = {
  /** Unique code in capitals, digits and _, for example KEY_ACCOUNTS. */
  code: string;
  /** Name in English. */
  nameEn: string;
  /** Name in Chinese. */
  nameZh: string;
};

/** Somebody new. */
export type CreateUserInput = {
  /** Whether the user may sign in; false ends all their sessions. */
  active?: boolean | null | undefined;
  /** The department the user belongs to. */
  departmentId: string | number;
  /** Name as colleagues know it. */
  displayName: string;
  /** Mail address; protected. */
  email?: string | null | undefined;
  /** The language the user reads. */
  locale?: Locale | null | undefined;
  /** Name to sign in with. */
  login: string;
  /** Whether the next sign-in has to change the password; true unless said otherwise. */
  mustChangePassword?: boolean | null | undefined;
  /** First password; without one nobody signs in until it is set. */
  password?: string | null | undefined;
  /** Telephone number; protected. */
  phone?: string | null | undefined;
  /** Codes of roles. */
  roles: Array<string>;
};

/** A question to a cube, as data. */
export type CubeQueryInput = {
  /** The state at that instant. */
  asOf?: string | null | undefined;
  /** Whether facts count for today's owner or for the one of their day. */
  attribution?: Attribution | null | undefined;
  /** Figures made of others. */
  calculations?: Array<CalculationInput> | null | undefined;
  /** Columns, from outer to inner. */
  columns?: Array<AxisSpec>;
  /** How fresh the answer must be. */
  consistency?: Consistency | null | undefined;
  /** The cube. */
  cube: string | number;
  /** ISO 4217 code to convert to; several currencies without one do not add up. */
  currency?: string | null | undefined;
  /** Which facts count. */
  filters?: FilterGroup | null | undefined;
  /** Which positions are shown. */
  having?: Array<MeasureFilter> | null | undefined;
  /** How much at most. */
  limits?: LimitsInput | null | undefined;
  /** zh-CN or en; else the request's language. */
  locale?: string | null | undefined;
  /** The figures. */
  measures: Array<MeasureSelect>;
  /** Where the names of the figures stand. */
  measuresOn?: Axis | null | undefined;
  /** What stands where there is nothing. */
  nulls?: NullPolicy | null | undefined;
  /** Rows, from outer to inner. */
  rows?: Array<AxisSpec>;
  /** Named conditions. */
  segments?: Array<string | number> | null | undefined;
  /** Which days, and what to compare. */
  time?: TimeInput | null | undefined;
  /** Which totals are made. */
  totals?: TotalsInput | null | undefined;
};

/** Conditions on Customer; all that are given must hold. */
export type CustomerFilter = {
  /** Conditions on accountManagerId. */
  accountManagerId?: IdCondition | null | undefined;
  /** Conditions on address. */
  address?: TextCondition | null | undefined;
  /** All of these hold. */
  and?: Array<CustomerFilter> | null | undefined;
  /** Conditions on annualTurnover. */
  annualTurnover?: DecimalCondition | null | undefined;
  /** Conditions on bank. */
  bank?: TextCondition | null | undefined;
  /** Conditions on bankAccount. */
  bankAccount?: TextCondition | null | undefined;
  /** Conditions on createdAt. */
  createdAt?: DateTimeCondition | null | undefined;
  /** Conditions on credit. */
  credit?: IntCondition | null | undefined;
  /** Conditions on employeeCount. */
  employeeCount?: IntCondition | null | undefined;
  /** Conditions on fax. */
  fax?: TextCondition | null | undefined;
  /** Conditions on id. */
  id?: IdCondition | null | undefined;
  /** Conditions on industry. */
  industry?: TextCondition | null | undefined;
  /** Conditions on legalPerson. */
  legalPerson?: TextCondition | null | undefined;
  /** Conditions on licenceNo. */
  licenceNo?: TextCondition | null | undefined;
  /** Conditions on localTaxNo. */
  localTaxNo?: TextCondition | null | undefined;
  /** Conditions on name. */
  name?: TextCondition | null | undefined;
  /** Conditions on nationalTaxNo. */
  nationalTaxNo?: TextCondition | null | undefined;
  /** This does not hold. */
  not?: CustomerFilter | null | undefined;
  /** Conditions on number. */
  number?: TextCondition | null | undefined;
  /** At least one of these holds. */
  or?: Array<CustomerFilter> | null | undefined;
  /** Conditions on parentCustomerId. */
  parentCustomerId?: IdCondition | null | undefined;
  /** Conditions on phone. */
  phone?: TextCondition | null | undefined;
  /** Conditions on postcode. */
  postcode?: TextCondition | null | undefined;
  /** Conditions on region. */
  region?: TextCondition | null | undefined;
  /** Conditions on registeredCapital. */
  registeredCapital?: DecimalCondition | null | undefined;
  /** Conditions on satisfaction. */
  satisfaction?: IntCondition | null | undefined;
  /** Conditions on status. */
  status?: CustomerStatusCondition | null | undefined;
  /** Conditions on tags. */
  tags?: TagsCondition | null | undefined;
  /** Conditions on tier. */
  tier?: IntCondition | null | undefined;
  /** Conditions on version. */
  version?: IntCondition | null | undefined;
  /** Conditions on website. */
  website?: TextCondition | null | undefined;
};

/** One term of an order. */
export type CustomerOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CustomerOrderField;
};

/** What Customer can be ordered by. */
export type CustomerOrderField =
  /** By address. */
  | 'ADDRESS'
  /** By annualTurnover. */
  | 'ANNUAL_TURNOVER'
  /** By bank. */
  | 'BANK'
  /** By bankAccount. */
  | 'BANK_ACCOUNT'
  /** By createdAt. */
  | 'CREATED_AT'
  /** By credit. */
  | 'CREDIT'
  /** By employeeCount. */
  | 'EMPLOYEE_COUNT'
  /** By fax. */
  | 'FAX'
  /** By id. */
  | 'ID'
  /** By industry. */
  | 'INDUSTRY'
  /** By legalPerson. */
  | 'LEGAL_PERSON'
  /** By licenceNo. */
  | 'LICENCE_NO'
  /** By localTaxNo. */
  | 'LOCAL_TAX_NO'
  /** By name. */
  | 'NAME'
  /** By nationalTaxNo. */
  | 'NATIONAL_TAX_NO'
  /** By number. */
  | 'NUMBER'
  /** By phone. */
  | 'PHONE'
  /** By postcode. */
  | 'POSTCODE'
  /** By region. */
  | 'REGION'
  /** By registeredCapital. */
  | 'REGISTERED_CAPITAL'
  /** By satisfaction. */
  | 'SATISFACTION'
  /** By status. */
  | 'STATUS'
  /** By tier. */
  | 'TIER'
  /** By version. */
  | 'VERSION'
  /** By website. */
  | 'WEBSITE';

/** Where a customer stands. */
export type CustomerStatus =
  /** 正常: may be edited. */
  | 'ACTIVE'
  /** 删除: put aside; can be restored. */
  | 'DELETED'
  /** 流失: churn is confirmed. */
  | 'LOST';

/** Conditions on one field; all that are given must hold. */
export type CustomerStatusCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: CustomerStatus | null | undefined;
  /** Equal to one of these values. */
  in?: Array<CustomerStatus> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type DateCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: string | null | undefined;
  /** This value or above. */
  gte?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
  /** This value or below. */
  lte?: string | null | undefined;
};

/** A range of days; exactly one field is given. */
export type DateRangeInput =
  {   /** Two given days. */
  absolute: DateSpan; period?: never; relative?: never; }
  |  { absolute?: never;   /** One period. */
  period: PeriodRef; relative?: never; }
  |  { absolute?: never; period?: never;   /** Counted from the present. */
  relative: RelativeRange; };

/** From one day to another. */
export type DateSpan = {
  /** The first day. */
  from: string;
  /** The last day; it belongs to the span. */
  to: string;
};

/** Conditions on one field; all that are given must hold. */
export type DateTimeCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: string | null | undefined;
  /** This value or above. */
  gte?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
  /** This value or below. */
  lte?: string | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type DecimalCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: string | null | undefined;
  /** This value or above. */
  gte?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
  /** This value or below. */
  lte?: string | null | undefined;
};

/** A department that is empty. */
export type DeleteDepartmentInput = {
  /** The department. */
  id: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** A role that nobody holds. */
export type DeleteRoleInput = {
  /** The role. */
  id: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** A list of codes that people maintain. */
export type DictionaryType =
  /** Why a customer is lost. */
  | 'CHURN_REASON'
  /** Why an opportunity is lost. */
  | 'LOSS_REASON'
  /** Where an opportunity comes from. */
  | 'OPPORTUNITY_SOURCE'
  /** Regions; the code is the path `A / B / C`. */
  | 'REGION'
  /** What a service case is about. */
  | 'SERVICE_TYPE';

/** What a dimension is like. */
export type DimensionKind =
  /** A number or code of the fact itself. */
  | 'DEGENERATE'
  /** Several flags and codes together. */
  | 'JUNK'
  /** A tree of any depth. */
  | 'PARENT_CHILD'
  /** Members with attributes. */
  | 'REGULAR'
  /** Days and their periods. */
  | 'TIME';

/** Goes back to the password alone. */
export type DisableTotpInput = {
  /** A code of the authenticator app, or a recovery code. */
  code: string;
  /** One's own password. */
  password: string;
};

/** The facts behind a cell. */
export type DrillThroughInput = {
  /** Token of the column position. */
  column?: string | number | null | undefined;
  /** The columns to show; else the usual ones. */
  columns?: Array<string | number> | null | undefined;
  /** The measure of the cell. */
  measure: string | number;
  /** Token of the row position. */
  row: string | number;
  /** The order. */
  sort?: Array<MemberSort> | null | undefined;
};

/** What stands where there is nothing. */
export type EmptyMode =
  /** It is left out. */
  | 'HIDE'
  /** No value. */
  | 'NULL'
  /** It is shown, empty. */
  | 'SHOW'
  /** Zero. */
  | 'ZERO';

/** Begins to set up an authenticator app. */
export type EnrolTotpInput = {
  /** One's own password. */
  password: string;
};

/** What somebody may do with a protected field. */
export type FieldRight =
  /** It is null and cannot be asked about. */
  | 'HIDDEN'
  /** A mask stands in its place. */
  | 'MASKED'
  /** It is seen. */
  | 'READ'
  /** It is seen and can be changed. */
  | 'WRITE';

/** Conditions on facts; all that are given must hold. */
export type FilterGroup = {
  /** All of these hold. */
  and?: Array<FilterGroup> | null | undefined;
  /** This does not hold. */
  not?: FilterGroup | null | undefined;
  /** At least one holds. */
  or?: Array<FilterGroup> | null | undefined;
  /** This condition holds. */
  test?: MemberTest | null | undefined;
};

/** The first contact of the new customer; what is left out comes from the opportunity. */
export type FirstContactInput = {
  /** Mail address. */
  email?: string | null | undefined;
  /** The first to turn to; a customer has one at most. */
  isPrimary?: boolean | null | undefined;
  /** Anything worth remembering; protected. */
  memo?: string | null | undefined;
  /** Mobile phone. */
  mobile?: string | null | undefined;
  /** Name of the person. */
  name?: string | null | undefined;
  /** Telephone at work. */
  officePhone?: string | null | undefined;
  /** Position in the organisation. */
  position?: string | null | undefined;
  /** Sex as the person states it. */
  sex?: Sex | null | undefined;
};

/** How old the data is. */
export type FreshnessState =
  /** As new as it should be. */
  | 'FRESH'
  /** Much older than it should be. */
  | 'STALE'
  /** Nothing has been loaded. */
  | 'UNKNOWN'
  /** Older than it should be. */
  | 'WARN';

/** The right that a grant gives on one field. */
export type GrantFieldInput = {
  /** Name of a protected field of the resource. */
  field: string;
  /** hidden, masked, read or write. */
  right: string;
};

/** An action on a resource and how far it reaches. */
export type GrantInput = {
  /** Name of one of its actions. */
  action: string;
  /** The departments of a LIST. */
  departmentIds?: Array<string | number> | null | undefined;
  /** Rights on protected fields; what is not named follows the action. */
  fields?: Array<GrantFieldInput> | null | undefined;
  /** Name of a resource of the permission catalogue. */
  resource: string;
  /** One of the scopes that the resource knows. */
  scope: string;
};

/** A hierarchy with some members opened. */
export type HierarchyExpand = {
  /** The dimension. */
  dimension: string | number;
  /** The members that are opened. */
  expanded?: Array<MemberPath> | null | undefined;
  /** The outermost level; else the first. */
  fromLevel?: string | number | null | undefined;
  /** The hierarchy; else the default one. */
  hierarchy?: string | number | null | undefined;
  /** The innermost level; else the next one. */
  toLevel?: string | number | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type IdCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: string | number | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string | number> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type IntCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: number | null | undefined;
  /** This value or above. */
  gte?: number | null | undefined;
  /** Equal to one of these values. */
  in?: Array<number> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
  /** This value or below. */
  lte?: number | null | undefined;
};

/** A level of a dimension. */
export type LevelRef = {
  /** The dimension. */
  dimension: string | number;
  /** The hierarchy; else the one with the level. */
  hierarchy?: string | number | null | undefined;
  /** The level. */
  level: string | number;
};

/** How much is answered at most. */
export type LimitsInput = {
  /** Cells. */
  maxCells?: number | null | undefined;
  /** Column positions. */
  maxColumnMembers?: number | null | undefined;
  /** Row positions. */
  maxRowMembers?: number | null | undefined;
  /** A page of the rows. */
  rowPage?: PageInput | null | undefined;
  /** Milliseconds to work. */
  timeoutMs?: number | null | undefined;
};

/** A language in which people read the product. */
export type Locale =
  /** English. */
  | 'EN'
  /** Simplified Chinese. */
  | 'ZH_CN';

/** Conditions on one field; all that are given must hold. */
export type LocaleCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: Locale | null | undefined;
  /** Equal to one of these values. */
  in?: Array<Locale> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Why an opportunity is given up. */
export type LoseOpportunityInput = {
  /** What happened. */
  closeNote?: string | null | undefined;
  /** The record. */
  id: string | number;
  /** A loss reason of the dictionary. */
  lossReasonId: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** A condition on a figure, after it is made. */
export type MeasureFilter = {
  /** The level it is tested at. */
  level?: LevelRef | null | undefined;
  /** The measure. */
  measure: string | number;
  /** How to compare. */
  op: MemberOp;
  /** Value to compare with. */
  value?: string | null | undefined;
  /** Values, for IN and BETWEEN. */
  values?: Array<string> | null | undefined;
};

/** A figure to answer. */
export type MeasureSelect = {
  /** Its name in the answer, where it is asked twice. */
  as?: string | number | null | undefined;
  /** How it is written. */
  format?: NumberFormatInput | null | undefined;
  /** The measure or calculation. */
  measure: string | number;
  /** How it is shown. */
  show?: Array<ShowAs>;
};

/** An order by a measure. */
export type MeasureSort = {
  /** Whether members leave the position above them. */
  acrossParents?: boolean | null | undefined;
  /** The column (or row) whose values count; else the total. */
  at?: Array<MemberRef> | null | undefined;
  /** Which way. */
  dir?: SortDir;
  /** The measure. */
  measure: string | number;
};

/** How values are compared. */
export type MemberOp =
  /** Within the range. */
  | 'BETWEEN'
  /** Contains the text. */
  | 'CONTAINS'
  /** Equal. */
  | 'EQ'
  /** Above. */
  | 'GT'
  /** Above or equal. */
  | 'GTE'
  /** One of them. */
  | 'IN'
  /** Is known. */
  | 'IS_KNOWN'
  /** Is not known. */
  | 'IS_UNKNOWN'
  /** Below. */
  | 'LT'
  /** Below or equal. */
  | 'LTE'
  /** Not equal. */
  | 'NE'
  /** None of them. */
  | 'NOT_IN'
  /** Starts with the text. */
  | 'STARTS_WITH';

/** A member by the keys from the outermost level down. */
export type MemberPath = {
  /** Keys from the outermost level down. */
  keys: Array<string>;
};

/** One member of a level. */
export type MemberRef = {
  /** The dimension. */
  dimension: string | number;
  /** The hierarchy; else the one with the level. */
  hierarchy?: string | number | null | undefined;
  /** The member. */
  key: string;
  /** The level. */
  level: string | number;
};

/** Members of a level, for pickers. */
export type MemberSearchInput = {
  /** The cursor after which the page begins. */
  after?: string | null | undefined;
  /** The cube. */
  cube: string | number;
  /** Only those with such facts. */
  filters?: FilterGroup | null | undefined;
  /** How many. */
  first?: number | null | undefined;
  /** Only those with these keys; what is no key of the level is nobody's. */
  keys?: Array<string> | null | undefined;
  /** The level. */
  level: LevelRef;
  /** Only those below this member. */
  parent?: MemberPath | null | undefined;
  /** Only those whose caption contains this. */
  search?: string | null | undefined;
};

/** An order by the members themselves. */
export type MemberSort = {
  /** Which way. */
  dir?: SortDir;
  /** A property; else the level's own order. */
  property?: string | number | null | undefined;
};

/** A condition on the members of a dimension. */
export type MemberTest = {
  /** The dimension. */
  dimension: string | number;
  /** The hierarchy; else the one with the level. */
  hierarchy?: string | number | null | undefined;
  /** Whether a member of a tree stands for all below it. */
  includeDescendants?: boolean | null | undefined;
  /** The level; else the finest one. */
  level?: string | number | null | undefined;
  /** Keys to compare with. */
  members?: Array<string> | null | undefined;
  /** How to compare. */
  op: MemberOp;
  /** Range for BETWEEN. */
  range?: RangeInput | null | undefined;
  /** Text to compare captions with. */
  text?: string | null | undefined;
};

/** A department with all below it goes to another place in the tree. */
export type MoveDepartmentInput = {
  /** The department. */
  id: string | number;
  /** The department above. */
  parentId: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** The customer to be made of a prospect; what is left out comes from the opportunity. */
export type NewCustomerInput = {
  /** Postal address. */
  address?: string | null | undefined;
  /** In the company's currency. */
  annualTurnover?: string | null | undefined;
  /** Name of the bank; protected. */
  bank?: string | null | undefined;
  /** Account number; protected. */
  bankAccount?: string | null | undefined;
  /** 1 low … 5 high. */
  credit?: number | null | undefined;
  /** Number of employees. */
  employeeCount?: number | null | undefined;
  /** Fax number. */
  fax?: string | null | undefined;
  /** Line of business. */
  industry?: string | null | undefined;
  /** Legal representative. */
  legalPerson?: string | null | undefined;
  /** Business licence number. */
  licenceNo?: string | null | undefined;
  /** Protected. */
  localTaxNo?: string | null | undefined;
  /** Unique after width, case, spaces and legal suffixes are set aside. */
  name?: string | null | undefined;
  /** Protected. */
  nationalTaxNo?: string | null | undefined;
  /** The organisation it belongs to. */
  parentCustomerId?: string | number | null | undefined;
  /** Telephone number. */
  phone?: string | null | undefined;
  /** Postcode. */
  postcode?: string | null | undefined;
  /** A region of the dictionary, written `A / B / C`. */
  region?: string | null | undefined;
  /** In the company's currency. */
  registeredCapital?: string | null | undefined;
  /** 1 low … 5 high. */
  satisfaction?: number | null | undefined;
  /** Short free labels. */
  tags?: Array<string> | null | undefined;
  /** 1 ordinary … 5 strategic partner. */
  tier?: number | null | undefined;
  /** Address of the website. */
  website?: string | null | undefined;
};

/** What stands where there is nothing. */
export type NullPolicy = {
  /** Cells without facts. */
  emptyCells?: EmptyMode | null | undefined;
  /** Rows without facts. */
  emptyRows?: EmptyMode | null | undefined;
};

/** How a number is to be written. */
export type NumberFormatInput = {
  /** Shortened: 1.2M, 120万. */
  compact?: boolean | null | undefined;
  /** Digits after the point. */
  decimals?: number | null | undefined;
  /** As a percentage. */
  percent?: boolean | null | undefined;
  /** Unit, e.g. 万. */
  unit?: string | number | null | undefined;
};

/** Conditions on Opportunity; all that are given must hold. */
export type OpportunityFilter = {
  /** All of these hold. */
  and?: Array<OpportunityFilter> | null | undefined;
  /** Conditions on assignedAt. */
  assignedAt?: DateTimeCondition | null | undefined;
  /** Conditions on assigneeId. */
  assigneeId?: IdCondition | null | undefined;
  /** Conditions on closeNote. */
  closeNote?: TextCondition | null | undefined;
  /** Conditions on closedAmount. */
  closedAmount?: DecimalCondition | null | undefined;
  /** Conditions on closedAt. */
  closedAt?: DateTimeCondition | null | undefined;
  /** Conditions on contactName. */
  contactName?: TextCondition | null | undefined;
  /** Conditions on contactPhone. */
  contactPhone?: TextCondition | null | undefined;
  /** Conditions on createdAt. */
  createdAt?: DateTimeCondition | null | undefined;
  /** Conditions on createdById. */
  createdById?: IdCondition | null | undefined;
  /** Conditions on currency. */
  currency?: TextCondition | null | undefined;
  /** Conditions on customerId. */
  customerId?: IdCondition | null | undefined;
  /** Conditions on customerName. */
  customerName?: TextCondition | null | undefined;
  /** Conditions on description. */
  description?: TextCondition | null | undefined;
  /** Conditions on estimatedAmount. */
  estimatedAmount?: DecimalCondition | null | undefined;
  /** Conditions on expectedCloseOn. */
  expectedCloseOn?: DateCondition | null | undefined;
  /** Conditions on firstDevelopedAt. */
  firstDevelopedAt?: DateTimeCondition | null | undefined;
  /** Conditions on furthestStatus. */
  furthestStatus?: OpportunityStatusCondition | null | undefined;
  /** Conditions on id. */
  id?: IdCondition | null | undefined;
  /** Conditions on lossReasonId. */
  lossReasonId?: IdCondition | null | undefined;
  /** This does not hold. */
  not?: OpportunityFilter | null | undefined;
  /** Conditions on number. */
  number?: TextCondition | null | undefined;
  /** At least one of these holds. */
  or?: Array<OpportunityFilter> | null | undefined;
  /** Conditions on sourceId. */
  sourceId?: IdCondition | null | undefined;
  /** Conditions on status. */
  status?: OpportunityStatusCondition | null | undefined;
  /** Conditions on statusSince. */
  statusSince?: DateTimeCondition | null | undefined;
  /** Conditions on strategy. */
  strategy?: TextCondition | null | undefined;
  /** Conditions on successRate. */
  successRate?: IntCondition | null | undefined;
  /** Conditions on tags. */
  tags?: TagsCondition | null | undefined;
  /** Conditions on title. */
  title?: TextCondition | null | undefined;
  /** Conditions on version. */
  version?: IntCondition | null | undefined;
};

/** One term of an order. */
export type OpportunityOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: OpportunityOrderField;
};

/** What Opportunity can be ordered by. */
export type OpportunityOrderField =
  /** By assignedAt. */
  | 'ASSIGNED_AT'
  /** By closedAmount. */
  | 'CLOSED_AMOUNT'
  /** By closedAt. */
  | 'CLOSED_AT'
  /** By closeNote. */
  | 'CLOSE_NOTE'
  /** By contactName. */
  | 'CONTACT_NAME'
  /** By contactPhone. */
  | 'CONTACT_PHONE'
  /** By createdAt. */
  | 'CREATED_AT'
  /** By currency. */
  | 'CURRENCY'
  /** By customerName. */
  | 'CUSTOMER_NAME'
  /** By description. */
  | 'DESCRIPTION'
  /** By estimatedAmount. */
  | 'ESTIMATED_AMOUNT'
  /** By expectedCloseOn. */
  | 'EXPECTED_CLOSE_ON'
  /** By firstDevelopedAt. */
  | 'FIRST_DEVELOPED_AT'
  /** By furthestStatus. */
  | 'FURTHEST_STATUS'
  /** By id. */
  | 'ID'
  /** By number. */
  | 'NUMBER'
  /** By status. */
  | 'STATUS'
  /** By statusSince. */
  | 'STATUS_SINCE'
  /** By strategy. */
  | 'STRATEGY'
  /** By successRate. */
  | 'SUCCESS_RATE'
  /** By title. */
  | 'TITLE'
  /** By version. */
  | 'VERSION';

/** How far an opportunity is. */
export type OpportunityStatus =
  /** 已指派: an account manager has it. */
  | 'ASSIGNED'
  /** 开发中: the account manager works to a plan. */
  | 'DEVELOPING'
  /** 终止开发: it was given up. */
  | 'LOST'
  /** 未指派: nobody works on it yet. */
  | 'UNASSIGNED'
  /** 开发成功: it became a deal. */
  | 'WON';

/** Conditions on one field; all that are given must hold. */
export type OpportunityStatusCondition = {
  /** Equal to this value; null stands for no value. */
  eq?: OpportunityStatus | null | undefined;
  /** Equal to one of these values. */
  in?: Array<OpportunityStatus> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Which way a list is ordered; rows without a value come last either way. */
export type OrderDirection =
  /** Smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** Largest, latest or last in the alphabet first. */
  | 'DESC';

/** What becomes of the rest. */
export type OthersMode =
  /** They are left out. */
  | 'HIDE'
  /** One position stands for them. */
  | 'SHOW';

/** A page of positions. */
export type PageInput = {
  /** The cursor after which it begins. */
  after?: string | null | undefined;
  /** How many. */
  first?: number;
};

/** What becomes of periods that the range or the present cuts. */
export type PartialPolicy =
  /** They are compared with the same part of the other period. */
  | 'COMPARE_TO_DATE'
  /** They are left out. */
  | 'EXCLUDE'
  /** They are shown and marked. */
  | 'MARK';

/** A password that somebody thinks of. */
export type PasswordRulesInput = {
  /** Whose it will be: it must not contain the login. */
  login?: string | null | undefined;
  /** The password, as far as it is typed. */
  password: string;
};

/** One period of the calendar. */
export type PeriodRef = {
  /** Its key, e.g. 2017-Q1. */
  key: string;
  /** The unit. */
  unit: PeriodUnit;
};

/** A unit of the calendar. */
export type PeriodUnit =
  /** A day. */
  | 'DAY'
  /** A month of the fiscal year. */
  | 'FISCAL_MONTH'
  /** A quarter of the fiscal year. */
  | 'FISCAL_QUARTER'
  /** A fiscal year. */
  | 'FISCAL_YEAR'
  /** Half a year. */
  | 'HALF'
  /** A month. */
  | 'MONTH'
  /** A quarter. */
  | 'QUARTER'
  /** An ISO week. */
  | 'WEEK'
  /** A year. */
  | 'YEAR';

/** Something that a role may allow: an action on a kind of record. */
export type Permission =
  /** Create: API key. */
  | 'APIKEY_CREATE'
  /** Delete: API key. */
  | 'APIKEY_DELETE'
  /** Read: API key. */
  | 'APIKEY_READ'
  /** Read: Audit log. */
  | 'AUDIT_READ'
  /** Run: Break-glass access. */
  | 'BREAKGLASS_RUN'
  /** Aggregate: Contact. */
  | 'CONTACT_AGGREGATE'
  /** Create: Contact. */
  | 'CONTACT_CREATE'
  /** Delete: Contact. */
  | 'CONTACT_DELETE'
  /** Erase personal data: Contact. */
  | 'CONTACT_ERASE'
  /** Export: Contact. */
  | 'CONTACT_EXPORT'
  /** Import: Contact. */
  | 'CONTACT_IMPORT'
  /** Read: Contact. */
  | 'CONTACT_READ'
  /** Reveal masked values: Contact. */
  | 'CONTACT_REVEAL'
  /** Update: Contact. */
  | 'CONTACT_UPDATE'
  /** Aggregate: Customer. */
  | 'CUSTOMER_AGGREGATE'
  /** Create: Customer. */
  | 'CUSTOMER_CREATE'
  /** Delete: Customer. */
  | 'CUSTOMER_DELETE'
  /** Export: Customer. */
  | 'CUSTOMER_EXPORT'
  /** Import: Customer. */
  | 'CUSTOMER_IMPORT'
  /** Read: Customer. */
  | 'CUSTOMER_READ'
  /** Update: Customer. */
  | 'CUSTOMER_UPDATE'
  /** Create: Department. */
  | 'DEPARTMENT_CREATE'
  /** Delete: Department. */
  | 'DEPARTMENT_DELETE'
  /** Import: Department. */
  | 'DEPARTMENT_IMPORT'
  /** Read: Department. */
  | 'DEPARTMENT_READ'
  /** Update: Department. */
  | 'DEPARTMENT_UPDATE'
  /** Create: Dictionary. */
  | 'DICTIONARY_CREATE'
  /** Delete: Dictionary. */
  | 'DICTIONARY_DELETE'
  /** Import: Dictionary. */
  | 'DICTIONARY_IMPORT'
  /** Read: Dictionary. */
  | 'DICTIONARY_READ'
  /** Update: Dictionary. */
  | 'DICTIONARY_UPDATE'
  /** Read: Warehouse load. */
  | 'ETL_READ'
  /** Run: Warehouse load. */
  | 'ETL_RUN'
  /** Aggregate: Opportunity. */
  | 'OPPORTUNITY_AGGREGATE'
  /** Assign: Opportunity. */
  | 'OPPORTUNITY_ASSIGN'
  /** Close: Opportunity. */
  | 'OPPORTUNITY_CLOSE'
  /** Create: Opportunity. */
  | 'OPPORTUNITY_CREATE'
  /** Delete: Opportunity. */
  | 'OPPORTUNITY_DELETE'
  /** Export: Opportunity. */
  | 'OPPORTUNITY_EXPORT'
  /** Import: Opportunity. */
  | 'OPPORTUNITY_IMPORT'
  /** Plan: Opportunity. */
  | 'OPPORTUNITY_PLAN'
  /** Read: Opportunity. */
  | 'OPPORTUNITY_READ'
  /** Reassign: Opportunity. */
  | 'OPPORTUNITY_REASSIGN'
  /** Reopen: Opportunity. */
  | 'OPPORTUNITY_REOPEN'
  /** Update: Opportunity. */
  | 'OPPORTUNITY_UPDATE'
  /** Aggregate: Product. */
  | 'PRODUCT_AGGREGATE'
  /** Import: Product. */
  | 'PRODUCT_IMPORT'
  /** Read: Product. */
  | 'PRODUCT_READ'
  /** Assign: Role. */
  | 'ROLE_ASSIGN'
  /** Create: Role. */
  | 'ROLE_CREATE'
  /** Delete: Role. */
  | 'ROLE_DELETE'
  /** Read: Role. */
  | 'ROLE_READ'
  /** Update: Role. */
  | 'ROLE_UPDATE'
  /** Read: Settings. */
  | 'SETTINGS_READ'
  /** Update: Settings. */
  | 'SETTINGS_UPDATE'
  /** Create: User. */
  | 'USER_CREATE'
  /** Import: User. */
  | 'USER_IMPORT'
  /** Read: User. */
  | 'USER_READ'
  /** Update: User. */
  | 'USER_UPDATE';

/** What a position stands for. */
export type PositionKind =
  /** A member. */
  | 'DETAIL'
  /** Everything. */
  | 'GRAND_TOTAL'
  /** The rest beside the first n. */
  | 'OTHERS'
  /** All members below one of an outer level. */
  | 'SUBTOTAL';

/** A product that is offered. */
export type ProductLineInput = {
  /** The product. */
  productId: string | number;
  /** How many, above zero. */
  quantity: string;
  /** Price of one, in the currency of the opportunity. */
  unitPrice?: string | null | undefined;
};

/** What a role would be allowed. */
export type ProposedRoleGrants = {
  /** All grants that it would have. */
  grants: Array<GrantInput>;
  /** The role. */
  roleId: string | number;
};

/** From one value to another. */
export type RangeInput = {
  /** The lower end; open where left out. */
  from?: string | null | undefined;
  /** Whether the lower end belongs to it. */
  includeFrom?: boolean | null | undefined;
  /** Whether the upper end belongs to it. */
  includeTo?: boolean | null | undefined;
  /** The upper end; open where left out. */
  to?: string | null | undefined;
};

/** Whom an opportunity is given to instead, and why. */
export type ReassignOpportunityInput = {
  /** An active account manager within your reach. */
  assigneeId: string | number;
  /** The record. */
  id: string | number;
  /** Why it is done. */
  reason: string;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** What came of a planned step. */
export type RecordPlanResultInput = {
  /** When it was done; now where it is left out. */
  executedAt?: string | null | undefined;
  /** The record. */
  id: string | number;
  /** What came of it. */
  result: string;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Periods counted from the present. */
export type RelativeRange = {
  /** How many of them. */
  count?: number;
  /** 0 ends with the present one, -1 one before. */
  offset?: number;
  /** Whether it ends today. */
  toDate?: boolean;
  /** The unit. */
  unit: PeriodUnit;
};

/** Makes new recovery codes in place of those that are left. */
export type RenewRecoveryCodesInput = {
  /** A code of the authenticator app, or a recovery code. */
  code: string;
  /** One's own password. */
  password: string;
};

/** Why a lost opportunity is taken up again. */
export type ReopenOpportunityInput = {
  /** Who takes it up; whoever had it last where it is left out. */
  assigneeId?: string | number | null | undefined;
  /** The record. */
  id: string | number;
  /** Why it is done. */
  reason: string;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** A new password by the link of a mail. */
export type ResetPasswordInput = {
  /** The password to use from now on. */
  new: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** A masked value to be shown, for a reason. */
export type RevealContactInput = {
  /** The field to show. */
  field: ContactSecret;
  /** The contact. */
  id: string | number;
  /** Why; the audit log keeps it. */
  reason: string;
};

/** All that a role may do from now on. */
export type SetRoleGrantsInput = {
  /** The grants; what is missing is gone. */
  grants: Array<GrantInput>;
  /** The role. */
  roleId: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** A new password for somebody else. */
export type SetUserPasswordInput = {
  /** Whether the next sign-in has to change the password; true unless said otherwise. */
  mustChangePassword?: boolean | null | undefined;
  /** The new password. */
  password: string;
  /** The user. */
  userId: string | number;
};

/** All roles that a user holds from now on. */
export type SetUserRolesInput = {
  /** Codes of roles. */
  roles: Array<string>;
  /** The user. */
  userId: string | number;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Sex of a person as they state it. */
export type Sex =
  /** 女 */
  | 'FEMALE'
  /** 男 */
  | 'MALE'
  /** 其他 */
  | 'OTHER';

/** How the value of a measure is shown. */
export type ShowAs =
  /** The difference from the comparison period. */
  | 'COMPARISON_DELTA'
  /** The relative difference from the comparison period. */
  | 'COMPARISON_PCT'
  /** The value of the comparison period. */
  | 'COMPARISON_VALUE'
  /** As the difference from the position before. */
  | 'DIFF_PREVIOUS'
  /** As the relative difference from the position before. */
  | 'PCT_DIFF_PREVIOUS'
  /** As a share of its column. */
  | 'PCT_OF_COLUMN'
  /** As a share of the position above. */
  | 'PCT_OF_PARENT'
  /** As a share of its row. */
  | 'PCT_OF_ROW'
  /** As a share of the grand total. */
  | 'PCT_OF_TOTAL'
  /** As its rank, 1 for the largest. */
  | 'RANK'
  /** Added up from the first position on. */
  | 'RUNNING_TOTAL'
  /** As it is. */
  | 'VALUE';

/** What somebody signs in with. */
export type SignInInput = {
  /** Code of the authenticator app, or a recovery code, where the user has set up a second factor. */
  code?: string | null | undefined;
  /** Name to sign in with; capitals and small letters are alike. */
  login: string;
  /** The password. */
  password: string;
};

/** Which way. */
export type SortDir =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** An order of positions; exactly one field is given. */
export type SortInput =
  {   /** By a measure. */
  byMeasure: MeasureSort; byMember?: never; }
  |  { byMeasure?: never;   /** By the members. */
  byMember: MemberSort; };

/** Conditions on one field; all that are given must hold. */
export type TagsCondition = {
  /** Contains this text; letters match in capitals and small alike. */
  contains?: string | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
};

/** Conditions on one field; all that are given must hold. */
export type TextCondition = {
  /** Contains this text; letters match in capitals and small alike. */
  contains?: string | null | undefined;
  /** Equal to this value; null stands for no value. */
  eq?: string | null | undefined;
  /** This value or above. */
  gte?: string | null | undefined;
  /** Equal to one of these values. */
  in?: Array<string> | null | undefined;
  /** true: has no value; false: has one. */
  isNull?: boolean | null | undefined;
  /** This value or below. */
  lte?: string | null | undefined;
};

/** What becomes of equals at the border. */
export type TieMode =
  /** The first by caption are taken. */
  | 'BREAK_BY_CAPTION'
  /** All of them are taken. */
  | 'INCLUDE';

/** Range, comparison, zone and calendar in one place. */
export type TimeInput = {
  /** How days make periods. */
  calendar?: CalendarKind | null | undefined;
  /** What to compare with. */
  compareTo?: ComparisonInput | null | undefined;
  /** The date that counts, e.g. closedDate. */
  dimension: string | number;
  /** What becomes of periods that are cut. */
  partialPeriods?: PartialPolicy | null | undefined;
  /** Which days. */
  range: DateRangeInput;
  /** IANA time zone in which the present is read. */
  timeZone: string;
  /** The day that a week begins with. */
  weekStart?: Weekday | null | undefined;
};

/** Only the first n by a measure. */
export type TopN = {
  /** By which measure. */
  by: string | number;
  /** How many. */
  n: number;
  /** Which way. */
  order?: SortDir | null | undefined;
  /** What becomes of the rest. */
  others?: OthersMode | null | undefined;
  /** Among which positions. */
  per?: TopScope | null | undefined;
  /** What becomes of equals at the border. */
  ties?: TieMode | null | undefined;
};

/** Among which positions the first n are taken. */
export type TopScope =
  /** On the whole axis. */
  | 'AXIS'
  /** Within each position above. */
  | 'PARENT';

/** What totals are made of. */
export type TotalBasis =
  /** The whole slice. */
  | 'ALL'
  /** Only what top-n and conditions on measures leave. */
  | 'VISIBLE';

/** Where totals stand. */
export type TotalPosition =
  /** After what they sum up. */
  | 'AFTER'
  /** Before what they sum up. */
  | 'BEFORE';

/** Which totals are made. */
export type TotalsInput = {
  /** What they are made of. */
  basis?: TotalBasis | null | undefined;
  /** Levels on columns with subtotals. */
  columnSubtotals?: Array<string | number> | null | undefined;
  /** A total of all columns. */
  grandColumn?: boolean | null | undefined;
  /** A total of all rows. */
  grandRow?: boolean | null | undefined;
  /** Where they stand. */
  position?: TotalPosition | null | undefined;
  /** Levels on rows with subtotals. */
  rowSubtotals?: Array<string | number> | null | undefined;
};

/** Changes of a department; what is left out stays. */
export type UpdateDepartmentInput = {
  /** Short unique code, used by imports. */
  code?: string | null | undefined;
  /** The department. */
  id: string | number;
  /** Name as people know it. */
  name?: string | null | undefined;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Changes of a role; what is left out stays. */
export type UpdateRoleInput = {
  /** Unique code in capitals, digits and _, for example KEY_ACCOUNTS. */
  code?: string | null | undefined;
  /** The role. */
  id: string | number;
  /** Name in English. */
  nameEn?: string | null | undefined;
  /** Name in Chinese. */
  nameZh?: string | null | undefined;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Changes of a user; what is left out stays, null clears. */
export type UpdateUserInput = {
  /** Whether the user may sign in; false ends all their sessions. */
  active?: boolean | null | undefined;
  /** The department the user belongs to. */
  departmentId?: string | number | null | undefined;
  /** Name as colleagues know it. */
  displayName?: string | null | undefined;
  /** Mail address; protected. */
  email?: string | null | undefined;
  /** The user. */
  id: string | number;
  /** The language the user reads. */
  locale?: Locale | null | undefined;
  /** Telephone number; protected. */
  phone?: string | null | undefined;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

/** Conditions on User; all that are given must hold. */
export type UserFilter = {
  /** Conditions on active. */
  active?: BooleanCondition | null | undefined;
  /** All of these hold. */
  and?: Array<UserFilter> | null | undefined;
  /** Conditions on departmentId. */
  departmentId?: IdCondition | null | undefined;
  /** Conditions on displayName. */
  displayName?: TextCondition | null | undefined;
  /** Conditions on email. */
  email?: TextCondition | null | undefined;
  /** Conditions on id. */
  id?: IdCondition | null | undefined;
  /** Conditions on locale. */
  locale?: LocaleCondition | null | undefined;
  /** Conditions on login. */
  login?: TextCondition | null | undefined;
  /** This does not hold. */
  not?: UserFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<UserFilter> | null | undefined;
  /** Conditions on phone. */
  phone?: TextCondition | null | undefined;
  /** Conditions on roles. */
  roles?: TagsCondition | null | undefined;
  /** Conditions on version. */
  version?: IntCondition | null | undefined;
};

/** One term of an order. */
export type UserOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: UserOrderField;
};

/** What User can be ordered by. */
export type UserOrderField =
  /** By active. */
  | 'ACTIVE'
  /** By displayName. */
  | 'DISPLAY_NAME'
  /** By email. */
  | 'EMAIL'
  /** By id. */
  | 'ID'
  /** By locale. */
  | 'LOCALE'
  /** By login. */
  | 'LOGIN'
  /** By phone. */
  | 'PHONE'
  /** By version. */
  | 'VERSION';

/** A day that a week may begin with. */
export type Weekday =
  /** Monday. */
  | 'MONDAY'
  /** Sunday. */
  | 'SUNDAY';

/** What an opportunity brought, and which customer it led to. */
export type WinOpportunityInput = {
  /** How it was won. */
  closeNote?: string | null | undefined;
  /** What it brought; the estimated amount where it is left out. */
  closedAmount?: string | null | undefined;
  /** ISO 4217 code; that of the opportunity where it is left out. */
  currency?: string | null | undefined;
  /** The existing customer that the prospect turned out to be; the opportunity's own customer where it has one. */
  customerId?: string | number | null | undefined;
  /** The first contact of the new customer. */
  firstContact?: FirstContactInput | null | undefined;
  /** The record. */
  id: string | number;
  /** The customer to be made where the prospect is none yet. */
  newCustomer?: NewCustomerInput | null | undefined;
  /** The version that was read; a stale one is CONFLICT. */
  version: number;
};

export type CubeCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CubeCatalogueQuery = { cubes: Array<{ name: string, title: string, measures: Array<{ name: string, title: string, description: string | null, formula: string | null, compatibleDimensions: Array<string> }>, dimensions: Array<{ name: string, title: string, kind: DimensionKind, hierarchies: Array<{ name: string, title: string, isDefault: boolean, levels: Array<{ name: string, title: string, depth: number }> }> }> }> };

export type CellsetQueryVariables = Exact<{
  input: CubeQueryInput;
}>;


export type CellsetQuery = { cubeQuery: { axes: { rows: { positions: Array<{ ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ start: string | null, end: string | null, key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }>, drill: { through: string | null } }> }, columns: { positions: Array<{ ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }> }> }, slicer: Array<{ caption: string }> }, cells: Array<{ row: number, column: number, measure: string, show: ShowAs, value: string | null, formatted: string, status: CellStatus }>, freshness: { loadedAt: string, sourceMaxTime: string, state: FreshnessState }, truncated: { rows: { shown: number, total: number }, columns: { shown: number, total: number } }, warnings: Array<{ code: string, message: string }> } };

export type CellsetPositionFragment = { ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ start: string | null, end: string | null, key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }>, drill: { through: string | null } };

export type PositionPartsFragment = { ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }> };

export type FreshnessPartsFragment = { loadedAt: string, sourceMaxTime: string, state: FreshnessState };

export type TruncationPartsFragment = { rows: { shown: number, total: number }, columns: { shown: number, total: number } };

export type CubeMatrixQueryVariables = Exact<{
  input: CubeQueryInput;
}>;


export type CubeMatrixQuery = { cubeQuery: { axes: { rows: { levels: Array<{ name: string, title: string }>, positions: Array<{ expanded: boolean, ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ path: Array<string>, key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }>, drill: { through: string | null } }> }, columns: { positions: Array<{ expanded: boolean, ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ path: Array<string>, key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }>, drill: { through: string | null } }> }, slicer: Array<{ caption: string }> }, measures: Array<{ measure: string, title: string, show: ShowAs }>, grid: { values: Array<Array<string | null>>, formatted: Array<Array<string | null>> } | null, freshness: { loadedAt: string, sourceMaxTime: string, state: FreshnessState }, truncated: { rows: { shown: number, total: number }, columns: { shown: number, total: number } }, warnings: Array<{ code: string, message: string }> } };

export type MatrixPositionFragment = { expanded: boolean, ordinal: number, kind: PositionKind, depth: number, parentOrdinal: number | null, hasChildren: boolean, members: Array<{ path: Array<string>, key: string, caption: string, level: string, dimension: string, isUnknown: boolean, partial: boolean | null }>, drill: { through: string | null } };

export type CubeMembersQueryVariables = Exact<{
  input: MemberSearchInput;
}>;


export type CubeMembersQuery = { cubeMembers: { totalCount: number | null, nodes: Array<{ key: string, caption: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FactsQueryVariables = Exact<{
  input: DrillThroughInput;
  after?: string | null | undefined;
}>;


export type FactsQuery = { drillThrough: { formatted: string, totalCount: number, matchesCell: boolean, rows: Array<unknown>, columns: Array<{ name: string, title: string, type: string, recordType: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FactColumnFragment = { name: string, title: string, type: string, recordType: string | null };

export type ExplanationQueryVariables = Exact<{
  input: CubeQueryInput;
}>;


export type ExplanationQuery = { explainCube: { lineage: unknown } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { sessions: Array<{ id: string, device: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, current: boolean }> };

export type OwnSessionFragment = { id: string, device: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, current: boolean };

export type EndSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndSessionMutation = { endSession: boolean };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: number };

export type SecondFactorStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SecondFactorStateQuery = { secondFactor: { enabled: boolean, recoveryCodesLeft: number } };

export type EnrolTotpMutationVariables = Exact<{
  input: EnrolTotpInput;
}>;


export type EnrolTotpMutation = { enrolTotp: { secret: string, uri: string } };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { confirmTotp: Array<string> };

export type DisableTotpMutationVariables = Exact<{
  input: DisableTotpInput;
}>;


export type DisableTotpMutation = { disableTotp: boolean };

export type ChangeLocaleMutationVariables = Exact<{
  locale: Locale;
}>;


export type ChangeLocaleMutation = { changeLocale: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export type RenewRecoveryCodesMutationVariables = Exact<{
  input: RenewRecoveryCodesInput;
}>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: Array<string> };

export type ApiKeyListQueryVariables = Exact<{
  after?: string | null | undefined;
  orderBy?: Array<ApiKeyOrder> | ApiKeyOrder | null | undefined;
  filter?: ApiKeyFilter | null | undefined;
  counting: boolean;
}>;


export type ApiKeyListQuery = { apiKeys: { totalCount?: number, edges: Array<{ node: { id: string, name: string, role: string | null, createdBy: string | null, createdAt: string, expiresAt: string, expired: boolean, lastUsedAt: string | null, revokedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ApiKeyRowFragment = { id: string, name: string, role: string | null, createdBy: string | null, createdAt: string, expiresAt: string, expired: boolean, lastUsedAt: string | null, revokedAt: string | null };

export type ApiKeyRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeyRolesQuery = { roles: { edges: Array<{ node: { code: string, nameZh: string, nameEn: string } }> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { id: string, secret: string, expiresAt: string } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

export type AuditListQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: AuditEntryFilter | null | undefined;
  counting: boolean;
}>;


export type AuditListQuery = { auditEntries: { totalCount?: number, edges: Array<{ node: { id: string, at: string, principal: string, action: string, resource: string, recordId: string | null, requestId: string | null, address: string | null, before: unknown, after: unknown, user: { id: string, displayName: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type AuditRecordQuery = { auditEntries: { edges: Array<{ node: { id: string, at: string, principal: string, action: string, resource: string, recordId: string | null, requestId: string | null, address: string | null, before: unknown, after: unknown, user: { id: string, displayName: string } | null } }> } };

export type AuditRowFragment = { id: string, at: string, principal: string, action: string, resource: string, recordId: string | null, requestId: string | null, address: string | null, before: unknown, after: unknown, user: { id: string, displayName: string } | null };

export type AuditNamesQueryVariables = Exact<{
  user: Array<string | number> | string | number;
  role: Array<string | number> | string | number;
  department: Array<string | number> | string | number;
  customer: Array<string | number> | string | number;
  contact: Array<string | number> | string | number;
  opportunity: Array<string | number> | string | number;
  withUser: boolean;
  withRole: boolean;
  withDepartment: boolean;
  withCustomer: boolean;
  withContact: boolean;
  withOpportunity: boolean;
}>;


export type AuditNamesQuery = { users?: { edges: Array<{ node: { id: string, displayName: string } }> }, roles?: { edges: Array<{ node: { id: string, nameZh: string, nameEn: string } }> }, departments?: { edges: Array<{ node: { id: string, name: string } }> }, customers?: { edges: Array<{ node: { id: string, name: string } }> }, contacts?: { edges: Array<{ node: { id: string, name: string } }> }, opportunities?: { edges: Array<{ node: { id: string, title: string } }> } };

export type CreateDepartmentMutationVariables = Exact<{
  input: CreateDepartmentInput;
}>;


export type CreateDepartmentMutation = { createDepartment: { id: string } | null };

export type UpdateDepartmentMutationVariables = Exact<{
  input: UpdateDepartmentInput;
}>;


export type UpdateDepartmentMutation = { updateDepartment: { id: string } | null };

export type MoveDepartmentMutationVariables = Exact<{
  input: MoveDepartmentInput;
}>;


export type MoveDepartmentMutation = { moveDepartment: { id: string, version: number } | null };

export type DeleteDepartmentMutationVariables = Exact<{
  input: DeleteDepartmentInput;
}>;


export type DeleteDepartmentMutation = { deleteDepartment: string };

export type DepartmentTreeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DepartmentTreeQuery = { departments: { edges: Array<{ node: { id: string, code: string, name: string, parentId: string | null, people: number | null, version: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DepartmentNodeFragment = { id: string, code: string, name: string, parentId: string | null, people: number | null, version: number };

export type RoleNamesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RoleNamesQuery = { roles: { edges: Array<{ node: { id: string, code: string, nameZh: string, nameEn: string, builtIn: boolean, holders: number, version: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RoleNameFragment = { id: string, code: string, nameZh: string, nameEn: string, builtIn: boolean, holders: number, version: number };

export type AccessPreviewQueryVariables = Exact<{
  input: AccessPreviewInput;
}>;


export type AccessPreviewQuery = { accessPreview: Array<{ resource: string, caption: string, rows: number | null, actions: Array<{ action: string, caption: string, allowed: boolean, reach: string }>, fields: Array<{ field: string, caption: string, right: FieldRight, everywhere: boolean }> }> };

export type PreviewedPartsFragment = { resource: string, caption: string, rows: number | null, actions: Array<{ action: string, caption: string, allowed: boolean, reach: string }>, fields: Array<{ field: string, caption: string, right: FieldRight, everywhere: boolean }> };

export type RoleRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type RoleRecordQuery = { role: { id: string, code: string, nameZh: string, nameEn: string, builtIn: boolean, holders: number, version: number, grants: Array<{ resource: string, action: string, scope: string, departmentIds: Array<string>, fields: Array<{ field: string, right: string }> }> } | null };

export type GrantPartsFragment = { resource: string, action: string, scope: string, departmentIds: Array<string>, fields: Array<{ field: string, right: string }> };

export type PermissionCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionCatalogueQuery = { permissions: Array<{ name: string, caption: string, actions: Array<{ name: string, caption: string }>, scopes: Array<{ name: string, caption: string }>, fields: Array<{ name: string, caption: string }>, rights: Array<{ name: string, caption: string }> }> };

export type CatalogueResourceFragment = { name: string, caption: string, actions: Array<{ name: string, caption: string }>, scopes: Array<{ name: string, caption: string }>, fields: Array<{ name: string, caption: string }>, rights: Array<{ name: string, caption: string }> };

export type GrantLimitsQueryVariables = Exact<{
  roleId: string | number;
}>;


export type GrantLimitsQuery = { grantLimits: { actions: Array<{ resource: string, action: string, scopes: Array<string>, reason: string }>, fields: Array<{ resource: string, field: string, rights: Array<string>, reason: string }> } };

export type PreviewedUsersQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
}>;


export type PreviewedUsersQuery = { users: { edges: Array<{ node: { id: string, displayName: string, roles: Array<string> | null, department: { id: string, name: string } } }> } };

export type CreateRoleMutationVariables = Exact<{
  input: CreateRoleInput;
}>;


export type CreateRoleMutation = { createRole: { id: string, version: number } | null };

export type UpdateRoleMutationVariables = Exact<{
  input: UpdateRoleInput;
}>;


export type UpdateRoleMutation = { updateRole: { id: string } | null };

export type DeleteRoleMutationVariables = Exact<{
  input: DeleteRoleInput;
}>;


export type DeleteRoleMutation = { deleteRole: string };

export type SetRoleGrantsMutationVariables = Exact<{
  input: SetRoleGrantsInput;
}>;


export type SetRoleGrantsMutation = { setRoleGrants: { id: string, version: number } | null };

export type UserListQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
  counting: boolean;
}>;


export type UserListQuery = { users: { totalCount?: number, edges: Array<{ node: { id: string, displayName: string, login: string | null, active: boolean, roles: Array<string> | null, department: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UserRowFragment = { id: string, displayName: string, login: string | null, active: boolean, roles: Array<string> | null, department: { id: string, name: string } };

export type UserRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type UserRecordQuery = { user: { email: string | null, phone: string | null, locale: Locale, version: number, id: string, displayName: string, login: string | null, active: boolean, roles: Array<string> | null, department: { id: string, name: string } } | null };

export type UserSessionsQueryVariables = Exact<{
  userId: string | number;
}>;


export type UserSessionsQuery = { userSessions: Array<{ id: string, device: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, current: boolean }> };

export type RoleLimitsQueryVariables = Exact<{
  userId: string | number;
}>;


export type RoleLimitsQuery = { roleLimits: Array<{ role: string, reason: string }> };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: { id: string } | null };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: { id: string } | null };

export type SetUserRolesMutationVariables = Exact<{
  input: SetUserRolesInput;
}>;


export type SetUserRolesMutation = { setUserRoles: { id: string } | null };

export type SetUserPasswordMutationVariables = Exact<{
  input: SetUserPasswordInput;
}>;


export type SetUserPasswordMutation = { setUserPassword: boolean };

export type ResetTotpMutationVariables = Exact<{
  userId: string | number;
}>;


export type ResetTotpMutation = { resetTotp: boolean };

export type EndUserSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndUserSessionMutation = { endSession: boolean };

export type EndUserSessionsMutationVariables = Exact<{
  userId: string | number;
}>;


export type EndUserSessionsMutation = { endUserSessions: number };

export type CustomerRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerRecordQuery = { customer: { satisfaction: number | null, credit: number | null, address: string | null, postcode: string | null, phone: string | null, fax: string | null, website: string | null, employeeCount: number | null, licenceNo: string | null, legalPerson: string | null, registeredCapital: string | null, annualTurnover: string | null, bank: string | null, bankAccount: string | null, nationalTaxNo: string | null, localTaxNo: string | null, tags: Array<string> | null, createdAt: string, id: string, number: string, name: string, region: string | null, tier: number, industry: string | null, status: CustomerStatus, parentCustomer: { id: string, name: string } | null, createdBy: { id: string, displayName: string } | null, contacts: Array<{ id: string, name: string, position: string | null, officePhone: string | null, mobile: string | null, email: string | null, isPrimary: boolean }>, opportunities: { totalCount: number, edges: Array<{ node: { id: string, number: string, title: string, status: OpportunityStatus, successRate: number, estimatedAmount: string | null, closedAmount: string | null, currency: string, expectedCloseOn: string | null, customerName: string | null, customer: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null } }> }, accountManager: { id: string, displayName: string } | null } | null };

export type ContactRowFragment = { id: string, name: string, position: string | null, officePhone: string | null, mobile: string | null, email: string | null, isPrimary: boolean };

export type RevealContactMutationVariables = Exact<{
  input: RevealContactInput;
}>;


export type RevealContactMutation = { revealContact: { value: string | null } | null };

export type ExportContactDataMutationVariables = Exact<{
  id: string | number;
}>;


export type ExportContactDataMutation = { exportContactData: unknown };

export type EraseContactMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type EraseContactMutation = { eraseContact: boolean | null };

export type CustomerListQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: CustomerFilter | null | undefined;
  orderBy?: Array<CustomerOrder> | CustomerOrder | null | undefined;
  counting: boolean;
}>;


export type CustomerListQuery = { customers: { totalCount?: number, edges: Array<{ node: { id: string, number: string, name: string, region: string | null, tier: number, industry: string | null, status: CustomerStatus, accountManager: { id: string, displayName: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomerRowFragment = { id: string, number: string, name: string, region: string | null, tier: number, industry: string | null, status: CustomerStatus, accountManager: { id: string, displayName: string } | null };

export type AssigneeChoicesQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
}>;


export type AssigneeChoicesQuery = { users: { edges: Array<{ node: { id: string, displayName: string, department: { id: string, name: string } } }> } };

export type CustomerChoicesQueryVariables = Exact<{
  filter?: CustomerFilter | null | undefined;
}>;


export type CustomerChoicesQuery = { customers: { edges: Array<{ node: { id: string, name: string, number: string } }> } };

export type DictionaryChoicesQueryVariables = Exact<{
  type: DictionaryType;
}>;


export type DictionaryChoicesQuery = { dictionaryEntries: { edges: Array<{ node: { id: string, code: string, caption: string } }> } };

export type CreateOpportunityMutationVariables = Exact<{
  input: CreateOpportunityInput;
}>;


export type CreateOpportunityMutation = { createOpportunity: { id: string } | null };

export type AssignOpportunityMutationVariables = Exact<{
  input: AssignOpportunityInput;
}>;


export type AssignOpportunityMutation = { assignOpportunity: { id: string } | null };

export type ReassignOpportunityMutationVariables = Exact<{
  input: ReassignOpportunityInput;
}>;


export type ReassignOpportunityMutation = { reassignOpportunity: { id: string } | null };

export type ReopenOpportunityMutationVariables = Exact<{
  input: ReopenOpportunityInput;
}>;


export type ReopenOpportunityMutation = { reopenOpportunity: { id: string } | null };

export type AddPlanItemMutationVariables = Exact<{
  input: AddPlanItemInput;
}>;


export type AddPlanItemMutation = { addPlanItem: { id: string } | null };

export type RecordPlanResultMutationVariables = Exact<{
  input: RecordPlanResultInput;
}>;


export type RecordPlanResultMutation = { recordPlanResult: { id: string } | null };

export type WinOpportunityMutationVariables = Exact<{
  input: WinOpportunityInput;
}>;


export type WinOpportunityMutation = { winOpportunity: { id: string } | null };

export type LoseOpportunityMutationVariables = Exact<{
  input: LoseOpportunityInput;
}>;


export type LoseOpportunityMutation = { loseOpportunity: { id: string } | null };

export type OpportunityListQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: OpportunityFilter | null | undefined;
  orderBy?: Array<OpportunityOrder> | OpportunityOrder | null | undefined;
  counting: boolean;
}>;


export type OpportunityListQuery = { opportunities: { totalCount?: number, edges: Array<{ node: { id: string, number: string, title: string, status: OpportunityStatus, successRate: number, estimatedAmount: string | null, closedAmount: string | null, currency: string, expectedCloseOn: string | null, customerName: string | null, customer: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OpportunityRowFragment = { id: string, number: string, title: string, status: OpportunityStatus, successRate: number, estimatedAmount: string | null, closedAmount: string | null, currency: string, expectedCloseOn: string | null, customerName: string | null, customer: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null };

export type OpportunityRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type OpportunityRecordQuery = { opportunity: { version: number, description: string, strategy: string | null, contactName: string | null, contactPhone: string | null, createdAt: string, assignedAt: string | null, closedAt: string | null, closeNote: string | null, tags: Array<string>, id: string, number: string, title: string, status: OpportunityStatus, successRate: number, estimatedAmount: string | null, closedAmount: string | null, currency: string, expectedCloseOn: string | null, customerName: string | null, source: { id: string, caption: string }, lossReason: { id: string, caption: string } | null, createdBy: { id: string, displayName: string } | null, products: Array<{ id: string, quantity: string, unitPrice: string | null, currency: string, product: { id: string, name: string } | null }>, planItems: Array<{ id: string, version: number, plannedOn: string, content: string, result: string | null, executedAt: string | null, executedBy: { id: string, displayName: string } | null }>, transitions: Array<{ id: string, fromStatus: OpportunityStatus | null, toStatus: OpportunityStatus, at: string, reason: string | null, by: { id: string, displayName: string } | null }>, revisions: Array<{ id: string, at: string, changes: unknown, by: { id: string, displayName: string } | null }>, customer: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null } | null };

export type PlanItemRowFragment = { id: string, version: number, plannedOn: string, content: string, result: string | null, executedAt: string | null, executedBy: { id: string, displayName: string } | null };

export type OpportunityRowChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type OpportunityRowChangedSubscription = { opportunityChanged: { id: string, number: string, title: string, status: OpportunityStatus, successRate: number, estimatedAmount: string | null, closedAmount: string | null, currency: string, expectedCloseOn: string | null, customerName: string | null, customer: { id: string, name: string } | null, assignee: { id: string, displayName: string } | null } | null };

export type OpportunityTouchedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type OpportunityTouchedSubscription = { opportunityChanged: { id: string } | null };

export type SignInOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInOptionsQuery = { signInOptions: { passwordReset: boolean, singleSignOn: boolean } };

export type RequestPasswordResetMutationVariables = Exact<{
  loginOrEmail: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type PasswordResetLinkQueryVariables = Exact<{
  token: string;
}>;


export type PasswordResetLinkQuery = { passwordResetLink: { login: string, expiresAt: string } | null };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

export type PasswordRulesQueryVariables = Exact<{
  input: PasswordRulesInput;
}>;


export type PasswordRulesQuery = { passwordRules: Array<{ code: string, text: string, met: boolean }> };

export type ViewerPartsFragment = { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } };

export type SessionPartsFragment = { accessToken: string, viewer: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { accessToken: string, viewer: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, viewer: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type BreakGlassMutationVariables = Exact<{
  input: BreakGlassInput;
}>;


export type BreakGlassMutation = { breakGlass: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export type EndBreakGlassMutationVariables = Exact<{ [key: string]: never; }>;


export type EndBreakGlassMutation = { endBreakGlass: { id: string, login: string, displayName: string, roles: Array<string>, permissions: Array<Permission>, locale: Locale, mustChangePassword: boolean, breakGlassUntil: string | null, department: { id: string, name: string } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PositionPartsFragmentDoc = new TypedDocumentString(`
    fragment PositionParts on Position {
  ordinal
  kind
  depth
  parentOrdinal
  hasChildren
  members {
    key
    caption
    level
    dimension
    isUnknown
    partial
  }
}
    `, {"fragmentName":"PositionParts"}) as unknown as TypedDocumentString<PositionPartsFragment, unknown>;
export const CellsetPositionFragmentDoc = new TypedDocumentString(`
    fragment CellsetPosition on Position {
  ...PositionParts
  members {
    start
    end
  }
  drill {
    through
  }
}
    fragment PositionParts on Position {
  ordinal
  kind
  depth
  parentOrdinal
  hasChildren
  members {
    key
    caption
    level
    dimension
    isUnknown
    partial
  }
}`, {"fragmentName":"CellsetPosition"}) as unknown as TypedDocumentString<CellsetPositionFragment, unknown>;
export const FreshnessPartsFragmentDoc = new TypedDocumentString(`
    fragment FreshnessParts on Freshness {
  loadedAt
  sourceMaxTime
  state
}
    `, {"fragmentName":"FreshnessParts"}) as unknown as TypedDocumentString<FreshnessPartsFragment, unknown>;
export const TruncationPartsFragmentDoc = new TypedDocumentString(`
    fragment TruncationParts on Truncation {
  rows {
    shown
    total
  }
  columns {
    shown
    total
  }
}
    `, {"fragmentName":"TruncationParts"}) as unknown as TypedDocumentString<TruncationPartsFragment, unknown>;
export const MatrixPositionFragmentDoc = new TypedDocumentString(`
    fragment MatrixPosition on Position {
  ...PositionParts
  expanded
  members {
    path
  }
  drill {
    through
  }
}
    fragment PositionParts on Position {
  ordinal
  kind
  depth
  parentOrdinal
  hasChildren
  members {
    key
    caption
    level
    dimension
    isUnknown
    partial
  }
}`, {"fragmentName":"MatrixPosition"}) as unknown as TypedDocumentString<MatrixPositionFragment, unknown>;
export const FactColumnFragmentDoc = new TypedDocumentString(`
    fragment FactColumn on ResultColumn {
  name
  title
  type
  recordType
}
    `, {"fragmentName":"FactColumn"}) as unknown as TypedDocumentString<FactColumnFragment, unknown>;
export const OwnSessionFragmentDoc = new TypedDocumentString(`
    fragment OwnSession on UserSession {
  id
  device
  userAgent
  address
  createdAt
  lastUsedAt
  current
}
    `, {"fragmentName":"OwnSession"}) as unknown as TypedDocumentString<OwnSessionFragment, unknown>;
export const ApiKeyRowFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyRow on ApiKey {
  id
  name
  role
  createdBy
  createdAt
  expiresAt
  expired
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"ApiKeyRow"}) as unknown as TypedDocumentString<ApiKeyRowFragment, unknown>;
export const AuditRowFragmentDoc = new TypedDocumentString(`
    fragment AuditRow on AuditEntry {
  id
  at
  principal
  user {
    id
    displayName
  }
  action
  resource
  recordId
  requestId
  address
  before
  after
}
    `, {"fragmentName":"AuditRow"}) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const DepartmentNodeFragmentDoc = new TypedDocumentString(`
    fragment DepartmentNode on Department {
  id
  code
  name
  parentId
  people
  version
}
    `, {"fragmentName":"DepartmentNode"}) as unknown as TypedDocumentString<DepartmentNodeFragment, unknown>;
export const RoleNameFragmentDoc = new TypedDocumentString(`
    fragment RoleName on Role {
  id
  code
  nameZh
  nameEn
  builtIn
  holders
  version
}
    `, {"fragmentName":"RoleName"}) as unknown as TypedDocumentString<RoleNameFragment, unknown>;
export const PreviewedPartsFragmentDoc = new TypedDocumentString(`
    fragment PreviewedParts on PreviewedResource {
  resource
  caption
  rows
  actions {
    action
    caption
    allowed
    reach
  }
  fields {
    field
    caption
    right
    everywhere
  }
}
    `, {"fragmentName":"PreviewedParts"}) as unknown as TypedDocumentString<PreviewedPartsFragment, unknown>;
export const GrantPartsFragmentDoc = new TypedDocumentString(`
    fragment GrantParts on RoleGrant {
  resource
  action
  scope
  departmentIds
  fields {
    field
    right
  }
}
    `, {"fragmentName":"GrantParts"}) as unknown as TypedDocumentString<GrantPartsFragment, unknown>;
export const CatalogueResourceFragmentDoc = new TypedDocumentString(`
    fragment CatalogueResource on PermissionResource {
  name
  caption
  actions {
    name
    caption
  }
  scopes {
    name
    caption
  }
  fields {
    name
    caption
  }
  rights {
    name
    caption
  }
}
    `, {"fragmentName":"CatalogueResource"}) as unknown as TypedDocumentString<CatalogueResourceFragment, unknown>;
export const UserRowFragmentDoc = new TypedDocumentString(`
    fragment UserRow on User {
  id
  displayName
  login
  active
  roles
  department {
    id
    name
  }
}
    `, {"fragmentName":"UserRow"}) as unknown as TypedDocumentString<UserRowFragment, unknown>;
export const ContactRowFragmentDoc = new TypedDocumentString(`
    fragment ContactRow on Contact {
  id
  name
  position
  officePhone
  mobile
  email
  isPrimary
}
    `, {"fragmentName":"ContactRow"}) as unknown as TypedDocumentString<ContactRowFragment, unknown>;
export const CustomerRowFragmentDoc = new TypedDocumentString(`
    fragment CustomerRow on Customer {
  id
  number
  name
  region
  tier
  industry
  status
  accountManager {
    id
    displayName
  }
}
    `, {"fragmentName":"CustomerRow"}) as unknown as TypedDocumentString<CustomerRowFragment, unknown>;
export const OpportunityRowFragmentDoc = new TypedDocumentString(`
    fragment OpportunityRow on Opportunity {
  id
  number
  title
  status
  successRate
  estimatedAmount
  closedAmount
  currency
  expectedCloseOn
  customerName
  customer {
    id
    name
  }
  assignee {
    id
    displayName
  }
}
    `, {"fragmentName":"OpportunityRow"}) as unknown as TypedDocumentString<OpportunityRowFragment, unknown>;
export const PlanItemRowFragmentDoc = new TypedDocumentString(`
    fragment PlanItemRow on PlanItem {
  id
  version
  plannedOn
  content
  result
  executedAt
  executedBy {
    id
    displayName
  }
}
    `, {"fragmentName":"PlanItemRow"}) as unknown as TypedDocumentString<PlanItemRowFragment, unknown>;
export const ViewerPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}
    `, {"fragmentName":"ViewerParts"}) as unknown as TypedDocumentString<ViewerPartsFragment, unknown>;
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on Session {
  accessToken
  viewer {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const CubeCatalogueDocument = new TypedDocumentString(`
    query CubeCatalogue {
  cubes {
    name
    title
    measures {
      name
      title
      description
      formula
      compatibleDimensions
    }
    dimensions {
      name
      title
      kind
      hierarchies {
        name
        title
        isDefault
        levels {
          name
          title
          depth
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CubeCatalogueQuery, CubeCatalogueQueryVariables>;
export const CellsetDocument = new TypedDocumentString(`
    query Cellset($input: CubeQueryInput!) {
  cubeQuery(input: $input) {
    axes {
      rows {
        positions {
          ...CellsetPosition
        }
      }
      columns {
        positions {
          ...PositionParts
        }
      }
      slicer {
        caption
      }
    }
    cells {
      row
      column
      measure
      show
      value
      formatted
      status
    }
    freshness {
      ...FreshnessParts
    }
    truncated {
      ...TruncationParts
    }
    warnings {
      code
      message
    }
  }
}
    fragment CellsetPosition on Position {
  ...PositionParts
  members {
    start
    end
  }
  drill {
    through
  }
}
fragment PositionParts on Position {
  ordinal
  kind
  depth
  parentOrdinal
  hasChildren
  members {
    key
    caption
    level
    dimension
    isUnknown
    partial
  }
}
fragment FreshnessParts on Freshness {
  loadedAt
  sourceMaxTime
  state
}
fragment TruncationParts on Truncation {
  rows {
    shown
    total
  }
  columns {
    shown
    total
  }
}`) as unknown as TypedDocumentString<CellsetQuery, CellsetQueryVariables>;
export const CubeMatrixDocument = new TypedDocumentString(`
    query CubeMatrix($input: CubeQueryInput!) {
  cubeQuery(input: $input) {
    axes {
      rows {
        levels {
          name
          title
        }
        positions {
          ...MatrixPosition
        }
      }
      columns {
        positions {
          ...MatrixPosition
        }
      }
      slicer {
        caption
      }
    }
    measures {
      measure
      title
      show
    }
    grid {
      values
      formatted
    }
    freshness {
      ...FreshnessParts
    }
    truncated {
      ...TruncationParts
    }
    warnings {
      code
      message
    }
  }
}
    fragment PositionParts on Position {
  ordinal
  kind
  depth
  parentOrdinal
  hasChildren
  members {
    key
    caption
    level
    dimension
    isUnknown
    partial
  }
}
fragment FreshnessParts on Freshness {
  loadedAt
  sourceMaxTime
  state
}
fragment TruncationParts on Truncation {
  rows {
    shown
    total
  }
  columns {
    shown
    total
  }
}
fragment MatrixPosition on Position {
  ...PositionParts
  expanded
  members {
    path
  }
  drill {
    through
  }
}`) as unknown as TypedDocumentString<CubeMatrixQuery, CubeMatrixQueryVariables>;
export const CubeMembersDocument = new TypedDocumentString(`
    query CubeMembers($input: MemberSearchInput!) {
  cubeMembers(input: $input) {
    nodes {
      key
      caption
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CubeMembersQuery, CubeMembersQueryVariables>;
export const FactsDocument = new TypedDocumentString(`
    query Facts($input: DrillThroughInput!, $after: String) {
  drillThrough(input: $input, first: 50, after: $after) {
    formatted
    totalCount
    matchesCell
    columns {
      ...FactColumn
    }
    rows
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment FactColumn on ResultColumn {
  name
  title
  type
  recordType
}`) as unknown as TypedDocumentString<FactsQuery, FactsQueryVariables>;
export const ExplanationDocument = new TypedDocumentString(`
    query Explanation($input: CubeQueryInput!) {
  explainCube(input: $input) {
    lineage
  }
}
    `) as unknown as TypedDocumentString<ExplanationQuery, ExplanationQueryVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  sessions {
    ...OwnSession
  }
}
    fragment OwnSession on UserSession {
  id
  device
  userAgent
  address
  createdAt
  lastUsedAt
  current
}`) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const SecondFactorStateDocument = new TypedDocumentString(`
    query SecondFactorState {
  secondFactor {
    enabled
    recoveryCodesLeft
  }
}
    `) as unknown as TypedDocumentString<SecondFactorStateQuery, SecondFactorStateQueryVariables>;
export const EnrolTotpDocument = new TypedDocumentString(`
    mutation EnrolTotp($input: EnrolTotpInput!) {
  enrolTotp(input: $input) {
    secret
    uri
  }
}
    `) as unknown as TypedDocumentString<EnrolTotpMutation, EnrolTotpMutationVariables>;
export const ConfirmTotpDocument = new TypedDocumentString(`
    mutation ConfirmTotp($input: ConfirmTotpInput!) {
  confirmTotp(input: $input)
}
    `) as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const DisableTotpDocument = new TypedDocumentString(`
    mutation DisableTotp($input: DisableTotpInput!) {
  disableTotp(input: $input)
}
    `) as unknown as TypedDocumentString<DisableTotpMutation, DisableTotpMutationVariables>;
export const ChangeLocaleDocument = new TypedDocumentString(`
    mutation ChangeLocale($locale: Locale!) {
  changeLocale(locale: $locale) {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<ChangeLocaleMutation, ChangeLocaleMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
  renewRecoveryCodes(input: $input)
}
    `) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const ApiKeyListDocument = new TypedDocumentString(`
    query ApiKeyList($after: String, $orderBy: [ApiKeyOrder!], $filter: ApiKeyFilter, $counting: Boolean!) {
  apiKeys(first: 50, after: $after, orderBy: $orderBy, filter: $filter) {
    edges {
      node {
        ...ApiKeyRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount @include(if: $counting)
  }
}
    fragment ApiKeyRow on ApiKey {
  id
  name
  role
  createdBy
  createdAt
  expiresAt
  expired
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeyListQuery, ApiKeyListQueryVariables>;
export const ApiKeyRolesDocument = new TypedDocumentString(`
    query ApiKeyRoles {
  roles(first: 200) {
    edges {
      node {
        code
        nameZh
        nameEn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyRolesQuery, ApiKeyRolesQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    id
    secret
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const AuditListDocument = new TypedDocumentString(`
    query AuditList($after: String, $filter: AuditEntryFilter, $counting: Boolean!) {
  auditEntries(first: 50, after: $after, filter: $filter) {
    edges {
      node {
        ...AuditRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount @include(if: $counting)
  }
}
    fragment AuditRow on AuditEntry {
  id
  at
  principal
  user {
    id
    displayName
  }
  action
  resource
  recordId
  requestId
  address
  before
  after
}`) as unknown as TypedDocumentString<AuditListQuery, AuditListQueryVariables>;
export const AuditRecordDocument = new TypedDocumentString(`
    query AuditRecord($id: ID!) {
  auditEntries(first: 1, filter: {id: {eq: $id}}) {
    edges {
      node {
        ...AuditRow
      }
    }
  }
}
    fragment AuditRow on AuditEntry {
  id
  at
  principal
  user {
    id
    displayName
  }
  action
  resource
  recordId
  requestId
  address
  before
  after
}`) as unknown as TypedDocumentString<AuditRecordQuery, AuditRecordQueryVariables>;
export const AuditNamesDocument = new TypedDocumentString(`
    query AuditNames($user: [ID!]!, $role: [ID!]!, $department: [ID!]!, $customer: [ID!]!, $contact: [ID!]!, $opportunity: [ID!]!, $withUser: Boolean!, $withRole: Boolean!, $withDepartment: Boolean!, $withCustomer: Boolean!, $withContact: Boolean!, $withOpportunity: Boolean!) {
  users(first: 200, filter: {id: {in: $user}}) @include(if: $withUser) {
    edges {
      node {
        id
        displayName
      }
    }
  }
  roles(first: 200, filter: {id: {in: $role}}) @include(if: $withRole) {
    edges {
      node {
        id
        nameZh
        nameEn
      }
    }
  }
  departments(first: 200, filter: {id: {in: $department}}) @include(if: $withDepartment) {
    edges {
      node {
        id
        name
      }
    }
  }
  customers(first: 200, filter: {id: {in: $customer}}) @include(if: $withCustomer) {
    edges {
      node {
        id
        name
      }
    }
  }
  contacts(first: 200, filter: {id: {in: $contact}}) @include(if: $withContact) {
    edges {
      node {
        id
        name
      }
    }
  }
  opportunities(first: 200, filter: {id: {in: $opportunity}}) @include(if: $withOpportunity) {
    edges {
      node {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditNamesQuery, AuditNamesQueryVariables>;
export const CreateDepartmentDocument = new TypedDocumentString(`
    mutation CreateDepartment($input: CreateDepartmentInput!) {
  createDepartment(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateDepartmentMutation, CreateDepartmentMutationVariables>;
export const UpdateDepartmentDocument = new TypedDocumentString(`
    mutation UpdateDepartment($input: UpdateDepartmentInput!) {
  updateDepartment(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateDepartmentMutation, UpdateDepartmentMutationVariables>;
export const MoveDepartmentDocument = new TypedDocumentString(`
    mutation MoveDepartment($input: MoveDepartmentInput!) {
  moveDepartment(input: $input) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<MoveDepartmentMutation, MoveDepartmentMutationVariables>;
export const DeleteDepartmentDocument = new TypedDocumentString(`
    mutation DeleteDepartment($input: DeleteDepartmentInput!) {
  deleteDepartment(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteDepartmentMutation, DeleteDepartmentMutationVariables>;
export const DepartmentTreeDocument = new TypedDocumentString(`
    query DepartmentTree($after: String) {
  departments(first: 200, after: $after, orderBy: [{field: NAME}]) {
    edges {
      node {
        ...DepartmentNode
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DepartmentNode on Department {
  id
  code
  name
  parentId
  people
  version
}`) as unknown as TypedDocumentString<DepartmentTreeQuery, DepartmentTreeQueryVariables>;
export const RoleNamesDocument = new TypedDocumentString(`
    query RoleNames($after: String) {
  roles(first: 200, after: $after) {
    edges {
      node {
        ...RoleName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RoleName on Role {
  id
  code
  nameZh
  nameEn
  builtIn
  holders
  version
}`) as unknown as TypedDocumentString<RoleNamesQuery, RoleNamesQueryVariables>;
export const AccessPreviewDocument = new TypedDocumentString(`
    query AccessPreview($input: AccessPreviewInput!) {
  accessPreview(input: $input) {
    ...PreviewedParts
  }
}
    fragment PreviewedParts on PreviewedResource {
  resource
  caption
  rows
  actions {
    action
    caption
    allowed
    reach
  }
  fields {
    field
    caption
    right
    everywhere
  }
}`) as unknown as TypedDocumentString<AccessPreviewQuery, AccessPreviewQueryVariables>;
export const RoleRecordDocument = new TypedDocumentString(`
    query RoleRecord($id: ID!) {
  role(id: $id) {
    ...RoleName
    grants {
      ...GrantParts
    }
  }
}
    fragment RoleName on Role {
  id
  code
  nameZh
  nameEn
  builtIn
  holders
  version
}
fragment GrantParts on RoleGrant {
  resource
  action
  scope
  departmentIds
  fields {
    field
    right
  }
}`) as unknown as TypedDocumentString<RoleRecordQuery, RoleRecordQueryVariables>;
export const PermissionCatalogueDocument = new TypedDocumentString(`
    query PermissionCatalogue {
  permissions {
    ...CatalogueResource
  }
}
    fragment CatalogueResource on PermissionResource {
  name
  caption
  actions {
    name
    caption
  }
  scopes {
    name
    caption
  }
  fields {
    name
    caption
  }
  rights {
    name
    caption
  }
}`) as unknown as TypedDocumentString<PermissionCatalogueQuery, PermissionCatalogueQueryVariables>;
export const GrantLimitsDocument = new TypedDocumentString(`
    query GrantLimits($roleId: ID!) {
  grantLimits(roleId: $roleId) {
    actions {
      resource
      action
      scopes
      reason
    }
    fields {
      resource
      field
      rights
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<GrantLimitsQuery, GrantLimitsQueryVariables>;
export const PreviewedUsersDocument = new TypedDocumentString(`
    query PreviewedUsers($filter: UserFilter) {
  users(first: 20, filter: $filter) {
    edges {
      node {
        id
        displayName
        roles
        department {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewedUsersQuery, PreviewedUsersQueryVariables>;
export const CreateRoleDocument = new TypedDocumentString(`
    mutation CreateRole($input: CreateRoleInput!) {
  createRole(input: $input) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<CreateRoleMutation, CreateRoleMutationVariables>;
export const UpdateRoleDocument = new TypedDocumentString(`
    mutation UpdateRole($input: UpdateRoleInput!) {
  updateRole(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateRoleMutation, UpdateRoleMutationVariables>;
export const DeleteRoleDocument = new TypedDocumentString(`
    mutation DeleteRole($input: DeleteRoleInput!) {
  deleteRole(input: $input)
}
    `) as unknown as TypedDocumentString<DeleteRoleMutation, DeleteRoleMutationVariables>;
export const SetRoleGrantsDocument = new TypedDocumentString(`
    mutation SetRoleGrants($input: SetRoleGrantsInput!) {
  setRoleGrants(input: $input) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<SetRoleGrantsMutation, SetRoleGrantsMutationVariables>;
export const UserListDocument = new TypedDocumentString(`
    query UserList($after: String, $filter: UserFilter, $orderBy: [UserOrder!], $counting: Boolean!) {
  users(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        ...UserRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount @include(if: $counting)
  }
}
    fragment UserRow on User {
  id
  displayName
  login
  active
  roles
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<UserListQuery, UserListQueryVariables>;
export const UserRecordDocument = new TypedDocumentString(`
    query UserRecord($id: ID!) {
  user(id: $id) {
    ...UserRow
    email
    phone
    locale
    version
  }
}
    fragment UserRow on User {
  id
  displayName
  login
  active
  roles
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<UserRecordQuery, UserRecordQueryVariables>;
export const UserSessionsDocument = new TypedDocumentString(`
    query UserSessions($userId: ID!) {
  userSessions(userId: $userId) {
    id
    device
    userAgent
    address
    createdAt
    lastUsedAt
    current
  }
}
    `) as unknown as TypedDocumentString<UserSessionsQuery, UserSessionsQueryVariables>;
export const RoleLimitsDocument = new TypedDocumentString(`
    query RoleLimits($userId: ID!) {
  roleLimits(userId: $userId) {
    role
    reason
  }
}
    `) as unknown as TypedDocumentString<RoleLimitsQuery, RoleLimitsQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const SetUserRolesDocument = new TypedDocumentString(`
    mutation SetUserRoles($input: SetUserRolesInput!) {
  setUserRoles(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetUserRolesMutation, SetUserRolesMutationVariables>;
export const SetUserPasswordDocument = new TypedDocumentString(`
    mutation SetUserPassword($input: SetUserPasswordInput!) {
  setUserPassword(input: $input)
}
    `) as unknown as TypedDocumentString<SetUserPasswordMutation, SetUserPasswordMutationVariables>;
export const ResetTotpDocument = new TypedDocumentString(`
    mutation ResetTotp($userId: ID!) {
  resetTotp(userId: $userId)
}
    `) as unknown as TypedDocumentString<ResetTotpMutation, ResetTotpMutationVariables>;
export const EndUserSessionDocument = new TypedDocumentString(`
    mutation EndUserSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndUserSessionMutation, EndUserSessionMutationVariables>;
export const EndUserSessionsDocument = new TypedDocumentString(`
    mutation EndUserSessions($userId: ID!) {
  endUserSessions(userId: $userId)
}
    `) as unknown as TypedDocumentString<EndUserSessionsMutation, EndUserSessionsMutationVariables>;
export const CustomerRecordDocument = new TypedDocumentString(`
    query CustomerRecord($id: ID!) {
  customer(id: $id) {
    ...CustomerRow
    satisfaction
    credit
    address
    postcode
    phone
    fax
    website
    employeeCount
    licenceNo
    legalPerson
    registeredCapital
    annualTurnover
    bank
    bankAccount
    nationalTaxNo
    localTaxNo
    tags
    createdAt
    parentCustomer {
      id
      name
    }
    createdBy {
      id
      displayName
    }
    contacts {
      ...ContactRow
    }
    opportunities(first: 50) {
      edges {
        node {
          ...OpportunityRow
        }
      }
      totalCount
    }
  }
}
    fragment ContactRow on Contact {
  id
  name
  position
  officePhone
  mobile
  email
  isPrimary
}
fragment CustomerRow on Customer {
  id
  number
  name
  region
  tier
  industry
  status
  accountManager {
    id
    displayName
  }
}
fragment OpportunityRow on Opportunity {
  id
  number
  title
  status
  successRate
  estimatedAmount
  closedAmount
  currency
  expectedCloseOn
  customerName
  customer {
    id
    name
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<CustomerRecordQuery, CustomerRecordQueryVariables>;
export const RevealContactDocument = new TypedDocumentString(`
    mutation RevealContact($input: RevealContactInput!) {
  revealContact(input: $input) {
    value
  }
}
    `) as unknown as TypedDocumentString<RevealContactMutation, RevealContactMutationVariables>;
export const ExportContactDataDocument = new TypedDocumentString(`
    mutation ExportContactData($id: ID!) {
  exportContactData(id: $id)
}
    `) as unknown as TypedDocumentString<ExportContactDataMutation, ExportContactDataMutationVariables>;
export const EraseContactDocument = new TypedDocumentString(`
    mutation EraseContact($id: ID!, $reason: String!) {
  eraseContact(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<EraseContactMutation, EraseContactMutationVariables>;
export const CustomerListDocument = new TypedDocumentString(`
    query CustomerList($after: String, $filter: CustomerFilter, $orderBy: [CustomerOrder!], $counting: Boolean!) {
  customers(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        ...CustomerRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount @include(if: $counting)
  }
}
    fragment CustomerRow on Customer {
  id
  number
  name
  region
  tier
  industry
  status
  accountManager {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<CustomerListQuery, CustomerListQueryVariables>;
export const AssigneeChoicesDocument = new TypedDocumentString(`
    query AssigneeChoices($filter: UserFilter) {
  users(first: 20, filter: $filter) {
    edges {
      node {
        id
        displayName
        department {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssigneeChoicesQuery, AssigneeChoicesQueryVariables>;
export const CustomerChoicesDocument = new TypedDocumentString(`
    query CustomerChoices($filter: CustomerFilter) {
  customers(first: 20, filter: $filter) {
    edges {
      node {
        id
        name
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerChoicesQuery, CustomerChoicesQueryVariables>;
export const DictionaryChoicesDocument = new TypedDocumentString(`
    query DictionaryChoices($type: DictionaryType!) {
  dictionaryEntries(first: 200, filter: {type: {eq: $type}, enabled: {eq: true}}) {
    edges {
      node {
        id
        code
        caption
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DictionaryChoicesQuery, DictionaryChoicesQueryVariables>;
export const CreateOpportunityDocument = new TypedDocumentString(`
    mutation CreateOpportunity($input: CreateOpportunityInput!) {
  createOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateOpportunityMutation, CreateOpportunityMutationVariables>;
export const AssignOpportunityDocument = new TypedDocumentString(`
    mutation AssignOpportunity($input: AssignOpportunityInput!) {
  assignOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AssignOpportunityMutation, AssignOpportunityMutationVariables>;
export const ReassignOpportunityDocument = new TypedDocumentString(`
    mutation ReassignOpportunity($input: ReassignOpportunityInput!) {
  reassignOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReassignOpportunityMutation, ReassignOpportunityMutationVariables>;
export const ReopenOpportunityDocument = new TypedDocumentString(`
    mutation ReopenOpportunity($input: ReopenOpportunityInput!) {
  reopenOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReopenOpportunityMutation, ReopenOpportunityMutationVariables>;
export const AddPlanItemDocument = new TypedDocumentString(`
    mutation AddPlanItem($input: AddPlanItemInput!) {
  addPlanItem(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddPlanItemMutation, AddPlanItemMutationVariables>;
export const RecordPlanResultDocument = new TypedDocumentString(`
    mutation RecordPlanResult($input: RecordPlanResultInput!) {
  recordPlanResult(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RecordPlanResultMutation, RecordPlanResultMutationVariables>;
export const WinOpportunityDocument = new TypedDocumentString(`
    mutation WinOpportunity($input: WinOpportunityInput!) {
  winOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<WinOpportunityMutation, WinOpportunityMutationVariables>;
export const LoseOpportunityDocument = new TypedDocumentString(`
    mutation LoseOpportunity($input: LoseOpportunityInput!) {
  loseOpportunity(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<LoseOpportunityMutation, LoseOpportunityMutationVariables>;
export const OpportunityListDocument = new TypedDocumentString(`
    query OpportunityList($after: String, $filter: OpportunityFilter, $orderBy: [OpportunityOrder!], $counting: Boolean!) {
  opportunities(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        ...OpportunityRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount @include(if: $counting)
  }
}
    fragment OpportunityRow on Opportunity {
  id
  number
  title
  status
  successRate
  estimatedAmount
  closedAmount
  currency
  expectedCloseOn
  customerName
  customer {
    id
    name
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<OpportunityListQuery, OpportunityListQueryVariables>;
export const OpportunityRecordDocument = new TypedDocumentString(`
    query OpportunityRecord($id: ID!) {
  opportunity(id: $id) {
    ...OpportunityRow
    version
    description
    strategy
    contactName
    contactPhone
    createdAt
    assignedAt
    closedAt
    closeNote
    tags
    source {
      id
      caption
    }
    lossReason {
      id
      caption
    }
    createdBy {
      id
      displayName
    }
    products {
      id
      quantity
      unitPrice
      currency
      product {
        id
        name
      }
    }
    planItems {
      ...PlanItemRow
    }
    transitions {
      id
      fromStatus
      toStatus
      at
      reason
      by {
        id
        displayName
      }
    }
    revisions {
      id
      at
      changes
      by {
        id
        displayName
      }
    }
  }
}
    fragment OpportunityRow on Opportunity {
  id
  number
  title
  status
  successRate
  estimatedAmount
  closedAmount
  currency
  expectedCloseOn
  customerName
  customer {
    id
    name
  }
  assignee {
    id
    displayName
  }
}
fragment PlanItemRow on PlanItem {
  id
  version
  plannedOn
  content
  result
  executedAt
  executedBy {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<OpportunityRecordQuery, OpportunityRecordQueryVariables>;
export const OpportunityRowChangedDocument = new TypedDocumentString(`
    subscription OpportunityRowChanged {
  opportunityChanged {
    ...OpportunityRow
  }
}
    fragment OpportunityRow on Opportunity {
  id
  number
  title
  status
  successRate
  estimatedAmount
  closedAmount
  currency
  expectedCloseOn
  customerName
  customer {
    id
    name
  }
  assignee {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<OpportunityRowChangedSubscription, OpportunityRowChangedSubscriptionVariables>;
export const OpportunityTouchedDocument = new TypedDocumentString(`
    subscription OpportunityTouched($id: ID!) {
  opportunityChanged(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<OpportunityTouchedSubscription, OpportunityTouchedSubscriptionVariables>;
export const SignInOptionsDocument = new TypedDocumentString(`
    query SignInOptions {
  signInOptions {
    passwordReset
    singleSignOn
  }
}
    `) as unknown as TypedDocumentString<SignInOptionsQuery, SignInOptionsQueryVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($loginOrEmail: String!) {
  requestPasswordReset(loginOrEmail: $loginOrEmail)
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const PasswordResetLinkDocument = new TypedDocumentString(`
    query PasswordResetLink($token: String!) {
  passwordResetLink(token: $token) {
    login
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<PasswordResetLinkQuery, PasswordResetLinkQueryVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input)
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const PasswordRulesDocument = new TypedDocumentString(`
    query PasswordRules($input: PasswordRulesInput!) {
  passwordRules(input: $input) {
    code
    text
    met
  }
}
    `) as unknown as TypedDocumentString<PasswordRulesQuery, PasswordRulesQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}
fragment SessionParts on Session {
  accessToken
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession {
  refreshSession {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}
fragment SessionParts on Session {
  accessToken
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const BreakGlassDocument = new TypedDocumentString(`
    mutation BreakGlass($input: BreakGlassInput!) {
  breakGlass(input: $input) {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<BreakGlassMutation, BreakGlassMutationVariables>;
export const EndBreakGlassDocument = new TypedDocumentString(`
    mutation EndBreakGlass {
  endBreakGlass {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  login
  displayName
  roles
  permissions
  locale
  mustChangePassword
  breakGlassUntil
  department {
    id
    name
  }
}`) as unknown as TypedDocumentString<EndBreakGlassMutation, EndBreakGlassMutationVariables>;