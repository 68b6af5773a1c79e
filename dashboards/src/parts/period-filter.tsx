import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ALL_TIME, RELATIVE_PERIODS, type Period, type RelativePeriod } from "../cube/period.ts";
import { DayInput } from "./day-input.tsx";
import styles from "./period-filter.module.css";

export interface PeriodFilterProps {
  /** Left out where something beside it says which time is meant. */
  readonly label?: string;
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

type Choice = "all" | "custom" | RelativePeriod;
const CHOICES = ["all", ...(Object.keys(RELATIVE_PERIODS) as RelativePeriod[]), "custom"] as const;

/** A range of time by name, or two days. A half-typed range changes nothing. */
export function PeriodFilter({ label, period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation();
  const [typing, setTyping] = useState(false);
  const shown: Choice = typing ? "custom" : period.kind === "relative" ? period.name : period.kind;
  const choose = (choice: Choice) => {
    setTyping(choice === "custom");
    if (choice === "all") onChange(ALL_TIME);
    else if (choice !== "custom") onChange({ kind: "relative", name: choice });
  };
  const take = (days: Days) => {
    setTyping(false);
    onChange({ kind: "custom", ...days });
  };
  return (
    <div className={styles["filter"]}>
      {label ? (
        <label className={styles["label"]} htmlFor="period">
          {label}
        </label>
      ) : null}
      <Select<Choice>
        id="period"
        {...(label ? {} : { "aria-label": t("period.range") })}
        value={shown}
        onChange={choose}
        popupMatchSelectWidth={false}
        className={styles["select"] ?? ""}
        options={CHOICES.map((choice) => ({ value: choice, label: t(`period.${choice}`) }))}
      />
      {shown === "custom" ? (
        <DayRange {...(period.kind === "custom" ? { days: period } : {})} onChange={take} />
      ) : null}
    </div>
  );
}

interface Days {
  readonly from: string;
  readonly to: string;
}

function DayRange({
  days,
  onChange,
}: {
  readonly days?: Days;
  readonly onChange: (days: Days) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Days>(days ?? { from: "", to: "" });
  const reversed = typed.from !== "" && typed.to !== "" && typed.from > typed.to;
  const type = (part: Partial<Days>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.from !== "" && next.to !== "" && next.from <= next.to) {
      onChange({ from: next.from, to: next.to });
    }
  };
  return (
    <span className={styles["days"]}>
      <DayInput
        label={t("period.from")}
        invalid={reversed}
        value={typed.from}
        onChange={(from) => type({ from })}
      />
      –
      <DayInput
        label={t("period.to")}
        invalid={reversed}
        value={typed.to}
        onChange={(to) => type({ to })}
      />
      {reversed ? (
        <span role="alert" className={styles["order"]}>
          {t("period.order")}
        </span>
      ) : null}
    </span>
  );
}
