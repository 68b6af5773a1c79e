import { sql } from "kysely";
import { conflict } from "../../schema/kernel/errors.ts";
import { rowsOf, type Run } from "./run.ts";

/** Refuses an import of users after which nobody could administer the product any more. */
export async function keepAnAdministrator(run: Run): Promise<void> {
  const { mapping, given } = run.plan;
  if (mapping.target.entity !== "user" || !given.includes("active")) return;
  const [left] = await rowsOf(
    run,
    sql`select from crm.app_user u
      join crm.user_role h on h.user_id = u.id join crm.role r on r.id = h.role_id
      where u.active and r.code = 'SYSTEM_ADMIN' limit 1`,
  );
  if (left) return;
  throw conflict({
    zh: "导入后将没有启用的系统管理员",
    en: "After this import no active system administrator would be left",
  });
}
