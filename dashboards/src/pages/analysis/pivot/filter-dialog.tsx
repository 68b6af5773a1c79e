import { Modal, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NamedMember } from "../../../cube/use-members.ts";
import {
  itemChoices,
  itemName,
  itemTitle,
  readLevel,
  type Cube,
  type LevelItem,
} from "./axis-item.ts";
import type { MemberFilter } from "./member-filter.ts";
import { MemberList } from "./member-list.tsx";
import styles from "./settings.module.css";
import type { NamedFilter } from "./use-named-filters.ts";

export interface FilterDialogProps {
  readonly cube: Cube;
  /** All that hold now: other levels offer what these leave. */
  readonly filters: readonly NamedFilter[];
  /** The one that is changed; undefined for a new one. */
  readonly filter: NamedFilter | undefined;
  readonly onApply: (filter: MemberFilter) => void;
  readonly onClose: () => void;
}

/** A level, then its members. Nothing is asked anew before they are applied. */
export function FilterDialog({ cube, filters, filter, onApply, onClose }: FilterDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [level, setLevel] = useState<LevelItem | undefined>(filter?.level);
  const [picked, setPicked] = useState<readonly NamedMember[]>(filter?.members ?? []);
  const choose = (name: string) => {
    const chosen = readLevel(name);
    setLevel(chosen);
    const known = filters.find((each) => itemName(each.level) === name);
    setPicked(known?.members ?? []);
  };
  const others = filters.filter((each) => level && itemName(each.level) !== itemName(level));
  return (
    <Modal
      open
      title={filter ? itemTitle(cube, filter.level) : t("pivot.filters.add")}
      okText={t("pivot.filters.apply", { count: picked.length })}
      cancelText={t("commands.cancel")}
      okButtonProps={{ disabled: level === undefined || (picked.length === 0 && !filter) }}
      onCancel={onClose}
      onOk={() => level && onApply({ level, keys: picked.map(({ key }) => key) })}
    >
      {filter ? null : (
        <div className={styles["stacked"]}>
          <label htmlFor={id} className={styles["caption"]}>
            {t("pivot.filters.level")}
          </label>
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={level ? itemName(level) : null}
            options={levelChoices(cube)}
            onChange={choose}
          />
        </div>
      )}
      {level ? (
        <MemberList
          key={itemName(level)}
          cube={cube.name}
          level={level}
          others={others}
          picked={picked}
          onPick={setPicked}
        />
      ) : null}
    </Modal>
  );
}

/** Single levels only: a filter names members of one. */
function levelChoices(cube: Cube) {
  return itemChoices(cube, [], (title) => title).map(({ label, options }) => ({
    label,
    options: options.filter(({ value }) => readLevel(value) !== undefined),
  }));
}
