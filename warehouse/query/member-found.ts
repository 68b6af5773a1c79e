import type { Locale } from "../../schema/kernel/text.ts";
import type { Param, Value } from "../engine/engine.ts";
import { captionOf } from "./captions.ts";
import type { SlotLayout } from "./render-members.ts";
import type { LevelUse } from "./resolved.ts";

/** A member met in the groups. */
export interface MemberFound {
  readonly key: string;
  readonly caption: string;
  readonly use: LevelUse;
  /** By which the facts are grouped: the durable number, or the key itself. */
  readonly raw: Param;
  /** Smaller comes first by default; null where the caption or the key decides. */
  readonly rank: number | null;
  readonly isInferred: boolean;
  /** Of a department. */
  readonly tree: TreePlace | undefined;
}

export interface TreePlace {
  readonly low: number;
  readonly high: number;
  readonly depth: number;
  readonly parent: string | null;
}

export const toText = (value: Value | undefined): string | null =>
  value == null ? null : String(value);

/** A member by its key alone, as far as the key tells. */
export function describeMember(
  use: LevelUse,
  key: string,
  stored: string | null,
  locale: Locale,
): MemberFound {
  return {
    key,
    caption: captionOf(use.level, key, stored, locale),
    use,
    raw: key,
    rank: rankOf(use, key),
    isInferred: false,
    tree: undefined,
  };
}

function rankOf({ level }: LevelUse, key: string): number | null {
  if (level.caption.by === "texts") {
    const order = Object.keys(level.caption.texts).indexOf(key);
    return order < 0 ? null : order;
  }
  return level.valueType === "integer" ? Number(key) : null;
}

/** A member as a row of the answer describes it (render-members.ts). */
export function readMember(
  { slot: { use }, kind, at }: SlotLayout,
  row: readonly Value[],
  locale: Locale,
): MemberFound {
  const raw = row[at] ?? null;
  if (kind === "column") return { ...describeMember(use, toText(raw) ?? "-1", null, locale), raw };
  const key = toText(row[at + 1]) ?? "-1";
  const plain = { ...describeMember(use, key, toText(row[at + 2]), locale), raw };
  const number = (offset: number): number => Number(row[at + offset] ?? 0);
  const rank = row[at + 3] == null ? null : number(3);
  if (kind === "own") return { ...plain, rank, isInferred: row[at + 4] === true };
  const parent = toText(row[at + 6]);
  return { ...plain, rank, tree: { low: number(3), high: number(4), depth: number(5), parent } };
}
