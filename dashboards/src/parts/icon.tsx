/** Drawn on a 16 × 16 grid with a 1.5 stroke; decoration only, so hidden from screen readers. */
const DRAWINGS = {
  chart: "M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6",
  pivot: "M2.5 2.5h11v11h-11zM2.5 6h11M6 2.5v11",
  customers:
    "M5.5 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM1.5 13c0-2.2 1.8-3.5 4-3.5s4 1.3 4 3.5M10.5 3.2a2.25 2.25 0 0 1 0 4.2M11.5 9.7c1.8.3 3 1.5 3 3.3",
  opportunities: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  fold: "M9.5 4 5.5 8l4 4M13 3v10",
  unfold: "m6.5 4 4 4-4 4M3 3v10",
  sun: "M8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
  moon: "M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z",
  screen: "M2 3h12v8H2zM6 13.5h4M8 11v2.5",
  language:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c1.8 1.7 2.6 3.7 2.6 6S9.8 12.3 8 14C6.2 12.3 5.4 10.3 5.4 8S6.2 3.7 8 2z",
  person:
    "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.75 13.5c0-2.6 2.2-4 5.25-4s5.25 1.4 5.25 4",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.75V8l2.2 1.6",
  table: "M2 3.5h12v9H2zM2 6.5h12M2 9.5h12M6.5 3.5v9",
  down: "m4 6 4 4 4-4",
  close: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2.2 14.3 13H1.7zM8 6.2v3.2M8 11.2v.2",
  check: "m3 8.5 3.5 3.5L13 4.5",
  right: "m6 4 4 4-4 4",
  key: "M5.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7.7 8.5l5.8 5M11 11.3l-1.4 1.6",
  tree: "M6 2.5h4v3H6zM1.5 10.5h4v3h-4zM10.5 10.5h4v3h-4zM8 5.5V8M3.5 10.5V8h9v2.5",
  plug: "M6 2v3.5M10 2v3.5M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2.5",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  refresh: "M13.5 8A5.5 5.5 0 1 1 11.8 4M13.5 2v3h-3",
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={DRAWINGS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
