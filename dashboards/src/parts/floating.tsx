import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import styles from "./floating.module.css";

const GAP = 4;

export interface FloatingProps {
  /** What it belongs to, and stands below or above. */
  readonly anchor: HTMLElement;
  /** Pressed Escape, or went on elsewhere. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Something small over the page beside what it is about; the browser closes it as it closes its own menus. What is
 * marked `data-first` in it takes the focus.
 */
export function Floating({ anchor, onClose, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const floating = box.current;
    if (!floating) return;
    floating.showPopover();
    const at = anchor.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = floating;
    const below = at.bottom + GAP;
    const fits = below + height <= window.innerHeight || at.top < height + GAP;
    floating.style.top = `${fits ? Math.min(below, window.innerHeight - height) : at.top - height - GAP}px`;
    floating.querySelector<HTMLElement>("[data-first]")?.focus();
    floating.style.left = `${Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP))}px`;
  }, [anchor]);
  useEffect(() => {
    const floating = box.current;
    const closed = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === "closed") latest.current();
    };
    // It stands still while the page moves: better gone than beside something else.
    const moved = (event: Event) => {
      if (event.target instanceof Node && floating?.contains(event.target)) return;
      latest.current();
    };
    floating?.addEventListener("toggle", closed);
    window.addEventListener("scroll", moved, true);
    window.addEventListener("resize", moved);
    return () => {
      floating?.removeEventListener("toggle", closed);
      window.removeEventListener("scroll", moved, true);
      window.removeEventListener("resize", moved);
    };
  }, []);
  return (
    <div ref={box} popover="auto" className={styles["floating"]}>
      {children}
    </div>
  );
}
