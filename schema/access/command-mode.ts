import type { Em } from "../orm.ts";

/**
 * Opens writing for the rest of this transaction. A service authorises first, on rows read as the
 * caller, and then commands. The mode is the id of the transaction that asked for it, so whatever a
 * pool does with the setting afterwards, it admits nothing in another transaction.
 */
export const commandMode = async (tx: Em): Promise<void> => {
  if (!tx.isInTransaction()) throw new Error("command mode needs a transaction");
  await tx.execute("select set_config('crm.command', pg_current_xact_id()::text, true)");
};
