import styles from "./skeleton.module.css";

/** Grey lines where text or rows will stand. Heights in pixels. */
export function Skeleton({
  lines,
  height = 16,
}: {
  readonly lines: number;
  readonly height?: number;
}) {
  return (
    <div className={styles["block"]} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles["line"]} style={{ height }} />
      ))}
    </div>
  );
}
