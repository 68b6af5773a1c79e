import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLineState } from "../lib/live.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import styles from "./line-badge.module.css";

/** A drop that is mended sooner is nobody's concern. */
const QUIET_MS = 2_000;
const BACK_MS = 6_000;

type Told = "lost" | "back" | "crowded";

const ICONS: Readonly<Record<Told | "offline", IconName>> = {
  lost: "refresh",
  offline: "warning",
  back: "check",
  crowded: "warning",
};

/** Whether what is on screen follows the server: silent while it does. */
export function LineBadge() {
  const { t } = useTranslation();
  const told = useTold();
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  const shown = told === "lost" && !isOnline ? "offline" : told;
  return (
    <span role="status" className={styles["place"]}>
      {shown ? (
        <span className={styles["badge"]} data-state={shown} title={t(`live.${shown}Hint`)}>
          <Icon name={ICONS[shown]} size={14} />
          {t(`live.${shown}`)}
        </span>
      ) : null}
    </span>
  );
}

function useTold(): Told | undefined {
  const line = useLineState();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    if (line === "crowded") setTold("crowded");
    if (line === "off") setTold(undefined);
    if (line === "open") setTold((before) => (before === "lost" ? "back" : undefined));
    if (line !== "lost" && line !== "open") return undefined;
    const timer =
      line === "lost"
        ? setTimeout(() => setTold("lost"), QUIET_MS)
        : setTimeout(() => setTold(undefined), BACK_MS);
    return () => clearTimeout(timer);
  }, [line]);
  return told;
}

function onNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
