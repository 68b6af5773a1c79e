import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Refused } from "../../../parts/refused.tsx";
import type { Moving } from "./use-moving.ts";

/** What became of the last move, with a way to take it back. */
export function MoveNotice({ moving }: { readonly moving: Moving }) {
  const { t } = useTranslation();
  const { moved, refused, problem, busy } = moving;
  if (!moved && !refused && !problem) return null;
  return (
    <div role="status" style={{ marginBottom: 16 }}>
      {problem ? <Refused problem={problem} /> : null}
      {refused ? (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: moving.dismiss, "aria-label": t("states.dismiss") }}
          title={t(`departments.${refused.why}`, refused)}
        />
      ) : null}
      {moved && !problem ? (
        <Alert
          type="info"
          showIcon
          closable={{ onClose: moving.dismiss, "aria-label": t("states.dismiss") }}
          title={t(moved.isUndone ? "departments.undone" : "departments.moved", {
            name: moved.name,
            to: (moved.isUndone ? moved.from : moved.to)?.name ?? "",
          })}
          action={
            moved.isUndone || !moved.from ? null : (
              <Button size="small" loading={busy} onClick={moving.undo}>
                {t("departments.undo")}
              </Button>
            )
          }
        />
      ) : null}
    </div>
  );
}
