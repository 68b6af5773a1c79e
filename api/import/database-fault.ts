import { conflict } from "../../schema/kernel/errors.ts";
import { fault, type Fault } from "./faults.ts";
import type { Target } from "./target.ts";

/** The field that a unique index of the database is about. */
const TAKEN: Readonly<Record<string, string>> = {
  customer_name_key_unique: "name",
  app_user_login_unique: "login",
  department_code_unique: "code",
  contact_primary_unique: "primary",
  customer_external_key_source_key_unique: "externalKey",
  contact_external_key_source_key_unique: "externalKey",
  opportunity_external_key_source_key_unique: "externalKey",
  product_source_external_id_unique: "externalId",
  dictionary_entry_type_code_unique: "code",
};

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly column?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === "string";

/** Whether the database refused the values, rather than the connection or the statement. */
export function isRefusal(error: unknown): boolean {
  return isDatabaseError(error) && /^(22|23)\w{3}$/.test(error.code);
}

/** What a refusal means for the one row that was refused. */
export function refusalOf(error: unknown, target: Target): Fault {
  if (!isDatabaseError(error)) throw error;
  const { code, constraint = "" } = error;
  const path = TAKEN[constraint];
  if (code === "23505" && path !== undefined) {
    const field = target.fields[path]?.caption ?? target.caption;
    return fault("TAKEN", { field }, { path });
  }
  if (constraint === "department_cycle_check") {
    return fault("CYCLE", { field: { zh: "上级部门", en: "Parent department" } });
  }
  return fault("NOT_ALLOWED", { rule: constraint || error.column || code });
}

/** Two transactions that wait for each other, or one that was overtaken: the same import again is right. */
export function asConflict(error: unknown): unknown {
  return isDatabaseError(error) && (error.code === "40P01" || error.code === "40001")
    ? conflict({
        zh: "导入与其他修改冲突，没有写入任何数据，请重试",
        en: "The import met other changes of the same records; nothing was written, run it again",
      })
    : error;
}
