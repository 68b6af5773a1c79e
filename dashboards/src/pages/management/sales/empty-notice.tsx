import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { memberOf } from "../../../cube/cellset.ts";
import { ALL_TIME, type Period } from "../../../cube/period.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import { yearsQuestion } from "./sales-questions.ts";
import { type Picked, type SalesView } from "./sales-view.ts";

export interface EmptyNoticeProps {
  readonly picked: Picked;
  readonly change: (part: Partial<SalesView>) => void;
}

/** Why the cards are empty: another time has figures, the filters leave none, or nothing was ever closed. */
export function EmptyNotice({ picked, change }: EmptyNoticeProps) {
  const { t } = useTranslation();
  const years = useCellset(yearsQuestion(picked));
  if (years.data === undefined || years.isPlaceholderData) return null;
  const [latest] = years.data.rows;
  const year = latest && memberOf(latest);
  if (year?.start && year.end) {
    const period: Period = { kind: "custom", from: year.start, to: year.end };
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={t("sales.elsewhere", { year: year.caption })}
        action={
          <>
            <Button size="small" type="primary" onClick={() => change({ period })}>
              {t("sales.goTo", { year: year.caption })}
            </Button>{" "}
            <Button size="small" onClick={() => change({ period: ALL_TIME })}>
              {t("period.all")}
            </Button>
          </>
        }
      />
    );
  }
  const isNarrowed = Object.keys(picked).length > 0;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={t(isNarrowed ? "sales.noMatch" : "sales.nothingClosed")}
      action={
        isNarrowed ? (
          <Button size="small" type="primary" onClick={() => change({ picked: {} })}>
            {t("filters.clearAll")}
          </Button>
        ) : null
      }
    />
  );
}
