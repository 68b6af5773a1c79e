import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { itemName, itemTitle, type Cube } from "./axis-item.ts";
import { FilterDialog } from "./filter-dialog.tsx";
import type { MemberFilter } from "./member-filter.ts";
import styles from "./settings.module.css";
import type { NamedFilter } from "./use-named-filters.ts";

/** More members than this are counted. */
const NAMED = 3;

export interface FilterBarProps {
  readonly cube: Cube;
  readonly filters: readonly NamedFilter[];
  readonly onChange: (filters: readonly MemberFilter[]) => void;
}

/** Which members the whole answer is cut to, each level as a tag that can be changed or taken off. */
export function FilterBar({ cube, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<NamedFilter | "new">();
  const without = (filter: MemberFilter) =>
    filters.filter(({ level }) => itemName(level) !== itemName(filter.level));
  return (
    <div className={styles["bar"]}>
      <span className={styles["name"]}>{t("pivot.filters.title")}</span>
      {filters.map((filter) => {
        const title = itemTitle(cube, filter.level);
        const names = filter.members.map(({ caption }) => caption);
        const rest = names.length - NAMED;
        return (
          <Tag
            key={itemName(filter.level)}
            className={styles["filter"] ?? ""}
            closable={{ "aria-label": t("filters.remove", { name: title }) }}
            onClose={(event) => {
              event.preventDefault();
              onChange(without(filter));
            }}
          >
            <button
              type="button"
              className={styles["tag"]}
              title={names.join(", ")}
              onClick={() => setEditing(filter)}
            >
              {title}: {names.slice(0, NAMED).join(", ")}
              {rest > 0 ? ` ${t("pivot.filters.more", { count: rest })}` : null}
            </button>
          </Tag>
        );
      })}
      <Button size="small" onClick={() => setEditing("new")}>
        {t("pivot.filters.add")}
      </Button>
      {editing ? (
        <FilterDialog
          cube={cube}
          filters={filters}
          filter={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onApply={(filter) => {
            setEditing(undefined);
            onChange(filter.keys.length > 0 ? [...without(filter), filter] : without(filter));
          }}
        />
      ) : null}
    </div>
  );
}
