import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMembers, type NamedMember } from "../cube/use-members.ts";
import type { LevelRef } from "../gql/graphql.ts";

/** As many as one looks through; beyond that one searches. */
const OFFERED = 100;

export interface MemberPickerProps {
  readonly label: string;
  readonly cube: string;
  readonly level: LevelRef;
  readonly picked: readonly NamedMember[];
  readonly onPick: (keys: readonly string[]) => void;
}

/** Members of a level to narrow a page by; the server offers and searches them once it is opened. */
export function MemberPicker({ label, cube, level, picked, onPick }: MemberPickerProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const query = useMembers({ cube, level, search, first: OFFERED }, { enabled: open });
  const offered = query.data?.members ?? [];
  const others = picked.filter(({ key }) => !offered.some((member) => member.key === key));
  return (
    <Select<string[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      open={open}
      onOpenChange={setOpen}
      value={picked.map(({ key }) => key)}
      onChange={onPick}
      options={[...(search === "" ? others : []), ...offered].map(({ key, caption }) => ({
        value: key,
        label: caption,
      }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={query.isFetching}
      notFoundContent={
        query.isFetching
          ? t("states.loading")
          : t(query.isError ? "states.retry" : "states.noMatch")
      }
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => t("filters.picked", { label, count: hidden.length })}
      popupMatchSelectWidth={false}
      style={{ minWidth: 128 }}
    />
  );
}
