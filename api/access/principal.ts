import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import type {
  BreakGlassAccess,
  Caller,
  Grant,
  UserPrincipal,
} from "../../schema/kernel/principal.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { plain, type Em, type Orm } from "../../schema/orm.ts";
import { apiKeyPrincipal } from "./api-keys.ts";
import { withBreakGlass } from "./break-glass-grants.ts";
import { claimsKey, type Claims } from "./claims.ts";
import type { AccessClaims } from "./tokens.ts";

/** A revoked session, a disabled user and a changed grant bite within a second. */
const CACHE_MS = 500;
const CACHE_SIZE = 10_000;

interface PrincipalRow {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
  readonly locale: Locale;
  readonly department_id: string;
  readonly must_change: boolean;
  readonly roles: readonly string[];
  readonly grants: readonly Grant[];
}

interface SessionRow extends PrincipalRow {
  readonly break_glass: BreakGlassAccess | null;
}

/** Who somebody without a session is: a user of no department who holds nothing. */
export const NOBODY: UserPrincipal = {
  kind: "user",
  id: "",
  login: "",
  displayName: "",
  locale: "zh-CN",
  departmentId: "",
  roles: [],
  grants: [],
  mustChangePassword: false,
};

/** Whose claims are: users and keys with their grants as they are now, remembered for half a second. */
export class Principals {
  readonly #orm: Orm;
  readonly #clock: Clock;
  readonly #known = new Map<string, { until: number; value: Promise<Caller | undefined> }>();

  constructor(orm: Orm, clock: Clock) {
    this.#orm = orm;
    this.#clock = clock;
  }

  /** Of a session or a key that is neither ended nor expired; a user must be active besides. */
  of(claims: AccessClaims): Promise<UserPrincipal | undefined>;
  of(claims: Claims): Promise<Caller | undefined>;
  of(claims: Claims): Promise<Caller | undefined> {
    const key = claimsKey(claims);
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && known.until > now) return known.value;
    const em = this.#orm.em.fork();
    const value =
      "keyDigest" in claims
        ? apiKeyPrincipal(em, claims.keyDigest, this.#clock)
        : readPrincipal(em, claims, this.#clock);
    if (this.#known.size >= CACHE_SIZE) this.#known.clear();
    this.#known.set(key, { until: now + CACHE_MS, value });
    // A failed look-up must not be remembered; whoever awaits it sees the failure.
    value.catch(() => this.#known.delete(key));
    return value;
  }

  /** Forgets one session, or everybody at once: rights or sessions have changed, here or in another process. */
  forget(claims?: Claims): void {
    if (claims) this.#known.delete(claimsKey(claims));
    else this.#known.clear();
  }
}

async function readPrincipal(
  em: Em,
  { sessionId, userId }: AccessClaims,
  clock: Clock,
): Promise<UserPrincipal | undefined> {
  const row = await em.transactional(async (tx) => {
    await commandMode(tx);
    const now = clock.now();
    const { rows } = await sql<SessionRow>`select ${PRINCIPAL_COLUMNS},
        (select json_build_object('id', b.id, 'until',
            to_char(b.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from crm.break_glass b where b.session_id = s.id and b.user_id = u.id
            and b.ended_at is null and b.expires_at > ${now}
          order by b.expires_at desc limit 1) as break_glass
      from crm.user_session s
      join crm.app_user u on u.id = s.user_id
      left join crm.user_credential c on c.user_id = u.id
      where s.id = ${sessionId}::uuid and s.user_id = ${userId}::uuid and u.active
        and s.revoked_at is null and s.expires_at > ${now}`.execute(plain(tx));
    return rows[0];
  });
  if (!row) return undefined;
  const principal = { ...principalFrom(row), sessionId };
  return row.break_glass ? withBreakGlass(principal, row.break_glass) : principal;
}

/** The principal of a user by login, without a session: for commands that act `--as` somebody. */
export async function principalByLogin(em: Em, login: string): Promise<UserPrincipal | undefined> {
  const row = await em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<PrincipalRow>`select ${PRINCIPAL_COLUMNS}
      from crm.app_user u
      left join crm.user_credential c on c.user_id = u.id
      where lower(u.login) = lower(${login}) and u.active`.execute(plain(tx));
    return rows[0];
  });
  return row && principalFrom(row);
}

/** The principal of an active user as it is now, in a transaction that is in command mode. */
export async function principalNow(tx: Em, userId: string): Promise<UserPrincipal | undefined> {
  const { rows } = await sql<PrincipalRow>`select ${PRINCIPAL_COLUMNS}
    from crm.app_user u
    left join crm.user_credential c on c.user_id = u.id
    where u.id = ${userId}::uuid and u.active`.execute(plain(tx));
  return rows[0] && principalFrom(rows[0]);
}

const PRINCIPAL_COLUMNS = sql`u.id, u.login, u.display_name, u.locale, u.department_id,
  coalesce(c.must_change, false) as must_change,
  array(select r.code from crm.user_role ur join crm.role r on r.id = ur.role_id
    where ur.user_id = u.id order by r.code) as roles,
  coalesce((select json_agg(json_build_object('role', r.code, 'resource', g.resource,
      'action', g.action, 'scope', g.scope, 'departmentIds', g.department_ids, 'fields', g.fields))
    from crm.user_role ur join crm.role r on r.id = ur.role_id
    join crm.role_grant g on g.role_id = r.id where ur.user_id = u.id), '[]') as grants`;

const principalFrom = (row: PrincipalRow): UserPrincipal => ({
  kind: "user",
  id: row.id,
  login: row.login,
  displayName: row.display_name,
  locale: row.locale,
  departmentId: row.department_id,
  roles: row.roles,
  grants: row.grants,
  mustChangePassword: row.must_change,
});
