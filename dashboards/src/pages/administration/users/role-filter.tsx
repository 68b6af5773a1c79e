import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { useRoleNames } from "../use-role-names.ts";

export interface RoleFilterProps {
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Narrows the list to whoever holds one of some roles. */
export function RoleFilter({ chosen, onChange }: RoleFilterProps) {
  const { t } = useTranslation();
  const { roles, nameOf } = useRoleNames();
  return (
    <ChoiceFilter
      label={t("users.roles")}
      chosen={chosen}
      choices={roles.map(({ code }) => ({ value: code, label: nameOf(code) }))}
      onChange={onChange}
    />
  );
}
