import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useDepartments } from "./use-departments.ts";

/** Given by a form. */
interface Field<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}

interface DepartmentSelectProps extends Field<string> {
  /** Departments that cannot be chosen. */
  readonly without?: (id: string) => boolean;
}

/** Narrows a list to the people of one department, or of all. */
export function DepartmentFilter(props: {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}) {
  const { label, chosen, onChange } = props;
  return (
    <Select<string>
      {...useOptions()}
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ minWidth: 160 }}
      popupMatchSelectWidth={false}
      {...(chosen === undefined ? {} : { value: chosen })}
      onChange={onChange}
    />
  );
}

/** One department, shown in its place in the tree; typing searches names and codes. */
export function DepartmentSelect({ without, ...field }: DepartmentSelectProps) {
  const { t } = useTranslation();
  return (
    <Select<string> {...field} {...useOptions(without)} placeholder={t("departments.choose")} />
  );
}

function useOptions(without: (id: string) => boolean = () => false) {
  const { query, nodes } = useDepartments();
  const lines = nodes?.lines() ?? [];
  return {
    showSearch: { optionFilterProp: "search" },
    loading: query.isFetching,
    // What is chosen stands without the indentation that shows its place in the list.
    optionLabelProp: "name",
    options: lines.map(({ node, depth }) => ({
      value: node.id,
      name: node.name,
      label: <span style={{ paddingLeft: depth * 16 }}>{node.name}</span>,
      search: `${node.name} ${node.code}`,
      disabled: without(node.id),
    })),
  };
}
