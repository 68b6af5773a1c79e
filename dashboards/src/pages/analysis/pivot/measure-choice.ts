import type { ShowAs } from "../../../gql/graphql.ts";

/** Forms that need no other range of time, in the order they are offered. */
export const PLAIN_SHOWS = [
  "VALUE",
  "PCT_OF_TOTAL",
  "PCT_OF_ROW",
  "PCT_OF_COLUMN",
  "PCT_OF_PARENT",
  "RUNNING_TOTAL",
  "RANK",
  "DIFF_PREVIOUS",
  "PCT_DIFF_PREVIOUS",
] as const satisfies readonly ShowAs[];

/** Forms that compare with another range. */
export const COMPARED_SHOWS = [
  "COMPARISON_VALUE",
  "COMPARISON_DELTA",
  "COMPARISON_PCT",
] as const satisfies readonly ShowAs[];

const SHOWS: readonly ShowAs[] = [...PLAIN_SHOWS, ...COMPARED_SHOWS];

/** A measure and the forms it is shown in. */
export interface MeasureChoice {
  readonly measure: string;
  readonly shows: readonly ShowAs[];
}

export function isCompared(show: ShowAs): boolean {
  return COMPARED_SHOWS.some((each) => each === show);
}

/** The forms in their order; a measure is never shown in none. */
export function orderedShows(chosen: readonly ShowAs[]): readonly ShowAs[] {
  const shows = SHOWS.filter((show) => chosen.includes(show));
  return shows.length === 0 ? ["VALUE"] : shows;
}

/** `wonAmount`, `wonAmount:VALUE:RANK`. */
export function writeMeasure({ measure, shows }: MeasureChoice): string {
  return shows.length === 1 && shows[0] === "VALUE" ? measure : [measure, ...shows].join(":");
}

export function readMeasure(text: string, unread: (text: string) => void): MeasureChoice {
  const [measure = "", ...names] = text.split(":");
  const shows = names.flatMap((name) => {
    const known = SHOWS.find((show) => show === name);
    if (!known) unread(name);
    return known ? [known] : [];
  });
  return { measure, shows: orderedShows(shows) };
}

/** Without another range there is nothing to compare with. */
export function withoutComparison({ measure, shows }: MeasureChoice): MeasureChoice {
  return { measure, shows: orderedShows(shows.filter((show) => !isCompared(show))) };
}
