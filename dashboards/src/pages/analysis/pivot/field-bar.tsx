import { Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { LevelRef } from "../../../gql/graphql.ts";
import styles from "./field-bar.module.css";
import { levelChoices, levelName, readLevel, type Cube } from "./level-name.ts";
import type { PivotView } from "./pivot-view.ts";

export interface FieldBarProps {
  readonly cube: Cube;
  readonly view: PivotView;
  readonly onChange: (part: Partial<PivotView>) => void;
}

/** What stands on rows, on columns and in the cells, in the order it was chosen. */
export function FieldBar({ cube, view, onChange }: FieldBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles["bar"]}>
      <Levels
        label={t("pivot.rows")}
        cube={cube}
        levels={view.rows}
        onChange={(rows) => onChange({ rows, sort: undefined, closed: [] })}
      />
      <Levels
        label={t("pivot.columns")}
        cube={cube}
        levels={view.columns}
        onChange={(columns) => onChange({ columns, sort: undefined })}
      />
      <Chosen
        label={t("pivot.measures")}
        chosen={view.measures}
        options={cube.measures.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(measures) => onChange({ measures, sort: undefined })}
      />
    </div>
  );
}

interface LevelsProps {
  readonly label: string;
  readonly cube: Cube;
  readonly levels: readonly LevelRef[];
  readonly onChange: (levels: LevelRef[]) => void;
}

function Levels({ label, cube, levels, onChange }: LevelsProps) {
  return (
    <Chosen
      label={label}
      chosen={levels.map(levelName)}
      options={levelChoices(cube)}
      onChange={(names) => onChange(names.map(readLevel).filter((level) => level !== undefined))}
    />
  );
}

interface ChosenProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: {
    label: string;
    value?: string;
    options?: { label: string; value: string }[];
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
