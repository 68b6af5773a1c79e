import { createUser, type CreateUserInput } from "../../api/access/user.service.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import type { OwnDatabase } from "./database.ts";

type NewUser = Omit<CreateUserInput, "displayName" | "departmentId" | "mustChangePassword">;

/** A user of the root department who may sign in at once; answers the id. */
export async function addUser(database: OwnDatabase, user: NewUser): Promise<string> {
  const [root] = await database.sql<{ id: string }>(
    "crm_owner",
    "select id from crm.department where parent_id is null",
  );
  const work = {
    em: database.orm.em.fork(),
    principal: { kind: "system", name: "test" } as const,
    clock: systemClock,
    requestId: "test",
  };
  const { id } = await withRowContext(SYSTEM_ROWS, () =>
    createUser(work, {
      ...user,
      displayName: user.login,
      departmentId: root?.id ?? "",
      mustChangePassword: false,
    }),
  );
  return id;
}
