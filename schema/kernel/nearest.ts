/** Edits (insert, delete, replace, swap of neighbours) that turn one name into the other. */
function distance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_column, column) => (row === 0 ? column : row)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(row - 2, column - 2) + 1);
      const line = rows[row];
      if (line) line[column] = cost;
    }
  }
  return at(left.length, right.length);
}

/** The valid names that somebody who wrote `wrong` most likely meant, nearest first. */
export function nearestNames(wrong: string, valid: readonly string[], max = 3): string[] {
  const asked = wrong.slice(0, 64).toLowerCase();
  return valid
    .map((name) => ({ name, far: distance(asked, name.toLowerCase()) }))
    .filter(
      ({ name, far }) =>
        far <= Math.max(2, Math.floor(asked.length / 3)) ||
        (asked.length > 2 && name.toLowerCase().includes(asked)),
    )
    .toSorted((left, right) => left.far - right.far || (left.name < right.name ? -1 : 1))
    .slice(0, max)
    .map(({ name }) => name);
}
