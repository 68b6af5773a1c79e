import type { Locale } from "../../schema/kernel/text.ts";
import type { Param, RowSet, Value } from "../engine/engine.ts";
import { captionOf } from "./captions.ts";
import type { LevelUse } from "./resolved.ts";
import type { Layout, Rendered, SlotKind } from "./render.ts";
import type { Slot } from "./totals.ts";

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
  readonly tree:
    | {
        readonly low: number;
        readonly high: number;
        readonly depth: number;
        readonly parent: string | null;
      }
    | undefined;
}

export interface MeasureValue {
  readonly value: string | null;
  /** Of money: the one currency, or MIXED. */
  readonly currency: string | null;
}

/** Stands where a currency would, for amounts of several. */
export const MIXED = "MIXED";

/** One cell position with all its measures. */
export interface Group {
  readonly row: string;
  readonly column: string;
  readonly values: Map<string, MeasureValue>;
}

/** A position of one axis: a grain and a key for each of its slots. */
export interface Place {
  readonly grain: number;
  readonly keys: readonly string[];
}

export const placeId = ({ grain, keys }: Place): string => `${grain}\u0000${keys.join("\u0000")}`;

/** Everything that the branches answered, by position. */
export class Collected {
  readonly rows = new Map<string, Place>();
  readonly columns = new Map<string, Place>();
  readonly members = new Map<string, Map<string, MemberFound>>();
  /** Places to be shown without data. */
  readonly empty = { rows: new Set<string>(), columns: new Set<string>() };
  readonly #groups = new Map<string, Map<string, Group>>();
  readonly #locale: Locale;
  readonly #currency: string | null;

  /** `currency` is the one that all facts are in, where there is only one. */
  constructor(locale: Locale, currency: string | null) {
    this.#locale = locale;
    this.#currency = currency;
  }

  group(row: string, column: string): Group | undefined {
    return this.#groups.get(row)?.get(column);
  }

  *groups(): Iterable<Group> {
    for (const row of this.#groups.values()) yield* row.values();
  }

  member(slot: Slot, key: string): MemberFound {
    const found = this.members.get(slot.alias)?.get(key);
    return found ?? this.addMember(slot, describe(slot.use, key, null, this.#locale));
  }

  addMember(slot: Slot, member: MemberFound): MemberFound {
    const known = this.members.get(slot.alias) ?? new Map<string, MemberFound>();
    this.members.set(slot.alias, known.set(member.key, member));
    return member;
  }

  /** A position that is shown although no fact lies there. */
  addEmpty(axis: "rows" | "columns", place: Place): void {
    const id = placeId(place);
    this[axis].set(id, place);
    this.empty[axis].add(id);
  }

  addPlace(axis: "rows" | "columns", place: Place): string {
    const id = placeId(place);
    this[axis].set(id, place);
    return id;
  }

  add(rendered: Rendered, { rows }: RowSet): void {
    const { branch, layout } = rendered;
    const setOf = new Map(layout.masks.map((mask, index) => [mask, branch.sets[index]]));
    const unit = new Map(branch.measures.map(({ name, unit: kind }) => [name, kind]));
    for (const row of rows) {
      const set = setOf.get(Number(row[0]));
      if (!set) throw new Error(`a group came back that nobody asked for: ${String(row[0])}`);
      // Without any grouping the engine answers one row even for no fact.
      if (row[1] === "0") continue;
      const keys = this.#keys(layout, set.slots, row);
      const rowId = this.addPlace("rows", { grain: set.row, keys: keys.slice(0, set.rowSlots) });
      const columnId = this.addPlace("columns", {
        grain: set.column,
        keys: keys.slice(set.rowSlots),
      });
      const group = this.#groupAt(rowId, columnId);
      for (const { name, at, hasCurrency } of layout.measures) {
        group.values.set(name, {
          value: toText(row[at]),
          currency: unit.get(name) === "money" ? this.#currencyOf(row, at, hasCurrency) : null,
        });
      }
    }
  }

  #groupAt(row: string, column: string): Group {
    const known = this.#groups.get(row) ?? new Map<string, Group>();
    const group = known.get(column) ?? { row, column, values: new Map() };
    this.#groups.set(row, known.set(column, group));
    return group;
  }

  #currencyOf(row: readonly Value[], at: number, hasCurrency: boolean): string | null {
    if (!hasCurrency) return this.#currency;
    const [least, greatest] = [toText(row[at + 1]), toText(row[at + 2])];
    return least === greatest ? least : MIXED;
  }

  #keys(layout: Layout, slots: readonly Slot[], row: readonly Value[]): string[] {
    return slots.map((slot) => {
      const place = layout.slots.find((each) => each.slot === slot);
      if (!place) throw new Error(`no column for ${slot.alias}`);
      const key = toText(row[place.at]) ?? "-1";
      if (!this.members.get(slot.alias)?.has(key)) {
        this.addMember(slot, read(slot.use, place.kind, row, place.at, this.#locale));
      }
      return key;
    });
  }
}

const toText = (value: Value | undefined): string | null => (value == null ? null : String(value));

function read(
  use: LevelUse,
  kind: SlotKind,
  row: readonly Value[],
  at: number,
  locale: Locale,
): MemberFound {
  const key = toText(row[at]) ?? "-1";
  const plain = { ...describe(use, key, toText(row[at + 2]), locale), raw: row[at + 1] ?? null };
  const number = (offset: number): number => Number(row[at + offset] ?? 0);
  switch (kind) {
    case "column":
      return { ...describe(use, key, null, locale), raw: row[at + 1] ?? null };
    case "own":
      return {
        ...plain,
        rank: row[at + 3] == null ? null : number(3),
        isInferred: row[at + 4] === true,
      };
    case "tree":
      return {
        ...plain,
        rank: number(3),
        tree: { low: number(3), high: number(4), depth: number(5), parent: toText(row[at + 6]) },
      };
  }
}

/** A member by its key alone, as far as the key tells. */
export function describe(
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
