import { sql } from "kysely";
import { fault } from "../faults.ts";
import { rowsOf } from "../run.ts";
import { plainWriter, type Writer } from "./writer.ts";

/** A department without a parent goes below the root; the root itself stays where it is. */
export const departmentWriter: Writer = {
  ...plainWriter,
  adds: ["parent_id"],
  async prepare(rows, run) {
    const [root] = await rowsOf<{ id: string }>(
      run,
      sql`select id from crm.department where parent_id is null`,
    );
    for (const row of rows) {
      if (root && row.record.id !== root.id) row.columns["parent_id"] ??= root.id;
    }
  },
};

/** Users are called by their login until somebody names them, and hold the roles that the file gives them. */
export const userWriter: Writer = {
  ...plainWriter,
  adds: ["display_name"],
  async prepare(rows, run) {
    const { principal } = run.work;
    for (const row of rows) {
      row.columns["display_name"] ??= row.columns["login"] ?? null;
      if (principal.kind === "user" && row.record.id === principal.id && row.wanted.has("roles")) {
        row.faults.push(fault("OWN_ROLES", {}, { path: "roles" }));
      }
    }
  },
  async finish(rows, _changed, run) {
    const given = rows
      .filter((row) => row.wanted.has("roles"))
      .flatMap((row) =>
        (row.links.get("roles") ?? []).map((role) => ({ user: row.record.id, role })),
      );
    if (given.length === 0) return new Set();
    // Roles are added, never taken away: a list of people is no list of all that they may do.
    const added = await rowsOf<{ user_id: string }>(
      run,
      sql`insert into crm.user_role (user_id, role_id)
        select r.user, r.role from json_to_recordset(${JSON.stringify(given)}::json)
          as r("user" uuid, role uuid)
        on conflict do nothing returning user_id`,
    );
    return new Set(added.map(({ user_id }) => user_id));
  },
};
