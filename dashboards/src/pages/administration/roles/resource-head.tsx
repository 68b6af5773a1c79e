import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import { Icon } from "../../../parts/icon.tsx";
import { rightOn } from "./field-rights.ts";
import styles from "./matrix.module.css";
import type { RoleEditing } from "./role-editing.ts";

export interface ResourceHeadProps {
  readonly resource: CatalogueResourceFragment;
  readonly isOpen: boolean;
  readonly editing: RoleEditing;
  readonly place: string;
  readonly tabIndex: number;
}

/** Names a row; where the records have protected fields, opens the rights on them. */
export function ResourceHead({ resource, isOpen, editing, place, tabIndex }: ResourceHeadProps) {
  const { t } = useTranslation();
  const { name, caption, fields } = resource;
  const changed = fields.filter(
    (field) =>
      rightOn(editing.before, name, field.name) !== rightOn(editing.after, name, field.name),
  ).length;
  return (
    <th
      scope="row"
      role="rowheader"
      tabIndex={tabIndex}
      data-place={place}
      data-changed={changed > 0}
      className={styles["head"]}
      {...(fields.length > 0 ? { "aria-expanded": isOpen } : {})}
    >
      <span className={styles["name"]}>
        {fields.length > 0 ? <Icon name={isOpen ? "down" : "right"} size={12} /> : null}
        {caption}
      </span>
      {fields.length > 0 ? (
        <span className={styles["fields"]}>{t("roles.fieldCount", { count: fields.length })}</span>
      ) : null}
    </th>
  );
}
