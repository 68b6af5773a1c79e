import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { PICK_NAMES, type Picked, type PickName } from "./sales-view.ts";

export interface PickedTagsProps {
  readonly picked: Picked;
  readonly onRemove: (name: PickName) => void;
}

/** What the page is narrowed to, each with a way to take it off. */
export function PickedTags({ picked, onRemove }: PickedTagsProps) {
  const { t } = useTranslation();
  return PICK_NAMES.map((name) => {
    const member = picked[name];
    if (!member) return null;
    return (
      <Tag
        key={`${name}:${member.key}`}
        closable={{ "aria-label": t("filters.remove", { name: member.caption }) }}
        onClose={() => onRemove(name)}
      >
        {t(`sales.${name}`)}: {member.caption}
      </Tag>
    );
  });
}
