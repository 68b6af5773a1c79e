import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Freshness } from "../cube/cellset.ts";
import { useLocale } from "../i18n/use-locale.ts";
import styles from "./freshness-stamp.module.css";
import { Icon } from "./icon.tsx";

/** How old the figures are. The instant is shown in the reader's zone, which is named. */
export function FreshnessStamp({ freshness }: { readonly freshness: Freshness }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const time = (text: string) => instant.format(Date.parse(text));
  const { state, sourceMaxTime, loadedAt } = freshness;
  const late = state === "STALE" || state === "UNKNOWN";
  const zone = instant.resolvedOptions().timeZone;
  return (
    <Tooltip
      title={state === "UNKNOWN" ? null : t("freshness.loaded", { time: time(loadedAt), zone })}
    >
      <span className={late ? styles["late"] : styles["stamp"]} tabIndex={0} role="note">
        <Icon name={late ? "warning" : "clock"} />
        {state === "UNKNOWN" ? null : t("freshness.asOf", { time: time(sourceMaxTime) })}
        {state === "FRESH" ? null : <strong>{t(`freshness.state.${state}`)}</strong>}
      </span>
    </Tooltip>
  );
}
