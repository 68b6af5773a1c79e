import { ApiKeyRolesDocument } from "../../../gql/graphql.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import type { Choice } from "../../../parts/record-select.tsx";
import { useViewer } from "../../../session/use-session.ts";

/** May give others what they do not hold themselves. */
const ADMINISTRATOR = "SYSTEM_ADMIN";

export interface KeyRoles {
  /** The name in the reader's language, or the code for whoever may not see roles. */
  readonly nameOf: (code: string) => string;
  /** The roles that the reader may bind a key to: any, or their own. */
  readonly choices: readonly Choice[];
}

export function useKeyRoles(): KeyRoles {
  const locale = useLocale();
  const viewer = useViewer();
  const { data: roles = [] } = useAnswer(
    ApiKeyRolesDocument,
    {},
    {
      enabled: viewer.permissions.includes("ROLE_READ"),
      select: (answer) => answer.roles.edges.map(({ node }) => node),
    },
  );
  const nameOf = (code: string): string => {
    const role = roles.find((one) => one.code === code);
    if (!role) return code;
    return locale === "zh-CN" ? role.nameZh : role.nameEn;
  };
  const codes = viewer.roles.includes(ADMINISTRATOR) ? roles.map(({ code }) => code) : viewer.roles;
  return { nameOf, choices: codes.map((code) => ({ value: code, label: nameOf(code) })) };
}
