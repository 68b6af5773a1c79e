import { useTranslation } from "react-i18next";
import type { Cell } from "./grant-cell.ts";
import styles from "./matrix.module.css";
import { useScopeWords } from "./scope-words.ts";

export interface MatrixCellProps {
  /** `Customer · Read`. */
  readonly name: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly isChanged: boolean;
  /** Its choice is open. */
  readonly isChosen: boolean;
  readonly place: string;
  readonly tabIndex: number;
}

/** How far one action reaches, in a word and by depth of colour. A change not saved yet has a corner. */
export function MatrixCell(props: MatrixCellProps) {
  const { name, before, after, isChanged, isChosen, place, tabIndex } = props;
  const { t } = useTranslation();
  const words = useScopeWords();
  const was = isChanged ? t("roles.was", { what: words.full(before) }) : undefined;
  return (
    <td
      role="gridcell"
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-expanded={isChosen}
      aria-label={[name, words.full(after), was].filter(Boolean).join(" · ")}
      title={[words.full(after), was].filter(Boolean).join("\n")}
      data-place={place}
      data-changed={isChanged}
      className={styles["cell"]}
    >
      <span className={styles["word"]} data-scope={after.scope} aria-hidden="true">
        {words.short(after)}
      </span>
    </td>
  );
}
