import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./drill-drawer.module.css";
import type { DrillTarget } from "./drill-target.ts";
import { FactsAnswer } from "./facts-answer.tsx";

export interface DrillDrawerProps {
  /** Undefined: closed. */
  readonly target: DrillTarget | undefined;
  readonly onClose: () => void;
  /** What there is to know about the number, e.g. `AboutFigure`. */
  readonly children?: ReactNode;
}

/** The records behind a figure. Escape closes it, and the focus goes back to where it was. */
export function DrillDrawer({ target, onClose, children }: DrillDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={target !== undefined}
      onClose={onClose}
      destroyOnHidden
      size="min(960px, 92vw)"
      closable={{ "aria-label": t("drill.close") }}
      title={target ? `${target.figure ?? target.measureTitle} · ${target.title}` : null}
    >
      {target ? (
        <>
          <p className={styles["figure"]}>{target.formatted}</p>
          {children}
          <FactsAnswer target={target} />
        </>
      ) : null}
    </Drawer>
  );
}
