import { isRequired, type Column, type Table } from "../../warehouse/define.ts";
import type { Writer } from "../../warehouse/engine/engine.ts";
import { FOREVER, ORIGIN } from "./sql.ts";

/**
 * A dimension whose rows are the versions of a history table. The table has columns <name>_key,
 * <name>_durable_key, <name>_id, valid_from, valid_to, is_current and is_inferred; the rest are attributes.
 */
export interface Type2 {
  /** `user` for dim_user. */
  readonly name: "user" | "customer";
  readonly table: Table;
  /** Stage table of the history: id, valid_from and what the attributes are made of. */
  readonly stage: string;
  /** Each attribute from a row `h` of the stage. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Joins to `h` that the attributes need. */
  readonly joins?: string;
  /** SELECT of the ids that other rows of this window point at, one column `id`; nulls are left out. */
  readonly references: string;
  /** Order in which new members `n(id)` are numbered, so that every first load numbers alike. */
  readonly numbering: string;
}

/** What an attribute holds while nothing is known of its member. */
function unknownValue({ kind }: Column): string {
  if (!isRequired(kind)) return "null";
  return kind === "flag" ? "false" : "-1";
}

function insertVersions(
  { name, table, attributes }: Type2,
  version: {
    readonly attributes: readonly string[];
    readonly validFrom: string;
    /** valid_to, is_current, is_inferred. */
    readonly rest: string;
    readonly from: string;
  },
): string {
  const columns = [`${name}_id`, `${name}_durable_key`, ...Object.keys(attributes)];
  return `insert into ${table.name} (${columns.join(", ")},
      valid_from, valid_to, is_current, is_inferred, ${name}_key)
    select m.id, m.durable_key, ${version.attributes.join(", ")}, ${version.validFrom}, ${version.rest},
      (select greatest(max(${name}_key), 0) from ${table.name})
        + row_number() over (order by m.durable_key, ${version.validFrom})
    ${version.from}`;
}

/** member_<name>: every member that the window touches or points at for the first time, with its number. */
async function numberMembers(writer: Writer, dimension: Type2): Promise<void> {
  const { name, table, stage, references, numbering } = dimension;
  await writer.run(`create or replace temp table member_${name} as
    with touched as (select distinct id from ${stage}),
    pointed as (select distinct id from (${references}) where id is not null),
    known as (select distinct ${name}_id as id, ${name}_durable_key as durable_key
      from ${table.name} where ${name}_id in (from touched union all from pointed)),
    n as ((from touched union from pointed) except select id from known)
    select id, durable_key, false as is_new from known semi join touched using (id)
    union all
    select n.id, ((select greatest(max(${name}_durable_key), 0) from ${table.name})
      + row_number() over (order by ${numbering}, n.id))::integer, true from n`);
}

/**
 * Brings the versions of the window into the dimension. Applying the same window again changes
 * nothing. A member that is pointed at before its history has arrived, or whose first version is
 * still missing, gets an inferred version, which the real one replaces later.
 */
export async function loadVersions(writer: Writer, dimension: Type2): Promise<number> {
  const { name, table, stage, attributes, joins = "" } = dimension;
  await numberMembers(writer, dimension);
  await writer.run(`delete from ${table.name} d using ${stage} h
    where d.is_inferred and d.${name}_id = h.id and d.valid_from = h.valid_from`);
  const next = "lead(h.valid_from) over (partition by h.id order by h.valid_from)";
  const written = await writer.run(
    insertVersions(dimension, {
      attributes: Object.values(attributes),
      validFrom: "h.valid_from",
      rest: `coalesce(${next}, ${FOREVER}), ${next} is null, false`,
      from: `from ${stage} h join member_${name} m on m.id = h.id ${joins}
        anti join ${table.name} d on d.${name}_id = h.id and d.valid_from = h.valid_from`,
    }),
  );
  await writer.run(`create or replace temp table headless as
    select m.id, m.durable_key from member_${name} m
    anti join ${table.name} d on d.${name}_id = m.id and d.valid_from = ${ORIGIN}`);
  const inferred = await writer.run(
    insertVersions(dimension, {
      attributes: Object.keys(attributes).map((column) => {
        const declared = table.columns[column];
        if (!declared) throw new Error(`${table.name} has no column ${column}`);
        return unknownValue(declared);
      }),
      validFrom: ORIGIN,
      rest: `${FOREVER}, true, true`,
      from: "from headless m",
    }),
  );
  // Only members that had versions before, or were given an inferred one, can have wrong ends.
  await writer.run(`update ${table.name} d set valid_to = v.ends, is_current = v.is_last
    from (select ${name}_key as key,
            coalesce(lead(valid_from) over (partition by ${name}_durable_key order by valid_from), ${FOREVER}) as ends,
            lead(valid_from) over (partition by ${name}_durable_key order by valid_from) is null as is_last
          from ${table.name}
          where ${name}_id in (select id from member_${name} where not is_new union all select id from headless)) v
    where v.key = d.${name}_key and (d.valid_to <> v.ends or d.is_current <> v.is_last)`);
  return written + inferred;
}
