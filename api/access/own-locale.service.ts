import { commandMode } from "../../schema/access/command-mode.ts";
import { User } from "../../schema/access/user.entity.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import type { Locale } from "../../schema/kernel/text.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "../audit/record.ts";

/** Keeps the language that somebody reads, for mails and for devices where they have chosen none. */
export async function changeOwnLocale(
  work: Actor & { readonly em: Em },
  { id }: UserPrincipal,
  locale: Locale,
): Promise<void> {
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    const user = await tx.findOneOrFail(User, id, { refresh: true });
    const before = user.locale;
    if (before === locale) return;
    user.locale = locale;
    await tx.flush();
    await recordAudit(tx, work, {
      action: "user:update",
      resource: "user",
      recordId: id,
      before: { locale: before },
      after: { locale, version: user.version },
    });
  });
}
