import { Button } from "antd";
import { chooseLocale } from "../i18n/i18n.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Icon } from "../parts/icon.tsx";

/** Named in the language it leads to, so that whoever cannot read the present one finds it. */
const OTHER = {
  "zh-CN": { locale: "en", name: "English" },
  en: { locale: "zh-CN", name: "中文" },
} as const;

export function LanguageSwitch() {
  const other = OTHER[useLocale()];
  return (
    <Button
      type="text"
      lang={other.locale}
      icon={<Icon name="language" />}
      onClick={() => void chooseLocale(other.locale)}
    >
      {other.name}
    </Button>
  );
}
