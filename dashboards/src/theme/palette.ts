/**
 * Every colour of the application, for both themes: the stylesheets read them as `--<name>`, antd and
 * the charts read them from here. Texts reach 4.5 : 1 on every surface they stand on; the data colours
 * stay apart for red-green and blue-yellow blindness and differ in lightness as well.
 */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSecondary: string;
  readonly accent: string;
  /** Of the accent under the pointer; white reads on it too. */
  readonly accentHover: string;
  readonly accentText: string;
  readonly accentSoft: string;
  readonly danger: string;
  /** Of texts on it. */
  readonly onDanger: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly data1: string;
  readonly data1Soft: string;
  readonly data2: string;
  readonly data3: string;
  readonly good: string;
  readonly bad: string;
}

export const LIGHT: Palette = {
  canvas: "#f4f5f7",
  surface: "#ffffff",
  sunken: "#eef0f3",
  line: "#e2e5ea",
  lineStrong: "#c3c9d2",
  text: "#1a1e26",
  textSecondary: "#595f69",
  accent: "#2457a6",
  accentHover: "#1d4a91",
  accentText: "#2457a6",
  accentSoft: "#e7eef8",
  danger: "#b3261e",
  onDanger: "#ffffff",
  warning: "#8a5a00",
  warningSoft: "#fdf3dc",
  data1: "#2f68bd",
  data1Soft: "#c9d9f0",
  data2: "#b4561a",
  data3: "#3f7f74",
  good: "#1f6f63",
  bad: "#a8480f",
};

export const DARK: Palette = {
  canvas: "#0f1216",
  surface: "#171b21",
  sunken: "#1f242c",
  line: "#2a3039",
  lineStrong: "#454d59",
  text: "#e5e8ed",
  textSecondary: "#a8b0bd",
  accent: "#2f66bb",
  accentHover: "#3a70c4",
  accentText: "#8db8f5",
  accentSoft: "#1d2c45",
  danger: "#f0928b",
  onDanger: "#1a1e26",
  warning: "#e3b65c",
  warningSoft: "#33290f",
  data1: "#5d92d9",
  data1Soft: "#2b4468",
  data2: "#e39a5f",
  data3: "#72bdb0",
  good: "#72bdb0",
  bad: "#e8a06a",
};
