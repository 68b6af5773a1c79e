import fs from "node:fs";
import path from "node:path";

/**
 * The warehouse lives in `<name>.<n>.duckdb`; the highest number is the one that serves. A rebuild
 * writes `<name>.building`, closes it and renames it to the next number: a rename of a closed file to
 * a free name is atomic everywhere, while replacing an open one is not possible on Windows.
 */
export interface Generations {
  /** The file that serves, present or not yet. */
  readonly current: string;
  readonly building: string;
  /** The file that a finished build becomes. */
  readonly next: () => string;
}

export function findGenerations(file: string): Generations {
  const directory = path.dirname(file);
  const name = path.basename(file).replace(/\.duckdb$/, "");
  fs.mkdirSync(directory, { recursive: true });
  const number = (entry: string): number => {
    const middle = entry.slice(name.length + 1, -".duckdb".length);
    return entry === `${name}.${middle}.duckdb` && /^\d+$/.test(middle) ? Number(middle) : 0;
  };
  const highest = (): number =>
    Math.max(1, ...fs.readdirSync(directory).map((entry) => number(entry)));
  const at = (generation: number): string => path.join(directory, `${name}.${generation}.duckdb`);
  return {
    current: at(highest()),
    building: path.join(directory, `${name}.building`),
    next: () => at(highest() + 1),
  };
}

/** Removes a database file with its write-ahead log. */
export function removeDatabase(file: string): void {
  fs.rmSync(file, { force: true });
  fs.rmSync(`${file}.wal`, { force: true });
}

/** Removes what a crash between two steps left: builds not finished, generations already replaced. */
export function removeLeftovers(file: string): void {
  const { current, building } = findGenerations(file);
  removeDatabase(building);
  const directory = path.dirname(file);
  const name = path.basename(file).replace(/\.duckdb$/, "");
  for (const entry of fs.readdirSync(directory)) {
    const older = entry.startsWith(`${name}.`) && /\.\d+\.duckdb$/.test(entry);
    const whole = path.join(directory, entry);
    if (older && whole !== current) removeDatabase(whole);
  }
}

/** Keeps a damaged file for whoever wants to look at it, out of the way of the next one. */
export function setAside(file: string): string {
  const aside = `${file}.damaged`;
  removeDatabase(aside);
  fs.renameSync(file, aside);
  fs.rmSync(`${file}.wal`, { force: true });
  return aside;
}
