import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the browser's tab after what is shown; nothing for a part of a page. */
export function useTabTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const product = t("product.short");
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${product}`;
  }, [title, product]);
}
