import { sql } from "kysely";
import { forbidden } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { Em } from "../../schema/orm.ts";
import { refuseDelegated } from "./administrators.ts";
import { beyondOwn, isAdministrator } from "./change-rights.ts";
import { holdersWhere } from "./holders.ts";
import { firstBeyond } from "./rights.ts";

/**
 * Refuses what would let a delegated administrator act as somebody who may do more: a new password, or a mail
 * address that a new password can be sent to. Needs command mode.
 */
export async function refuseTakeOver(tx: Em, principal: Principal, userId: string): Promise<void> {
  if (principal.kind === "system" || isAdministrator(principal)) return;
  await refuseDelegated(tx, principal, userId);
  const both = await holdersWhere(tx, sql`u.id in (${userId}::uuid, ${principal.id}::uuid)`);
  const [theirs, mine] = [both.get(userId), both.get(principal.id)];
  if (!theirs || !mine) throw forbidden();
  const beyond = firstBeyond(theirs.rights, [mine.rights], theirs.departmentId);
  if (beyond !== undefined) throw beyondOwn(beyond);
}
