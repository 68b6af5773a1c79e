import { Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments } from "../use-departments.ts";
import styles from "./department-checks.module.css";

/** More than this many are searched rather than looked through. */
const IN_SIGHT = 12;

export interface DepartmentChecksProps {
  /** Given by a form: ids of departments. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
  /** What the group is called. */
  readonly label: string;
}

/** Departments in their tree, each to be chosen by itself: those below are not included. */
export function DepartmentChecks({ id, value = [], onChange, label }: DepartmentChecksProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { nodes } = useDepartments();
  const lines = nodes?.lines() ?? [];
  const sought = typed.trim().toLowerCase();
  const turn = (department: string, isChosen: boolean) =>
    onChange?.(isChosen ? [...value, department] : value.filter((one) => one !== department));
  return (
    <div id={id} role="group" aria-label={label} className={styles["box"]}>
      {lines.length > IN_SIGHT ? (
        <Input
          type="search"
          aria-label={t("roles.findDepartment")}
          placeholder={t("roles.findDepartment")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      ) : null}
      <div className={styles["list"]}>
        {lines
          .filter(({ node }) => `${node.name} ${node.code}`.toLowerCase().includes(sought))
          .map(({ node, depth }) => (
            <div key={node.id} style={{ paddingLeft: sought === "" ? depth * 24 : 0 }}>
              <Checkbox
                checked={value.includes(node.id)}
                onChange={({ target }) => turn(node.id, target.checked)}
              >
                {node.name} <span className={styles["code"]}>{node.code}</span>
              </Checkbox>
            </div>
          ))}
      </div>
    </div>
  );
}
