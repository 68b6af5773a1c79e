import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useDepartments } from "../use-departments.ts";
import type { Cell } from "./grant-cell.ts";

/** How far a cell reaches: in a word for the matrix, and in full for sentences. */
export function useScopeWords(): { short: (cell: Cell) => string; full: (cell: Cell) => string } {
  const { t } = useTranslation();
  const { nodes } = useDepartments();
  return {
    short: (cell) => shortWord(t, cell),
    full: (cell) => {
      if (cell.scope !== "LIST") return t(`roles.scopes.${cell.scope}.name`);
      const names = cell.departmentIds.map(
        (id) => nodes?.find(id)?.name ?? t("roles.goneDepartment"),
      );
      return t("roles.onlyDepartments", { names: names.join(t("roles.listComma")) });
    },
  };
}

function shortWord(t: TFunction, { scope, departmentIds }: Cell): string {
  if (scope === "LIST") return t("roles.scopes.LIST.short", { count: departmentIds.length });
  return t(`roles.scopes.${scope}.short`);
}
