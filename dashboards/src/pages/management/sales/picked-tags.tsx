import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { NamedMember } from "../../../cube/use-members.ts";
import styles from "./filter-bar.module.css";
import { PICK_NAMES, type PickName } from "./sales-view.ts";

/** What the page is narrowed to, with captions. */
export type NamedPicks = Readonly<Partial<Record<PickName, readonly NamedMember[]>>>;

export interface PickedTagsProps {
  readonly named: NamedPicks;
  readonly onPick: (name: PickName, keys: readonly string[]) => void;
  readonly onClear: () => void;
}

/** Each pick with a way to take it off, and a way to take off all. */
export function PickedTags({ named, onPick, onClear }: PickedTagsProps) {
  const { t } = useTranslation();
  const tags = PICK_NAMES.flatMap((name) =>
    (named[name] ?? []).map((member) => ({ name, member, all: named[name] ?? [] })),
  );
  if (tags.length === 0) return null;
  return (
    <div className={styles["tags"]}>
      {tags.map(({ name, member, all }) => (
        <Tag
          key={`${name}:${member.key}`}
          closable={{ "aria-label": t("filters.remove", { name: member.caption }) }}
          onClose={(event) => {
            // Whether the tag is there is for the address to say.
            event.preventDefault();
            const rest = all.filter(({ key }) => key !== member.key);
            onPick(
              name,
              rest.map(({ key }) => key),
            );
          }}
        >
          {t(`sales.${name}`)}: {member.caption}
        </Tag>
      ))}
      <Button size="small" type="link" onClick={onClear}>
        {t("filters.clearAll")}
      </Button>
    </div>
  );
}
