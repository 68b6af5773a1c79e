import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

const KEY = "crm.locale";

function firstLocale(): Locale {
  const stored = localStorage.getItem(KEY);
  const known = LOCALES.find((locale) => locale === stored);
  if (known) return known;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

export const i18n = createInstance();

/** Both languages are in the bundle: switching asks nobody and never shows half a language. */
export async function startTexts(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: firstLocale(),
    fallbackLng: false,
    resources: { "zh-CN": { app: zh }, en: { app: en } },
    defaultNS: "app",
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = currentLocale();
}

export function currentLocale(): Locale {
  return LOCALES.find((locale) => locale === i18n.language) ?? "en";
}

export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}

/** The language of the user's record, unless another was chosen on this machine. */
export async function suggestLocale(locale: Locale): Promise<void> {
  if (localStorage.getItem(KEY) !== null || locale === currentLocale()) return;
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}
