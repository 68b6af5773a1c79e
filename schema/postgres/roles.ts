import { ROLES, withClient, type PostgresServer } from "./server.ts";

/** Creates our roles where they are missing and gives each its password. Safe to run at every start. */
export async function createRoles(server: PostgresServer): Promise<void> {
  await withClient(server, "superuser", server.superuser.database, async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1)",
      [ROLES],
    );
    const present = new Set(rows.map((row) => row.rolname));
    for (const role of ROLES) {
      const password = client.escapeLiteral(server.passwords[role]);
      // Unqualified CREATE ROLE gives neither SUPERUSER nor BYPASSRLS; LOGIN is all they need.
      const verb = present.has(role) ? "alter" : "create";
      await client.query(`${verb} role ${role} login password ${password}`);
    }
    // A role that is no superuser may create a database for crm_owner only as its member.
    await client.query("grant crm_owner to current_user");
  });
}
