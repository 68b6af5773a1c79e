import styles from "./pivot-grid.module.css";

/** Points down where the parts are shown, aside where they are not; nothing where there are none. */
export function Twist({ isOpen }: { readonly isOpen: boolean | undefined }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={styles["twist"]}>
      {isOpen === undefined ? null : (
        <path
          d={isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4"}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
