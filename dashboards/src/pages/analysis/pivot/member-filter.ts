import type { FilterGroup } from "../../../gql/graphql.ts";
import { decoded } from "../../../lib/decoded.ts";
import { itemName, readLevel, type LevelItem } from "./axis-item.ts";

/** Only facts of these members of a level. */
export interface MemberFilter {
  readonly level: LevelItem;
  readonly keys: readonly string[];
}

/** `customer.byTier.tier:1:3;owner.organization.department:…` */
export function writeFilters(filters: readonly MemberFilter[]): string {
  return filters
    .map(({ level, keys }) => [itemName(level), ...keys.map(encodeURIComponent)].join(":"))
    .join(";");
}

export function readFilters(
  text: string | null,
  unread: (text: string) => void,
): readonly MemberFilter[] {
  return (text ?? "")
    .split(";")
    .filter((part) => part !== "")
    .flatMap((part) => {
      const [name = "", ...written] = part.split(":");
      const level = readLevel(name);
      const keys = written.map(decoded);
      if (!level || keys.length === 0) unread(part);
      return level && keys.length > 0 ? [{ level, keys }] : [];
    });
}

/** All of them hold; undefined where there is none. */
export function filterGroup(filters: readonly MemberFilter[]): FilterGroup | undefined {
  if (filters.length === 0) return undefined;
  return {
    and: filters.map(({ level, keys }) => ({ test: { ...level, op: "IN", members: [...keys] } })),
  };
}
