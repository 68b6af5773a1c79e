import type { TaskList } from "graphile-worker";
import { sql } from "kysely";
import { createHash, randomBytes } from "node:crypto";
import { commandMode } from "../../schema/access/command-mode.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import { plain, type Orm } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import type { Mail, Mailer } from "../mail/mailer.ts";

export const PASSWORD_RESET_TASK = "mail.passwordReset";

const GOOD_FOR_MINUTES = 30;
/** Several users may share an address; nobody has a good reason to share it with more. */
const MOST_USERS = 5;

interface ResetJob {
  readonly orm: Orm;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Where people reach the web application. */
  readonly publicUrl: string;
}

interface Receiver {
  readonly id: string;
  readonly login: string;
  readonly email: string;
  readonly locale: Locale;
}

/** How the database knows a reset token: with 256 random bits a plain digest cannot be guessed backwards. */
export const digestOfReset = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/**
 * Makes the links and sends them. The request only enqueues, so its answer and its time tell nothing; and the
 * token is in no job, no log and no table, only in the mail. A second try makes a new one.
 */
export const passwordResetTasks = (job: ResetJob): TaskList => ({
  [PASSWORD_RESET_TASK]: async (payload) => {
    const { who } = payload as { readonly who: string };
    await withRowContext(SYSTEM_ROWS, async () => {
      for (const { receiver, token } of await makeLinks(job, who)) {
        await job.mailer.send(mailFor(receiver, `${job.publicUrl}/reset-password#${token}`));
      }
    });
  },
});

async function makeLinks(
  { orm, clock }: ResetJob,
  who: string,
): Promise<{ receiver: Receiver; token: string }[]> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + GOOD_FOR_MINUTES * 60_000);
  return orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<Receiver>`select id, login, email, locale from crm.app_user
      where active and email <> '' and (lower(login) = lower(${who}) or lower(email) = lower(${who}))
      order by id limit ${MOST_USERS}`.execute(plain(tx));
    const links: { receiver: Receiver; token: string }[] = [];
    for (const receiver of rows) {
      const token = randomBytes(32).toString("base64url");
      await sql`insert into crm.password_reset (user_id, token_hash, expires_at, created_at)
        values (${receiver.id}::uuid, ${digestOfReset(token)}, ${expiresAt}, ${now})
        on conflict (user_id) do update set token_hash = excluded.token_hash,
          expires_at = excluded.expires_at, created_at = excluded.created_at`.execute(plain(tx));
      await recordAudit(
        tx,
        { principal: { kind: "system", name: "mail" } },
        { action: "user:mailPasswordReset", resource: "user", recordId: receiver.id },
      );
      links.push({ receiver, token });
    }
    return links;
  });
}

const mailFor = ({ email, login, locale }: Receiver, link: string): Mail =>
  locale === "zh-CN"
    ? {
        to: email,
        subject: "重置 CRM 密码",
        text: `您好：\n\n有人请求重置登录名“${login}”的密码。请在 ${GOOD_FOR_MINUTES} 分钟内打开以下链接设置新密码，链接只能使用一次：\n\n${link}\n\n如果不是您本人的操作，请忽略此邮件，密码不会改变。\n`,
      }
    : {
        to: email,
        subject: "Reset your CRM password",
        text: `Hello,\n\nSomebody asked to reset the password of the login "${login}". Open this link within ${GOOD_FOR_MINUTES} minutes to set a new one; it works once:\n\n${link}\n\nIf it was not you, ignore this mail: the password stays as it is.\n`,
      };
