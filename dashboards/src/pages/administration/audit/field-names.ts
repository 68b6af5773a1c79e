import { useTranslation } from "react-i18next";
import { audit } from "../../../i18n/audit.zh.ts";

type KnownField = keyof typeof audit.fields;

const KNOWN = Object.keys(audit.fields) as KnownField[];

/** What a field is called; one that nobody has named yet stands by the name it has in the log. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    const known = KNOWN.find((one) => one === field);
    return known ? t(`audit.fields.${known}`) : field;
  };
}
