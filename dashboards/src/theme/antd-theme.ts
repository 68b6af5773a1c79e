import { theme, type ThemeConfig } from "antd";
import { paletteOf, type Shade } from "./appearance.ts";

/** No web fonts: the face of the system, with the Chinese faces each system brings. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export function antdTheme(shade: Shade): ThemeConfig {
  const palette = paletteOf(shade);
  return {
    algorithm: shade === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: "crm" },
    hashed: false,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      wireframe: false,
      colorPrimary: palette.accent,
      colorLink: palette.accentText,
      colorInfo: palette.accent,
      colorError: palette.danger,
      colorWarning: palette.warning,
      // Derived from a warning dark enough for text, the ground of notices would be muddy.
      colorWarningBg: palette.warningSoft,
      colorWarningBorder: palette.lineStrong,
      colorSuccess: palette.good,
      colorInfoBg: palette.accentSoft,
      colorBgLayout: palette.canvas,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorText: palette.text,
      // The library's own secondary texts are too faint for WCAG AA.
      colorTextSecondary: palette.textSecondary,
      colorTextTertiary: palette.textSecondary,
      colorTextDescription: palette.textSecondary,
      colorTextPlaceholder: palette.textSecondary,
      colorIcon: palette.textSecondary,
    },
    components: {
      // Under the pointer, too, texts keep their contrast.
      Button: {
        colorPrimaryHover: palette.accentHover,
        defaultHoverColor: palette.accentText,
        dangerColor: palette.onDanger,
      },
      // On a dark ground the library's own choice is hardly seen.
      Segmented: {
        trackBg: palette.sunken,
        itemSelectedBg: palette.accentSoft,
        itemSelectedColor: palette.accentText,
      },
    },
  };
}
