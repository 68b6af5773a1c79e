import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { forbidden } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import type { OidcPerson } from "./oidc-client.ts";
import { NOBODY } from "./principal.ts";
import { openSession } from "./sessions.ts";
import type { SignedIn, SignInWork } from "./sign-in.service.ts";
import { createUser } from "./user.service.ts";

type OidcWork = Omit<SignInWork, "vault"> & {
  /** The role of users who are made at their first sign-in; undefined makes none. */
  readonly newUserRole: string | undefined;
};

interface Known {
  readonly id: string;
  readonly login: string;
}

/**
 * Begins a session for somebody whom the identity provider vouches for: the user who is linked, else the one
 * with the verified mail address, who is linked then. The second factor is the provider's business.
 * Errors: FORBIDDEN where there is no such user, or more than one.
 */
export function signInByOidc(work: OidcWork, person: OidcPerson): Promise<SignedIn> {
  const { em, clock, tokens, origin, requestId } = work;
  return em.transactional(async (tx) => {
    await commandMode(tx);
    const user =
      (await linkedUser(tx, person)) ??
      (await linkByMail(tx, person)) ??
      (await linkNewUser(tx, work, person));
    if (!user) throw noUser();
    const session = await openSession(tx, tokens, user.id, origin, clock.now());
    await recordAudit(
      tx,
      { principal: { ...NOBODY, ...user }, requestId, address: origin.address },
      {
        action: "session:signIn",
        resource: "user",
        recordId: user.id,
        after: { issuer: person.issuer },
      },
    );
    return { userId: user.id, ...session };
  });
}

/** A link holds for good: a mail address that goes to somebody else at the provider opens nothing. */
async function linkedUser(tx: Em, { issuer, subject }: OidcPerson): Promise<Known | undefined> {
  const { rows } = await sql<Known & { active: boolean }>`select u.id, u.login, u.active
    from crm.user_identity i join crm.app_user u on u.id = i.user_id
    where i.issuer = ${issuer} and i.subject = ${subject}`.execute(plain(tx));
  const [user] = rows;
  if (user && !user.active) throw noUser();
  return user && { id: user.id, login: user.login };
}

async function linkByMail(tx: Em, person: OidcPerson): Promise<Known | undefined> {
  if (person.verifiedEmail === undefined) return undefined;
  const { rows } = await sql<Known & { active: boolean }>`select id, login, active
    from crm.app_user where lower(email) = lower(${person.verifiedEmail})`.execute(plain(tx));
  if (rows.length === 0) return undefined;
  const [user] = rows;
  if (!user?.active || rows.length > 1 || !(await link(tx, person, user.id))) throw noUser();
  return { id: user.id, login: user.login };
}

async function linkNewUser(
  tx: Em,
  { clock, requestId, newUserRole }: OidcWork,
  person: OidcPerson,
): Promise<Known | undefined> {
  if (newUserRole === undefined || person.verifiedEmail === undefined) return undefined;
  const { rows } = await sql<{ id: string }>`select id from crm.department
    where parent_id is null`.execute(plain(tx));
  const login = person.login ?? person.verifiedEmail;
  const system = { kind: "system", name: "oidc" } as const;
  const { id } = await createUser(
    { em: tx, principal: system, clock, requestId },
    {
      login,
      displayName: person.name ?? login,
      email: person.verifiedEmail,
      departmentId: rows[0]?.id ?? "",
      roles: [newUserRole],
    },
  );
  await link(tx, person, id);
  return { id, login };
}

/** False where the user is somebody else at this provider already. */
async function link(tx: Em, { issuer, subject }: OidcPerson, userId: string): Promise<boolean> {
  const { rows } = await sql`insert into crm.user_identity (issuer, subject, user_id)
    values (${issuer}, ${subject}, ${userId}::uuid)
    on conflict do nothing returning user_id`.execute(plain(tx));
  return rows.length > 0;
}

const noUser = (): Error =>
  forbidden({
    zh: "没有与此身份对应的用户",
    en: "No user belongs to this identity",
  });
