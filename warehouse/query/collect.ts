import type { Locale } from "../../schema/kernel/text.ts";
import type { RowSet, Value } from "../engine/engine.ts";
import { describeMember, readMember, toText, type MemberFound } from "./member-found.ts";
import { placeAt, type Place } from "./place.ts";
import type { Rendered } from "./render.ts";
import type { Layout } from "./render-members.ts";
import type { Slot } from "./totals.ts";

/*
 * Pass: collect. Assumes the rows of every branch. Puts them together by position: branches never meet
 * in SQL, so no measure can multiply another one's rows.
 */

export interface MeasureValue {
  readonly value: string | null;
  /** Of money: the one currency, or MIXED. */
  readonly currency: string | null;
}

/** Stands where a currency would, for amounts of several. */
export const MIXED = "MIXED";

/** One pair of positions with all its measures. */
export interface Group {
  readonly row: string;
  readonly column: string;
  readonly values: Map<string, MeasureValue>;
}

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

  group(row: Place, column: Place): Group | undefined {
    return this.#groups.get(row.id)?.get(column.id);
  }

  *groups(): Iterable<Group> {
    for (const row of this.#groups.values()) yield* row.values();
  }

  member(slot: Slot, key: string): MemberFound {
    const found = this.members.get(slot.alias)?.get(key);
    return found ?? this.addMember(slot, describeMember(slot.use, key, null, this.#locale));
  }

  addMember(slot: Slot, member: MemberFound): MemberFound {
    const known = this.members.get(slot.alias) ?? new Map<string, MemberFound>();
    this.members.set(slot.alias, known.set(member.key, member));
    return member;
  }

  /** A position that is shown although no fact lies there. */
  addEmpty(axis: "rows" | "columns", place: Place): void {
    this[axis].set(place.id, place);
    this.empty[axis].add(place.id);
  }

  add({ branch, layout }: Rendered, { rows }: RowSet): void {
    const keysOf = this.#readMembers(layout, rows);
    const setOf = new Map(
      branch.sets.map((set, index) => [
        layout.masks[index] ?? 0,
        {
          set,
          slots: set.slots.map((slot) => layout.slots.findIndex((each) => each.slot === slot)),
        },
      ]),
    );
    const money = new Set(
      branch.measures.flatMap(({ name, unit }) => (unit === "money" ? [name] : [])),
    );
    for (const row of rows) {
      const found = setOf.get(Number(row[0]));
      if (!found) throw new Error(`a group came back that nobody asked for: ${String(row[0])}`);
      // Without any grouping the engine answers one row even for no fact.
      if (row[1] === "0") continue;
      const { set, slots } = found;
      const keys = slots.map((slot) => keysOf[slot]?.(row) ?? "-1");
      const group = this.#groupAt(
        this.#placeAt("rows", set.row, keys.slice(0, set.rowSlots)),
        this.#placeAt("columns", set.column, keys.slice(set.rowSlots)),
      );
      for (const { name, at, hasCurrency } of layout.measures) {
        const currency = money.has(name) ? this.#currencyOf(row, at, hasCurrency) : null;
        group.values.set(name, { value: toText(row[at]), currency });
      }
    }
  }

  /** Takes in the members that the rows describe; gives for each slot how a row's key is found. */
  #readMembers(
    { slots }: Layout,
    rows: readonly (readonly Value[])[],
  ): ((row: readonly Value[]) => string)[] {
    const byRaw = slots.map(() => new Map<Value, string>());
    const take = (index: number, row: readonly Value[]): string => {
      const layout = slots[index];
      if (!layout) throw new Error("a slot without a place in the answer");
      const member = this.addMember(layout.slot, readMember(layout, row, this.#locale));
      byRaw[index]?.set(row[layout.at] ?? null, member.key);
      return member.key;
    };
    for (const row of rows) {
      slots.forEach(({ describedIn, at }, index) => {
        if (Number(row[0]) === describedIn && !byRaw[index]?.has(row[at] ?? null)) take(index, row);
      });
    }
    return slots.map(
      ({ at }, index) =>
        (row) =>
          byRaw[index]?.get(row[at] ?? null) ?? take(index, row),
    );
  }

  #placeAt(axis: "rows" | "columns", grain: number, keys: readonly string[]): Place {
    const place = placeAt(grain, keys);
    const known = this[axis].get(place.id);
    if (known) return known;
    this[axis].set(place.id, place);
    return place;
  }

  #groupAt({ id: row }: Place, { id: column }: Place): Group {
    const ofRow = this.#groups.get(row) ?? new Map<string, Group>();
    const group = ofRow.get(column) ?? { row, column, values: new Map() };
    this.#groups.set(row, ofRow.set(column, group));
    return group;
  }

  #currencyOf(row: readonly Value[], at: number, hasCurrency: boolean): string | null {
    if (!hasCurrency) return this.#currency;
    const [least, greatest] = [toText(row[at + 1]), toText(row[at + 2])];
    return least === greatest ? least : MIXED;
  }
}
