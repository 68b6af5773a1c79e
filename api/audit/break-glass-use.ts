import { commandMode } from "../../schema/access/command-mode.ts";
import type { BreakGlassAccess } from "../../schema/kernel/principal.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "./record.ts";

/** What was asked for under break-glass access, before it is answered. */
export const recordBreakGlassUse = (
  em: Em,
  actor: Actor,
  access: BreakGlassAccess,
  asked: { readonly operation: string; readonly recordId: string | null },
): Promise<void> =>
  em.fork().transactional(async (tx) => {
    await commandMode(tx);
    await recordAudit(tx, actor, {
      action: "breakGlass:use",
      resource: "user",
      recordId: actor.principal.kind === "user" ? actor.principal.id : null,
      after: {
        breakGlassId: access.id,
        operation: asked.operation,
        ...(asked.recordId === null ? {} : { recordId: asked.recordId }),
      },
    });
  });
