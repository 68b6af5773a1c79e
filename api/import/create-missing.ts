import { sql, type RawBuilder } from "kysely";
import { recordAudit } from "../audit/record.ts";
import type { LookupName } from "./lookups.ts";
import { rowsOf, type Run } from "./run.ts";

/** Makes the record that a row names and nobody has: a department below the root, or an entry of a list. */
export async function createMissing(run: Run, lookup: LookupName, name: string): Promise<string> {
  switch (lookup) {
    case "department":
      return createDepartment(run, name);
    case "region":
      return createRegion(run, name);
    default:
      return createEntry(run, lookup, name);
  }
}

async function createDepartment(run: Run, name: string): Promise<string> {
  const code = name.slice(0, 64);
  const [made] = await rowsOf<{ id: string }>(
    run,
    sql`insert into crm.department (code, name, parent_id)
      select ${code}, ${name}, d.id from crm.department d where d.parent_id is null
      on conflict (code) do nothing returning id`,
  );
  if (made) await audit(run, "department", made.id, { code, name });
  return made?.id ?? present(run, sql`select id from crm.department where code = ${code}`);
}

/** A region is a path, and each step of it is a region too. */
async function createRegion(run: Run, path: string): Promise<string> {
  const steps = path.split(" / ");
  let id = "";
  for (let length = 1; length <= steps.length; length++) {
    id = await createEntry(run, "region", steps.slice(0, length).join(" / "));
  }
  return id;
}

async function createEntry(run: Run, type: string, code: string): Promise<string> {
  const caption = code.split(" / ").at(-1) ?? code;
  const [made] = await rowsOf<{ id: string }>(
    run,
    sql`insert into crm.dictionary_entry (type, code, caption_zh, caption_en)
      values (${type}, ${code}, ${caption}, ${caption})
      on conflict (type, code) do nothing returning id`,
  );
  if (made) await audit(run, "dictionary", made.id, { type, code });
  return (
    made?.id ??
    present(run, sql`select id from crm.dictionary_entry where type = ${type} and code = ${code}`)
  );
}

/** Somebody else may have made it a moment ago. */
async function present(run: Run, statement: RawBuilder<unknown>): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(run, statement);
  if (!row) throw new Error("a record was removed while it was imported");
  return row.id;
}

const audit = (
  run: Run,
  resource: string,
  recordId: string,
  after: Record<string, unknown>,
): Promise<void> =>
  recordAudit(run.tx, run.work, { action: `${resource}:import`, resource, recordId, after });
