import { useTranslation } from "react-i18next";
import { currentLocale, type Locale } from "./i18n.ts";

/** Draws again when the language changes. */
export function useLocale(): Locale {
  useTranslation();
  return currentLocale();
}
