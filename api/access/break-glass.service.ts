import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { forbidden, invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit, recordAudits, type Actor } from "../audit/record.ts";
import { reasonIssues } from "../audit/reason.ts";
import { provePassword } from "./credentials.ts";
import { can } from "./policy.ts";

const LONGEST_MINUTES = 60;

type OwnWork = Actor & { readonly em: Em; readonly clock: Clock };

export interface BreakGlassRequest {
  readonly reason: string;
  readonly minutes: number;
  readonly password: string;
}

/**
 * Lets the session of the viewer read every business record for a while. Needs the password once more, since the
 * session may be in other hands. Every other administrator is told of it in the audit log. What was begun before
 * ends. Errors: FORBIDDEN, INVALID_INPUT, LIMIT_EXCEEDED.
 */
export async function breakGlass(
  work: OwnWork,
  viewer: UserPrincipal,
  { reason, minutes, password }: BreakGlassRequest,
): Promise<void> {
  const { sessionId } = viewer;
  if (!can(viewer, "breakGlass:run") || sessionId === undefined) throw forbidden();
  const issues = [...reasonIssues(reason), ...minutesIssues(minutes)];
  if (issues.length > 0) throw invalidInput(issues);
  const attempt = { login: viewer.login, address: work.address ?? "" };
  const begun = await provePassword(work, attempt, password, async (tx, { id }) => {
    const now = work.clock.now();
    const until = new Date(now.getTime() + minutes * 60_000);
    await endOpen(tx, sessionId, now);
    const { rows } = await sql<{ id: string }>`insert into crm.break_glass
        (user_id, session_id, reason, started_at, expires_at)
      values (${id}::uuid, ${sessionId}::uuid, ${reason.trim()}, ${now}, ${until})
      returning id`.execute(plain(tx));
    const told = { breakGlassId: rows[0]?.id, by: viewer.login, reason: reason.trim(), until };
    await recordAudit(tx, work, {
      action: "breakGlass:start",
      resource: "user",
      recordId: id,
      after: told,
    });
    const others = await otherAdministrators(tx, id);
    const notice = { action: "breakGlass:notice", resource: "user" };
    await recordAudits(
      tx,
      work,
      notice,
      others.map((recordId) => ({ recordId, after: told })),
    );
    return true;
  });
  if (begun) return;
  await recordWrongPassword(work, viewer);
  throw invalidInput([
    { path: "input.password", text: { zh: "密码错误", en: "The password is wrong" } },
  ]);
}

/** Ends it before its time; does nothing where it has ended. */
export async function endBreakGlass(work: OwnWork, viewer: UserPrincipal): Promise<void> {
  const { sessionId } = viewer;
  if (sessionId === undefined) return;
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    for (const breakGlassId of await endOpen(tx, sessionId, work.clock.now())) {
      await recordAudit(tx, work, {
        action: "breakGlass:end",
        resource: "user",
        recordId: viewer.id,
        after: { breakGlassId },
      });
    }
  });
}

/** One at a time, or two requests at once would leave two. */
async function endOpen(tx: Em, sessionId: string, now: Date): Promise<readonly string[]> {
  await sql`select from crm.user_session where id = ${sessionId}::uuid for update`.execute(
    plain(tx),
  );
  const { rows } = await sql<{ id: string }>`update crm.break_glass set ended_at = ${now}
    where session_id = ${sessionId}::uuid and ended_at is null and expires_at > ${now}
    returning id`.execute(plain(tx));
  return rows.map(({ id }) => id);
}

async function otherAdministrators(tx: Em, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select u.id from crm.app_user u
    where u.active and u.id <> ${id}::uuid and exists (
      select from crm.user_role ur join crm.role r on r.id = ur.role_id
      where ur.user_id = u.id and r.code = 'SYSTEM_ADMIN')
    order by u.id`.execute(plain(tx));
  return rows.map((row) => row.id);
}

const recordWrongPassword = (work: OwnWork, viewer: UserPrincipal): Promise<void> =>
  work.em.transactional(async (tx) => {
    await commandMode(tx);
    await recordAudit(tx, work, {
      action: "breakGlass:wrongPassword",
      resource: "user",
      recordId: viewer.id,
    });
  });

const minutesIssues = (minutes: number): Issue[] =>
  minutes >= 1 && minutes <= LONGEST_MINUTES
    ? []
    : [
        {
          path: "input.minutes",
          text: {
            zh: `须为 1 至 ${LONGEST_MINUTES} 分钟`,
            en: `must be between 1 and ${LONGEST_MINUTES}`,
          },
        },
      ];
