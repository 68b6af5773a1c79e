import { Checkbox, Input, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelButton } from "../../../parts/panel-button.tsx";
import type { Cube, LevelItem } from "./axis-item.ts";
import { MOST_TOP, type TopChoice } from "./top-choice.ts";
import styles from "./settings.module.css";

const USUAL = 10;

export interface TopPanelProps {
  readonly title: string;
  readonly cube: Cube;
  readonly level: LevelItem;
  /** The measure that is proposed. */
  readonly measure: string;
  readonly top: TopChoice | undefined;
  readonly onChange: (top: TopChoice | undefined) => void;
}

/** Only the first few members of a level, by a figure, with or without the rest as one row. */
export function TopPanel({ title, cube, level, measure, top, onChange }: TopPanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const label = top
    ? t("pivot.top.some", { name: title, n: top.n })
    : t("pivot.top.all", { name: title });
  return (
    <PanelButton label={label} isSet={top !== undefined}>
      <Checkbox
        checked={top !== undefined}
        onChange={({ target }) =>
          onChange(target.checked ? { level, n: USUAL, by: measure, others: true } : undefined)
        }
      >
        {t("pivot.top.only")}
      </Checkbox>
      {top ? (
        <>
          <label className={styles["caption"]} htmlFor={`${id}n`}>
            {t("pivot.top.count")}
          </label>
          <CountInput id={`${id}n`} n={top.n} onChange={(n) => onChange({ ...top, n })} />
          <label className={styles["caption"]} htmlFor={`${id}by`}>
            {t("pivot.top.by")}
          </label>
          <Select
            id={`${id}by`}
            value={top.by}
            options={cube.measures.map(({ name, title: text }) => ({ value: name, label: text }))}
            onChange={(by: string) => onChange({ ...top, by })}
            getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
          />
          <Checkbox
            checked={top.others}
            onChange={({ target }) => onChange({ ...top, others: target.checked })}
          >
            {t("pivot.top.others")}
          </Checkbox>
        </>
      ) : null}
    </PanelButton>
  );
}

interface CountInputProps {
  readonly id: string;
  readonly n: number;
  readonly onChange: (n: number) => void;
}

/** A half-typed or impossible number changes nothing. */
function CountInput({ id, n, onChange }: CountInputProps) {
  const [typed, setTyped] = useState(String(n));
  useEffect(() => setTyped(String(n)), [n]);
  const take = (text: string) => {
    setTyped(text);
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= MOST_TOP) onChange(count);
  };
  return (
    <Input
      id={id}
      type="number"
      min={1}
      max={MOST_TOP}
      value={typed}
      onChange={({ target }) => take(target.value)}
      onBlur={() => setTyped(String(n))}
    />
  );
}
