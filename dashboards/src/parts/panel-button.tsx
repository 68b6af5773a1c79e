import { Button } from "antd";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./panel-button.module.css";

export interface PanelButtonProps {
  readonly label: string;
  /** Something is chosen in it that is not usual. */
  readonly isSet?: boolean;
  readonly children: ReactNode;
}

/**
 * A few settings behind a button. They follow it in the order of the Tab key, take effect at once,
 * and go away with Escape or when one goes on elsewhere.
 */
export function PanelButton({ label, isSet = false, children }: PanelButtonProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className={styles["place"]}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        ref={button}
        {...(isSet ? { className: styles["set"] ?? "" } : {})}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name="down" size={12} />
      </Button>
      {open ? (
        <div id={id} role="group" aria-label={label} tabIndex={-1} className={styles["panel"]}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
