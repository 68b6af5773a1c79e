import styles from "./day-input.module.css";

export interface DayInputProps {
  /** `YYYY-MM-DD`, "" or nothing. A form gives `value` and `onChange`. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly invalid?: boolean;
}

/** The browser's own day picker: known to its user, usable by keyboard, and no kilobytes. */
export function DayInput({ value = "", onChange, id, label, invalid }: DayInputProps) {
  return (
    <input
      type="date"
      className={styles["day"]}
      value={value}
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      {...(invalid === undefined ? {} : { "aria-invalid": invalid })}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
