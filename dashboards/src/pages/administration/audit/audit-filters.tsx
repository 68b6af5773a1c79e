import { Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { DayInput } from "../../../parts/day-input.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { ACTIONS, KINDS } from "./actions.ts";
import styles from "./audit.module.css";
import type { AuditView } from "./audit-view.ts";
import type { EntryWords } from "./use-entry-words.ts";

export interface AuditFiltersProps {
  readonly view: AuditView;
  readonly words: EntryWords;
  readonly onChange: (part: Partial<AuditView>) => void;
}

export function AuditFilters({ view, words, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const isReversed = view.from !== "" && view.to !== "" && view.from > view.to;
  return (
    <>
      <SearchField label={t("audit.who")} text={view.who} onSearch={(who) => onChange({ who })} />
      <ChoiceFilter
        label={t("audit.kinds")}
        chosen={view.kinds}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
        onChange={(kinds) => onChange({ kinds })}
      />
      <Select<string[]>
        mode="multiple"
        allowClear
        aria-label={t("audit.actions")}
        placeholder={t("audit.actions")}
        maxTagCount="responsive"
        style={{ minWidth: 176 }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        value={[...view.actions]}
        options={ACTIONS.map((code) => ({ value: code, label: words.action(code) }))}
        onChange={(actions) => onChange({ actions })}
      />
      <NumberField about={view.about} onChange={(about) => onChange({ about })} />
      <span className={styles["days"]}>
        <DayInput
          label={t("audit.from")}
          invalid={isReversed}
          value={view.from}
          onChange={(from) => onChange({ from })}
        />
        –
        <DayInput
          label={t("audit.to")}
          invalid={isReversed}
          value={view.to}
          onChange={(to) => onChange({ to })}
        />
        {isReversed ? <span role="alert">{t("audit.reversed")}</span> : null}
      </span>
    </>
  );
}

interface NumberFieldProps {
  readonly about: string;
  readonly onChange: (about: string) => void;
}

/** A number is pasted whole, so it is taken when the reader is done with it. */
function NumberField({ about, onChange }: NumberFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(about);
  useEffect(() => setTyped(about), [about]);
  const take = (text: string) => {
    if (text.trim() !== about) onChange(text.trim());
  };
  return (
    <Input
      allowClear
      aria-label={t("audit.about")}
      placeholder={t("audit.about")}
      value={typed}
      style={{ width: 208 }}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === "") take("");
      }}
      onPressEnter={() => take(typed)}
      onBlur={() => take(typed)}
    />
  );
}
