import { createHash } from "node:crypto";
import { sql } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";

/** Where a chain is broken: the first entry that does not follow from the one before, or where one is missing. */
export interface Break {
  readonly stream: number;
  readonly position: number;
  /** Absent where the entry itself is missing. */
  readonly id: string | undefined;
  readonly fault: "CHANGED" | "MISSING" | "UNKNOWN_STREAM";
}

export interface Verified {
  readonly entries: number;
  readonly streams: number;
  readonly broken: Break | undefined;
}

interface Link {
  readonly id: string;
  readonly position: number;
  readonly hash: string;
  readonly payload: string;
}
interface StreamEnd {
  readonly id: number;
  readonly position: number;
  readonly hash: string;
}

/** Entries read at once: the log may be longer than memory. */
const PAGE = 2_000;

/**
 * Walks over every chain from its beginning and works each digest out anew, here and not in the database, whose
 * functions may have been changed as well. Entries written meanwhile are left to the next time.
 */
export async function verifyAudit(
  em: Em,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Verified> {
  const ends = await streamEnds(em);
  const total = ends.reduce((sum, { position }) => sum + position, 0);
  let entries = 0;
  for (const end of ends) {
    const broken = await verifyStream(em, end, (count) => onProgress((entries += count), total));
    if (broken) return { entries, streams: ends.length, broken };
  }
  return { entries, streams: ends.length, broken: await strayEntry(em, ends) };
}

async function verifyStream(
  em: Em,
  end: StreamEnd,
  onPage: (count: number) => void,
): Promise<Break | undefined> {
  const stream = end.id;
  let position = 0;
  let previous = "";
  while (position < end.position) {
    const page = await pageAfter(em, end, position);
    for (const { id, position: found, hash, payload } of page) {
      position += 1;
      if (found !== position) return { stream, position, id: undefined, fault: "MISSING" };
      previous = createHash("sha256")
        .update(previous + payload)
        .digest("hex");
      if (hash !== previous) return { stream, position, id, fault: "CHANGED" };
    }
    if (page.length === 0) {
      return { stream, position: position + 1, id: undefined, fault: "MISSING" };
    }
    onPage(page.length);
  }
  // The end is kept apart, so that a chain that was made anew as a whole does not fit it.
  return previous === end.hash
    ? undefined
    : { stream, position: end.position, id: undefined, fault: "CHANGED" };
}

async function streamEnds(em: Em): Promise<readonly StreamEnd[]> {
  const { rows } =
    await sql<StreamEnd>`select id, position, hash from crm.audit_stream order by id`.execute(
      plain(em),
    );
  return rows;
}

async function pageAfter(em: Em, end: StreamEnd, position: number): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select id, position, hash, jsonb_build_array(id, stream, position,
      (extract(epoch from at) * 1000)::bigint, principal, user_id, action, resource, record_id,
      before, after, request_id, address)::text as payload
    from crm.audit_entry
    where stream = ${end.id} and position > ${position} and position <= ${end.position}
    order by position limit ${PAGE}`.execute(plain(em));
  return rows;
}

/** An entry of a stream that is not there: somebody took its end away. */
async function strayEntry(em: Em, ends: readonly StreamEnd[]): Promise<Break | undefined> {
  const known = ends.map(({ id }) => id);
  const { rows } = await sql<{ stream: number; position: number; id: string }>`
    select stream, position, id from crm.audit_entry
    where stream <> all(${known}::int[])
      and not exists (select from crm.audit_stream as s where s.id = stream)
    order by stream, position limit 1`.execute(plain(em));
  const [stray] = rows;
  return stray && { ...stray, fault: "UNKNOWN_STREAM" };
}
