import { useLocale } from "../../i18n/use-locale.ts";
import type { RoleNameFragment } from "../../gql/graphql.ts";

type Named = Pick<RoleNameFragment, "nameZh" | "nameEn">;

/** Names of roles in the reader's language. */
export function useRoleName(): (role: Named) => string {
  const locale = useLocale();
  return ({ nameZh, nameEn }) => (locale === "zh-CN" ? nameZh : nameEn);
}
