import { ID, Int } from "type-graphql";
import { inputType } from "../input/define-input.ts";
import { DEPARTMENT_FIELDS } from "./department.rules.ts";

const record = {
  id: { type: () => ID, description: "The department." },
  version: { type: () => Int, description: "The version that was read; a stale one is CONFLICT." },
};
const parentId = { type: () => ID, description: "The department above." };

export const CreateDepartmentInputType = inputType(
  "CreateDepartmentInput",
  "A new department.",
  "create",
  DEPARTMENT_FIELDS,
  { parentId },
);

export const UpdateDepartmentInputType = inputType(
  "UpdateDepartmentInput",
  "Changes of a department; what is left out stays.",
  "update",
  DEPARTMENT_FIELDS,
  record,
);

export const MoveDepartmentInputType = inputType(
  "MoveDepartmentInput",
  "A department with all below it goes to another place in the tree.",
  "update",
  {},
  { ...record, parentId },
);

export const DeleteDepartmentInputType = inputType(
  "DeleteDepartmentInput",
  "A department that is empty.",
  "update",
  {},
  record,
);
