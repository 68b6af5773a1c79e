import { Checkbox, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMembers, type NamedMember } from "../../../cube/use-members.ts";
import { Answered } from "../../../parts/answered.tsx";
import { MoreRows } from "../../../parts/more-rows.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { levelRef, type LevelItem } from "./axis-item.ts";
import { filterGroup, type MemberFilter } from "./member-filter.ts";
import styles from "./settings.module.css";

export interface MemberListProps {
  readonly cube: string;
  readonly level: LevelItem;
  readonly others: readonly MemberFilter[];
  readonly picked: readonly NamedMember[];
  readonly onPick: (picked: readonly NamedMember[]) => void;
}

/** Members to tick. What was ticked stays so while one searches for another. */
export function MemberList({ cube, level, others, picked, onPick }: MemberListProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const filters = filterGroup(others);
  const query = useMembers({
    cube,
    level: levelRef(level),
    search,
    ...(filters ? { filters } : {}),
    first: 50,
  });
  const toggle = (member: NamedMember, isPicked: boolean) => {
    const rest = picked.filter(({ key }) => key !== member.key);
    onPick(isPicked ? [...rest, member] : rest);
  };
  return (
    <>
      <Input
        type="search"
        aria-label={t("pivot.filters.search")}
        placeholder={t("pivot.filters.search")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Answered query={query} skeleton={<Skeleton lines={6} height={24} />}>
        {({ members, total }) => (
          <>
            <div role="group" aria-label={t("pivot.filters.members")} className={styles["members"]}>
              {members.map((member) => (
                <Checkbox
                  key={member.key}
                  checked={picked.some(({ key }) => key === member.key)}
                  onChange={({ target }) => toggle(member, target.checked)}
                >
                  {member.caption}
                </Checkbox>
              ))}
              {members.length === 0 ? <p>{t("states.noMatch")}</p> : null}
            </div>
            <MoreRows
              shown={members.length}
              total={total}
              hasMore={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )}
      </Answered>
    </>
  );
}
