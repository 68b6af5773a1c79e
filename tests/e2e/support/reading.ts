/** How somebody reads the application. Every page has to be right in all four ways. */
export interface Reading {
  readonly locale: "zh-CN" | "en";
  readonly shade: "light" | "dark";
}

export const READINGS: readonly Reading[] = [
  { locale: "zh-CN", shade: "light" },
  { locale: "zh-CN", shade: "dark" },
  { locale: "en", shade: "light" },
  { locale: "en", shade: "dark" },
];
