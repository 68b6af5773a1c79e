import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { sql } from "kysely";
import { invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import { plain, type Em } from "../../schema/orm.ts";

/** The one thing that is told of a customer whom one may not see: that the name is taken. */
export const nameTaken = (path: string): Issue => ({
  path,
  text: { zh: "名称已被使用", en: "the name is taken" },
  code: "NAME_TAKEN",
});

/** The id of the customer that has this name already, whoever may see it. Call it in command mode. */
export async function holderOfName(tx: Em, name: string, except?: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from crm.customer
    where crm.name_key(name) = crm.name_key(${name}) and status <> 'DELETED'
      and id is distinct from ${except ?? null}::uuid`.execute(plain(tx));
  return rows[0]?.id ?? null;
}

/** Somebody may take the name between the look and the write; the index then says the same. */
export async function refusingTakenNames<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (
      error instanceof UniqueConstraintViolationException &&
      error.message.includes("customer_name_key_unique")
    ) {
      throw invalidInput([nameTaken(path)]);
    }
    throw error;
  }
}
