import { useMemo } from "react";
import { useLocale } from "../../../i18n/use-locale.ts";

export interface Moments {
  /** To the second: the order of what happened matters here. */
  readonly moment: (instant: string) => string;
  /** Where the reader is. */
  readonly zone: string;
}

export function useMoments(): Moments {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
    return {
      moment: (instant) => format.format(Date.parse(instant)),
      zone: format.resolvedOptions().timeZone,
    };
  }, [locale]);
}
