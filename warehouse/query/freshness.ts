import { unavailable } from "../../schema/kernel/errors.ts";
import type { Read } from "../engine/engine.ts";
import { etlWatermark } from "../tables/etl-watermark.ts";
import type { Freshness, SourceFreshness } from "./cellset.ts";
import type { FreshnessState } from "./names.ts";

/** The loader runs every five minutes: three missed runs are worth a word, an hour is stale. */
const WARN_SECONDS = 15 * 60;
const STALE_SECONDS = 60 * 60;

const secondsBetween = (from: string, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - Date.parse(from)) / 1000));

const stateOf = (seconds: number): FreshnessState => {
  if (seconds > STALE_SECONDS) return "STALE";
  return seconds > WARN_SECONDS ? "WARN" : "FRESH";
};

/** How old the answer is, read in the same snapshot; UNAVAILABLE while nothing has been loaded. */
export async function readFreshness(read: Read, now: Date): Promise<Freshness> {
  const { rows } = await read({
    sql: `select source, run_id::varchar, loaded_at, coalesce(source_max_time, loaded_at)
      from ${etlWatermark.name} order by coalesce(source_max_time, loaded_at)`,
    params: [],
  });
  const sources = rows.map(([source, , loadedAt, sourceMaxTime]): SourceFreshness => ({
    source: String(source),
    loadedAt: String(loadedAt),
    sourceMaxTime: String(sourceMaxTime),
    state: stateOf(secondsBetween(String(sourceMaxTime), now)),
  }));
  // The whole is as old as its oldest source.
  const [oldest] = sources;
  const runId = rows[0]?.[1];
  if (!oldest?.sourceMaxTime) {
    throw unavailable({
      zh: "数据仓库尚未加载，请先运行一次 ETL",
      en: "The warehouse has not been loaded yet; run the ETL first",
    });
  }
  return {
    loadedAt: oldest.loadedAt,
    sourceMaxTime: oldest.sourceMaxTime,
    lagSeconds: secondsBetween(oldest.sourceMaxTime, now),
    state: oldest.state,
    runId: String(runId),
    sources,
  };
}
