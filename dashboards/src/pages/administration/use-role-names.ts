import { RoleNamesDocument, type RoleNameFragment } from "../../gql/graphql.ts";
import { useWholeList } from "../../lib/use-whole-list.ts";
import { useRoleName } from "./role-name.ts";

export interface RoleNames {
  readonly roles: readonly RoleNameFragment[];
  /** What a role is called; codes stand for themselves until the names are there. */
  readonly nameOf: (code: string) => string;
}

/** All roles, and what they are called by their codes. */
export function useRoleNames(): RoleNames {
  const name = useRoleName();
  const { data: roles = [] } = useWholeList(RoleNamesDocument, {}, (answer) => answer.roles);
  return {
    roles,
    nameOf: (code) => {
      const role = roles.find((one) => one.code === code);
      return role ? name(role) : code;
    },
  };
}
