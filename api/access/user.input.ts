import { ID, Int } from "type-graphql";
import { inputType } from "../input/define-input.ts";
import { USER_FIELDS } from "./user.rules.ts";

const version = {
  type: () => Int,
  description: "The version that was read; a stale one is CONFLICT.",
};
const roles = { type: () => [String], description: "Codes of roles." };
const mustChangePassword = {
  type: () => Boolean,
  nullable: true,
  description: "Whether the next sign-in has to change the password; true unless said otherwise.",
};

export const CreateUserInputType = inputType(
  "CreateUserInput",
  "Somebody new.",
  "create",
  USER_FIELDS,
  {
    login: { type: () => String, description: "Name to sign in with." },
    password: {
      type: () => String,
      nullable: true,
      description: "First password; without one nobody signs in until it is set.",
    },
    mustChangePassword,
    roles,
  },
);

export const UpdateUserInputType = inputType(
  "UpdateUserInput",
  "Changes of a user; what is left out stays, null clears.",
  "update",
  USER_FIELDS,
  { id: { type: () => ID, description: "The user." }, version },
);

export const SetUserRolesInputType = inputType(
  "SetUserRolesInput",
  "All roles that a user holds from now on.",
  "update",
  {},
  { userId: { type: () => ID, description: "The user." }, version, roles },
);

export const SetUserPasswordInputType = inputType(
  "SetUserPasswordInput",
  "A new password for somebody else.",
  "update",
  {},
  {
    userId: { type: () => ID, description: "The user." },
    password: { type: () => String, description: "The new password." },
    mustChangePassword,
  },
);
