import { NAME_KEY } from "./0001-name-key.migration.ts";
import { TABLES } from "./0002-tables.migration.ts";
import { CHANGE_TRACKING } from "./0003-change-tracking.migration.ts";
import { HISTORY } from "./0004-history.migration.ts";
import { DEPARTMENT_TREE } from "./0005-department-tree.migration.ts";
import { NUMBERS } from "./0006-numbers.migration.ts";
import { ETL_REQUEST } from "./0007-etl-request.migration.ts";
import { VISIBILITY } from "./0008-visibility.migration.ts";
import { ROW_POLICIES } from "./0009-row-policies.migration.ts";
import { DICTIONARY } from "./0010-dictionary.migration.ts";
import { ANNOUNCE_RIGHTS } from "./0011-announce-rights.migration.ts";
import { IDENTITY } from "./0012-identity.migration.ts";
import { IDENTITY_POLICIES } from "./0013-identity-policies.migration.ts";
import { AUDIT_CHAIN } from "./0014-audit-chain.migration.ts";
import { AUDIT_GUARDS } from "./0015-audit-guards.migration.ts";
import type { SqlMigration } from "./sql-migration.ts";

/** Every migration in the order of its making. */
export const MIGRATIONS: SqlMigration[] = [
  NAME_KEY,
  TABLES,
  CHANGE_TRACKING,
  HISTORY,
  DEPARTMENT_TREE,
  NUMBERS,
  ETL_REQUEST,
  VISIBILITY,
  ROW_POLICIES,
  DICTIONARY,
  ANNOUNCE_RIGHTS,
  IDENTITY,
  IDENTITY_POLICIES,
  AUDIT_CHAIN,
  AUDIT_GUARDS,
];
