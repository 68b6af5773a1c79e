import styles from "./bar-table.module.css";
import { Icon } from "./icon.tsx";

export interface BarColumn {
  readonly key: string;
  readonly title: string;
}

export interface BarFigure {
  readonly formatted: string;
  /** Shows what the figure is made of; absent where it is made of nothing. */
  readonly onOpen?: (() => void) | undefined;
}

export interface BarRow {
  readonly key: string;
  readonly caption: string;
  /** Steps of indentation. */
  readonly depth: number;
  /** Formatted by the server, in the order of the columns. */
  readonly figures: readonly BarFigure[];
  /** 0 to 1 of the longest bar; undefined draws none, as for a total. */
  readonly length: number | undefined;
  readonly isTotal: boolean;
  /** Shows or hides the rows below this one; absent where there are none. */
  readonly opening?: {
    readonly isOpen: boolean;
    readonly label: string;
    readonly turn: () => void;
  };
}

export interface BarTableProps {
  readonly caption: string;
  readonly head: string;
  readonly columns: readonly BarColumn[];
  readonly rows: readonly BarRow[];
  /** Makes the captions buttons. */
  readonly pick?: {
    readonly label: (caption: string) => string;
    readonly onPick: (row: BarRow) => void;
  };
}

/**
 * A ranking as chart and table in one: the bar shows the first figure, every figure stands beside it.
 * The bars are decoration; a screen reader hears a plain table.
 */
export function BarTable({ caption, head, columns, rows, pick }: BarTableProps) {
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles["table"]}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles["name"]}>
              {head}
            </th>
            <th className={styles["bar"]} aria-hidden="true" />
            {columns.map((column) => (
              <th key={column.key} scope="col" className={styles["figure"]}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isTotal ? styles["total"] : undefined}>
              <th
                scope="row"
                className={styles["name"]}
                style={{ paddingLeft: 8 + row.depth * 16 }}
              >
                {row.opening ? (
                  <button
                    type="button"
                    className={styles["turn"]}
                    aria-expanded={row.opening.isOpen}
                    aria-label={row.opening.label}
                    onClick={row.opening.turn}
                  >
                    <Icon name={row.opening.isOpen ? "down" : "right"} />
                  </button>
                ) : null}
                {pick && !row.isTotal ? (
                  <button
                    type="button"
                    className={styles["pick"]}
                    title={pick.label(row.caption)}
                    onClick={() => pick.onPick(row)}
                  >
                    {row.caption}
                  </button>
                ) : (
                  row.caption
                )}
              </th>
              <td className={styles["bar"]} aria-hidden="true">
                {row.length === undefined ? null : (
                  <div
                    className={styles["length"]}
                    style={{ width: `${row.length * 100}%` }}
                    onClick={row.figures[0]?.onOpen}
                  />
                )}
              </td>
              {row.figures.map(({ formatted, onOpen }, index) => (
                <td key={columns[index]?.key} className={styles["figure"]}>
                  {onOpen ? (
                    <button type="button" className={styles["open"]} onClick={onOpen}>
                      {formatted}
                    </button>
                  ) : (
                    formatted
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
