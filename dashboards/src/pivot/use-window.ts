import { useCallback, useLayoutEffect, useState, type RefObject } from "react";

/** The part of a scrolled box that is on screen, in pixels of its content. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Follows scrolling and resizing; one drawing a frame at most, since both report within frames. */
export function useView(box: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 0, height: 0 });
  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
    setView({ top, left, width, height });
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, look]);
  return view;
}

/** First and last index of what lies between two pixels, with a few more on both sides. */
export function visibleRange(
  offsets: readonly number[],
  from: number,
  to: number,
  spare: number,
): readonly [number, number] {
  const last = offsets.length - 2;
  const first = search(offsets, from);
  return [Math.max(0, first - spare), Math.min(last, search(offsets, to) + spare)];
}

/** The last index whose offset is not beyond the pixel. Offsets grow. */
function search(offsets: readonly number[], pixel: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where each of a row of things begins; one more at the end: where the last one ends. */
export function offsetsOf(sizes: readonly number[]): number[] {
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
  return offsets;
}
