import { sql, type RawBuilder } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { ADMINISTRATOR } from "../../schema/access/default-grants.ts";
import { AppError, unauthenticated } from "../../schema/kernel/errors.ts";
import type { Principal, UserPrincipal } from "../../schema/kernel/principal.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";
import { plain, type Em } from "../../schema/orm.ts";
import type { Work } from "../server/context.ts";
import { holdersWhere } from "./holders.ts";
import { principalNow } from "./principal.ts";
import { firstBeyond, type Rights } from "./rights.ts";

/** Whoever changes rights holds this until the end of the transaction, so that each judges what the last one left. */
const RIGHTS_LOCK = 7306011;

/** A change of rights under way. */
export interface RightsWatch<P extends Principal = Principal> {
  /** Who makes it, with the rights of this moment and not of when the request began. */
  readonly principal: P;
  /** Refuses what the change has given to whom it may not. Call it after the change. */
  settle(): Promise<void>;
}

/**
 * Runs a change that may give rights to the users that `affected` picks (a condition over crm.app_user as `u`), in
 * one transaction and one at a time. Nobody gains anything by their own change; others gain from a delegated
 * administrator only what that one holds. A system administrator may give others anything.
 */
export function changeRights<T>(
  work: Work,
  affected: RawBuilder<unknown>,
  change: (tx: Em, work: Work) => Promise<T>,
): Promise<T> {
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const watch = await watchRights(tx, work.principal, affected);
    const result = await change(tx, { ...work, principal: watch.principal });
    await watch.settle();
    return result;
  });
}

/** The same around any other change, in its transaction and in command mode. */
export async function watchRights(
  tx: Em,
  principal: Principal,
  affected: RawBuilder<unknown>,
): Promise<RightsWatch> {
  await sql`select pg_advisory_xact_lock(${sql.lit(RIGHTS_LOCK)})`.execute(plain(tx));
  if (principal.kind === "system") return { principal, settle: async () => undefined };
  if (principal.kind === "apiKey") throw peopleOnly();
  const now = await principalNow(tx, principal.id);
  if (!now) throw unauthenticated();
  const caller: UserPrincipal = {
    ...now,
    ...(principal.sessionId === undefined ? {} : { sessionId: principal.sessionId }),
  };
  const own = sql`u.id = ${caller.id}::uuid`;
  const picked = isAdministrator(caller) ? own : sql`(${own} or ${affected})`;
  const before = await holdersWhere(tx, picked);
  const mine: Rights = before.get(caller.id)?.rights ?? new Map();
  return {
    principal: caller,
    async settle() {
      const after = await holdersWhere(tx, picked);
      const beyond = (id: string, allowed: readonly Rights[]): string | undefined => {
        const holder = after.get(id);
        const had = before.get(id)?.rights;
        return (
          holder &&
          firstBeyond(holder.rights, had ? [had, ...allowed] : allowed, holder.departmentId)
        );
      };
      const raised = beyond(caller.id, []);
      if (raised !== undefined) throw raisesOwn(raised);
      for (const id of after.keys()) {
        const given = beyond(id, [mine]);
        if (given !== undefined) throw beyondOwn(given);
      }
    },
  };
}

/** Whether somebody may give others what they do not hold themselves. */
export const isAdministrator = (principal: Principal): boolean =>
  principal.kind === "system" ||
  (principal.kind === "user" && principal.roles.includes(ADMINISTRATOR));

const refused = (code: string, text: Text): AppError =>
  new AppError("FORBIDDEN", text, [{ path: "input", code, text }]);

/** A key outlives the attention of whoever made it: rights are given by people. */
const peopleOnly = (): AppError =>
  refused("PEOPLE_ONLY", {
    zh: "权限只能由人来更改，API 密钥不能",
    en: "Rights are changed by people; an API key cannot",
  });

/** Nobody gives themselves a right. */
const raisesOwn = (right: string): AppError =>
  refused(
    "OWN_RIGHTS",
    fill(
      {
        zh: "不能扩大自己的权限（{right}），请由其他管理员操作",
        en: "This would widen your own rights ({right}); another administrator has to do it",
      },
      { right },
    ),
  );

/** Only a system administrator gives what they do not hold. */
export const beyondOwn = (right: string): AppError =>
  refused(
    "BEYOND_OWN_RIGHTS",
    fill(
      {
        zh: "只能授予自己拥有的权限，您没有：{right}",
        en: "You can give only what you hold yourself, and {right} is beyond that",
      },
      { right },
    ),
  );
