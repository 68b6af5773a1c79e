import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/icon.tsx";
import type { Scope } from "./grant-cell.ts";
import styles from "./scope-menu.module.css";

export interface ScopeMenuProps {
  /** What is chosen for: `Customer · Read`. */
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly chosen: Scope;
  /** Why a scope cannot be chosen; undefined where it can. */
  readonly refusal: (scope: Scope) => string | undefined;
  readonly onChoose: (scope: Scope) => void;
}

/** How far an action may reach, in words, one of which is chosen. What cannot be says why. */
export function ScopeMenu({ title, scopes, chosen, refusal, onChoose }: ScopeMenuProps) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll("button") ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1, Tab: at }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return (
    <div className={styles["menu"]}>
      <p className={styles["title"]}>{title}</p>
      <div ref={menu} role="menu" aria-label={title} onKeyDown={onKeyDown}>
        {scopes.map((scope) => {
          const reason = refusal(scope);
          return (
            <button
              key={scope}
              type="button"
              role="menuitemradio"
              aria-checked={scope === chosen}
              aria-disabled={reason !== undefined}
              data-first={scope === chosen || undefined}
              tabIndex={-1}
              className={styles["item"]}
              onClick={() => {
                if (reason === undefined) onChoose(scope);
              }}
            >
              <span>{scope === chosen ? <Icon name="check" /> : null}</span>
              <span className={styles["name"]}>{t(`roles.scopes.${scope}.name`)}</span>
              <span className={styles["hint"]}>{t(`roles.scopes.${scope}.hint`)}</span>
              {reason ? <span className={styles["reason"]}>{reason}</span> : null}
            </button>
          );
        })}
      </div>
    </div>
  );
}
