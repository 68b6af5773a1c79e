import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import styles from "./field-panel.module.css";
import { rightOn } from "./field-rights.ts";
import { cellOf, RIGHTS, type Right } from "./grant-cell.ts";
import { RightChoice } from "./right-choice.tsx";
import type { RoleEditing } from "./role-editing.ts";

export interface FieldPanelProps {
  readonly resource: CatalogueResourceFragment;
  readonly editing: RoleEditing;
}

/** The rights on the protected fields of a kind of record, one by one or all at once. */
export function FieldPanel({ resource, editing }: FieldPanelProps) {
  const { t } = useTranslation();
  const { before, after, mayEdit } = editing;
  const read = cellOf(after, resource.name, "read").scope;
  const update = cellOf(after, resource.name, "update").scope;
  if (read === "NONE") {
    return <p className={styles["note"]}>{t("roles.nothingRead", { what: resource.caption })}</p>;
  }
  const names = resource.fields.map(({ name }) => name);
  const refusal = (fields: readonly string[], right: Right) => {
    if (right === "write" && update === "NONE") return t("roles.needsUpdate");
    return fields
      .map((field) => editing.fieldRefusal(resource.name, field, right))
      .find((reason) => reason !== undefined);
  };
  const rights = names.map((field) => rightOn(after, resource.name, field));
  return (
    <div className={styles["panel"]}>
      <div className={styles["all"]}>
        <RightChoice
          label={t("roles.allFields")}
          chosen={RIGHTS.find((right) => rights.every((one) => one === right))}
          refusal={(right) => refusal(names, right)}
          disabled={!mayEdit}
          onChoose={(right) => editing.setRight(resource.name, names, right)}
        />
        <p className={styles["note"]}>{t("roles.fieldsHelp")}</p>
      </div>
      <div className={styles["fields"]}>
        {resource.fields.map(({ name, caption }) => {
          const right = rightOn(after, resource.name, name);
          return (
            <RightChoice
              key={name}
              label={caption}
              chosen={right}
              isChanged={right !== rightOn(before, resource.name, name)}
              refusal={(one) => refusal([name], one)}
              disabled={!mayEdit}
              onChoose={(one) => editing.setRight(resource.name, [name], one)}
            />
          );
        })}
      </div>
    </div>
  );
}
