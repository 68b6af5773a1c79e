import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Document } from "../lib/post.ts";
import { useAnswer } from "../lib/use-answer.ts";
import { useSettled } from "../lib/use-settled.ts";

const PAUSE_MS = 250;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface RecordSelectProps<Answer, Variables> {
  readonly document: Document<Answer, Variables>;
  /** The question for what was typed. */
  readonly variables: (search: string) => Variables;
  readonly choices: (answer: Answer) => readonly Choice[];
  readonly placeholder?: string;
  /** For whoever does not see it, outside a form. */
  readonly label?: string;
  /** Given by a form. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}

/** One record of many: the server searches, a few matches are offered. */
export function RecordSelect<Answer, Variables>(props: RecordSelectProps<Answer, Variables>) {
  const { document, variables, choices, placeholder, label, id, value, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed, PAUSE_MS);
  const query = useAnswer(document, variables(search), { select: choices });
  return (
    <Select<string>
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={query.isFetching}
      options={[...(query.data ?? [])]}
      notFoundContent={query.isFetching ? t("states.loading") : t("states.noMatch")}
      placeholder={placeholder}
      {...(label ? { "aria-label": label } : {})}
      {...(id ? { id } : {})}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
    />
  );
}
