import { Checkbox } from "antd";
import { useId } from "react";
import { useRoleNames } from "../use-role-names.ts";
import styles from "./role-choice.module.css";

export interface RoleChoiceProps {
  /** Given by a form: codes of roles. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (codes: readonly string[]) => void;
  /** What the group is called. */
  readonly label: string;
  /** Why a role can be neither given nor taken; undefined where it can. */
  readonly refusal?: (code: string) => string | undefined;
}

/** The roles somebody holds, each to be given or taken; what cannot be says why. */
export function RoleChoice({ id, value = [], onChange, label, refusal }: RoleChoiceProps) {
  const { roles, nameOf } = useRoleNames();
  const own = useId();
  const turn = (code: string, isHeld: boolean) =>
    onChange?.(isHeld ? [...value, code] : value.filter((one) => one !== code));
  return (
    <div id={id} role="group" aria-label={label} className={styles["roles"]}>
      {roles.map(({ code }) => {
        const reason = refusal?.(code);
        const reasonId = `${own}${code}`;
        return (
          <div key={code} className={styles["role"]}>
            <Checkbox
              checked={value.includes(code)}
              disabled={reason !== undefined}
              {...(reason ? { "aria-describedby": reasonId } : {})}
              onChange={({ target }) => turn(code, target.checked)}
            >
              {nameOf(code)} <span className={styles["code"]}>{code}</span>
            </Checkbox>
            {reason ? (
              <span id={reasonId} className={styles["reason"]}>
                {reason}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
