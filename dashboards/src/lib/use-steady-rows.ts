import { useState } from "react";
import { steadyRows, type SteadyRows } from "./steady-rows.ts";

export interface Steadied<Row> {
  /** What was asked; rows of another question take their places at once. Undefined: not answered yet. */
  readonly question: string | undefined;
  readonly present: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly hasMore: boolean;
  readonly told: ReadonlyMap<string, Row>;
}

/** A list that others change: nothing moves until the reader wants to see the rows as they are now. */
export function useSteadyRows<Row>(list: Steadied<Row>): SteadyRows<Row> & { show: () => void } {
  const { question } = list;
  const [held, setHeld] = useState({ question, rows: list.present });
  const present = question === undefined ? held.rows : list.present;
  // What was empty has nothing to keep in its place.
  const isOther =
    question !== undefined &&
    (held.question !== question || (held.rows.length === 0 && present.length > 0));
  if (isOther) setHeld({ question, rows: present });
  const shown = isOther ? present : held.rows;
  return {
    ...steadyRows({ ...list, present, shown }),
    show: () => setHeld({ question, rows: present }),
  };
}
