import { useTranslation } from "react-i18next";
import { useFormats } from "../../../lib/format.ts";
import { useMoments } from "./moments.ts";
import { valueInWords } from "./value-words.ts";

/** Values in the language of the reader. */
export function useValueWords(): (value: unknown) => string {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { moment } = useMoments();
  const wording = {
    day,
    moment,
    yes: t("audit.entry.yes"),
    no: t("audit.entry.no"),
    none: t("audit.entry.none"),
  };
  return (value) => valueInWords(value, wording);
}
