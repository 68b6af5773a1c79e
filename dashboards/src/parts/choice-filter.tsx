import { Select } from "antd";

export interface ChoiceFilterProps<Choice extends string> {
  readonly label: string;
  readonly chosen: readonly Choice[];
  readonly choices: readonly { readonly value: Choice; readonly label: string }[];
  readonly onChange: (chosen: readonly Choice[]) => void;
}

/** Any of a few values; none chosen means no condition. */
export function ChoiceFilter<Choice extends string>(props: ChoiceFilterProps<Choice>) {
  const { label, chosen, choices, onChange } = props;
  return (
    <Select<Choice[]>
      mode="multiple"
      allowClear
      aria-label={label}
      placeholder={label}
      maxTagCount="responsive"
      style={{ minWidth: 160 }}
      popupMatchSelectWidth={false}
      showSearch={false}
      value={[...chosen]}
      options={[...choices]}
      onChange={onChange}
    />
  );
}
