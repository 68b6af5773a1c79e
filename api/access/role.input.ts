import { ID, Int } from "type-graphql";
import { inputType } from "../input/define-input.ts";
import { GrantInputType } from "./role-grant.type.ts";
import { ROLE_FIELDS } from "./role.rules.ts";

const version = {
  type: () => Int,
  description: "The version that was read; a stale one is CONFLICT.",
};
const record = { id: { type: () => ID, description: "The role." }, version };

export const CreateRoleInputType = inputType(
  "CreateRoleInput",
  "A new role, without grants yet.",
  "create",
  ROLE_FIELDS,
);

export const UpdateRoleInputType = inputType(
  "UpdateRoleInput",
  "Changes of a role; what is left out stays.",
  "update",
  ROLE_FIELDS,
  record,
);

export const DeleteRoleInputType = inputType(
  "DeleteRoleInput",
  "A role that nobody holds.",
  "update",
  {},
  record,
);

export const SetRoleGrantsInputType = inputType(
  "SetRoleGrantsInput",
  "All that a role may do from now on.",
  "update",
  {},
  {
    roleId: { type: () => ID, description: "The role." },
    version,
    grants: { type: () => [GrantInputType], description: "The grants; what is missing is gone." },
  },
);
