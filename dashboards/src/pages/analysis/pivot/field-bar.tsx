import { Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { itemChoices, itemName, readItem, type AxisItem, type Cube } from "./axis-item.ts";
import styles from "./field-bar.module.css";
import type { PivotView } from "./pivot-view.ts";

export interface FieldBarProps {
  readonly cube: Cube;
  readonly view: PivotView;
  readonly onChange: (part: Partial<PivotView>) => void;
}

/** What stands on rows, on columns and in the cells, in the order it was chosen. */
export function FieldBar({ cube, view, onChange }: FieldBarProps) {
  const { t } = useTranslation();
  const choices = itemChoices(cube, [...view.rows, ...view.columns], (name) =>
    t("pivot.openable", { name }),
  );
  const measures = cube.measures.map(({ name, title }) => ({ value: name, label: title }));
  return (
    <div className={styles["bar"]}>
      <Chosen
        label={t("pivot.rows")}
        chosen={view.rows.map(itemName)}
        options={choices}
        onChange={(names) => onChange({ ...onAxis(names, "rows", view), closed: [] })}
      />
      <Chosen
        label={t("pivot.columns")}
        chosen={view.columns.map(itemName)}
        options={choices}
        onChange={(names) => onChange(onAxis(names, "columns", view))}
      />
      <Chosen
        label={t("pivot.measures")}
        chosen={view.measures.map(({ measure }) => measure)}
        options={measures}
        onChange={(names) =>
          onChange({
            measures: names.map(
              (name) =>
                view.measures.find(({ measure }) => measure === name) ?? {
                  measure: name,
                  shows: ["VALUE"],
                },
            ),
            sort: undefined,
          })
        }
      />
    </div>
  );
}

/** What was said of items that are gone goes with them. */
function onAxis(names: readonly string[], axis: "rows" | "columns", view: PivotView) {
  const items = names.map(readItem).filter((item): item is AxisItem => item !== undefined);
  const standing = { rows: view.rows, columns: view.columns, [axis]: items };
  const all = [...standing.rows, ...standing.columns].map(itemName);
  return {
    ...standing,
    sort: undefined,
    open: view.open.filter((name) => all.includes(name.split(":")[0] ?? "")),
    tops: view.tops.filter(({ level }) => standing.rows.map(itemName).includes(itemName(level))),
  };
}

interface ChosenProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: {
    label: string;
    value?: string;
    options?: { label: string; value: string; disabled: boolean }[];
  }[];
  readonly onChange: (chosen: string[]) => void;
}

function Chosen({ label, chosen, options, onChange }: ChosenProps) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <Select<string[]>
        id={id}
        mode="multiple"
        showSearch={{ optionFilterProp: "label" }}
        value={[...chosen]}
        options={options}
        onChange={onChange}
        popupMatchSelectWidth={280}
      />
    </div>
  );
}
