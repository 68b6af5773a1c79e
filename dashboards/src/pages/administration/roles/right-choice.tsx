import { useId } from "react";
import { useTranslation } from "react-i18next";
import { RIGHTS, type Right } from "./grant-cell.ts";
import styles from "./right-choice.module.css";

export interface RightChoiceProps {
  readonly label: string;
  /** Undefined where several fields differ. */
  readonly chosen: Right | undefined;
  readonly isChanged?: boolean;
  /** Why a right cannot be chosen; undefined where it can. */
  readonly refusal: (right: Right) => string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (right: Right) => void;
}

/** One of the four rights on a field, side by side. */
export function RightChoice(props: RightChoiceProps) {
  const { label, chosen, isChanged = false, refusal, disabled, onChoose } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles["choice"]}>
      <span id={id} className={styles["label"]} data-changed={isChanged}>
        {label}
        {isChanged ? <span className="visually-hidden"> {t("roles.changed")}</span> : null}
      </span>
      <span className={styles["rights"]}>
        {RIGHTS.map((right) => {
          const reason = refusal(right);
          const isClosed = disabled || (reason !== undefined && right !== chosen);
          return (
            <label
              key={right}
              className={styles["right"]}
              data-right={right}
              title={reason ?? t(`roles.rights.${right}.hint`)}
            >
              <input
                type="radio"
                name={id}
                checked={right === chosen}
                disabled={isClosed}
                onChange={() => onChoose(right)}
              />
              {t(`roles.rights.${right}.name`)}
            </label>
          );
        })}
      </span>
    </div>
  );
}
